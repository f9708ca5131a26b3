//! What doors lead to, and who may see it: written down here from the promises to people, not
//! read off the code.
use super::cast::Known;

/// One thing that an address can name.
#[derive(Clone, Debug)]
pub struct Thing {
    /// How failures call it.
    pub name: &'static str,
    /// What stands in the address.
    pub id: String,
    /// Whether there is such a thing at all.
    pub there: bool,
    /// The code of the organisation whose it is; empty where it is nobody's in particular.
    pub owner: &'static str,
    /// Whether everybody may read it: a course that was published.
    pub public: bool,
    /// Whether the members that it invites may see it: a round that was opened.
    pub opened: bool,
    /// The codes of the members that it invites, for a round.
    pub invites: &'static [&'static str],
    /// The code of the centre that delivers it with its owner, for a course.
    pub shared_with: &'static str,
    /// The type of course that is asked for, for a nomination.
    pub taught: Option<&'static str>,
}

impl Thing {
    /// Something of an organisation.
    pub fn of(name: &'static str, id: impl Into<String>, owner: &'static str) -> Self {
        let (there, public, opened) = (true, false, false);
        let (id, shared_with, invites, taught) = (id.into(), "", [].as_slice(), None);
        Self { name, id, there, owner, public, opened, invites, shared_with, taught }
    }

    /// What is not there.
    pub fn nothing(id: &str) -> Self {
        Self { there: false, ..Self::of("what is not there", id, "") }
    }

    /// A course that was published.
    #[must_use]
    pub fn published(self) -> Self {
        Self { public: true, ..self }
    }

    /// A course that a centre delivers with its owner.
    #[must_use]
    pub fn shared_with(self, centre: &'static str) -> Self {
        Self { shared_with: centre, ..self }
    }

    /// A round that was opened and invites these members.
    #[must_use]
    pub fn inviting(self, invites: &'static [&'static str]) -> Self {
        Self { opened: true, invites, ..self }
    }
}

/// Whether somebody who may call the route sees the thing there.
pub type Rule = fn(Known, &Thing) -> bool;

fn everybody(_: Known, thing: &Thing) -> bool {
    thing.there
}

fn nobody(_: Known, _: &Thing) -> bool {
    false
}

/// A course that was published is everybody's to read; before, it is its centre's and the RSO's.
fn readers_of_the_course(one: Known, thing: &Thing) -> bool {
    thing.there && (thing.public || one.is_of(thing.owner) || one.sees_the_region())
}

/// A material is listed on the page of a course that was published; before, it is its centre's
/// and the RSO's.
fn readers_of_the_list(one: Known, thing: &Thing) -> bool {
    readers_of_the_course(one, thing)
}

/// A file is for those for whom its centre says it is, beside its centre, a centre that delivers the
/// course too, and the RSO.
fn readers_of_the_file(one: Known, thing: &Thing) -> bool {
    let acts = !one.home.is_empty();
    let open = match thing.name {
        "a material for everyone" => true,
        "a material for members" => acts,
        _ => false,
    };
    let delivers = thing.public && those_asked(one, thing);
    thing.there && (open || delivers || one.is_of(thing.owner) || one.sees_the_region())
}

/// What was before is for those who look after the course.
fn keepers_of_the_course(one: Known, thing: &Thing) -> bool {
    thing.there && (one.is_of(thing.owner) || one.sees_the_region())
}

/// What is an organisation's own.
fn owners(one: Known, thing: &Thing) -> bool {
    thing.there && one.is_of(thing.owner)
}

/// What was published once stays everybody's to read, version by version.
fn readers_of_a_version(_: Known, thing: &Thing) -> bool {
    thing.there && thing.public
}

/// An old version is its centre's to take up again.
fn owners_of_a_version(one: Known, thing: &Thing) -> bool {
    owners(one, thing) && thing.public
}

/// The owner of a course and the centre that delivers it too.
fn those_who_deliver(one: Known, thing: &Thing) -> bool {
    owners(one, thing) || those_asked(one, thing)
}

/// The centre that was asked to deliver a course of another.
fn those_asked(one: Known, thing: &Thing) -> bool {
    thing.there && !thing.shared_with.is_empty() && one.is_of(thing.shared_with)
}

/// The texts in a language that everybody reads in one course, and only its centre in the other.
fn readers_of_the_texts(one: Known, thing: &Thing) -> bool {
    readers_of_the_course(one, thing) && (owners(one, thing) || thing.id != "LIA-201")
}

/// A delivery that was announced to several States is everybody's to read, one for a State that
/// State's as well; each is its centre's and the RSO's.
fn readers_of_the_delivery(one: Known, thing: &Thing) -> bool {
    let invited = thing.opened && thing.invites.contains(&one.home);
    thing.there && (thing.public || invited || one.is_of(thing.owner) || one.sees_the_region())
}

/// The seats of a delivery that they see are the business of its centre, of the RSO and of each
/// State.
fn readers_of_the_seats(one: Known, thing: &Thing) -> bool {
    let of_a_state = matches!(one.home, "FJ" | "BD");
    let concerned = of_a_state || one.is_of(thing.owner) || one.sees_the_region();
    concerned && readers_of_the_delivery(one, thing)
}

/// Whom a State has sent is read by it and by the centre of the delivery; whom it prepares, by it
/// alone.
fn readers_of_the_participant(one: Known, thing: &Thing) -> bool {
    owners(one, thing) || those_asked(one, thing)
}

/// The RSO, whatever state the round is in.
fn the_office(one: Known, thing: &Thing) -> bool {
    thing.there && one.sees_the_region()
}

/// The members that a round invites, once it was opened.
fn those_invited(one: Known, thing: &Thing) -> bool {
    thing.there && thing.opened && thing.invites.contains(&one.home)
}

/// A program sees a round as its organisation does: the RSO always, a centre once it was
/// opened, a member once it was opened and invites it.
fn readers_of_the_round(one: Known, thing: &Thing) -> bool {
    let centre = matches!(one.home, "JCLEC" | "ABFC") && thing.there && thing.opened;
    centre || the_office(one, thing) || those_invited(one, thing)
}

/// There is demand once a round was opened.
fn readers_of_the_demand(one: Known, thing: &Thing) -> bool {
    thing.opened && readers_of_the_round(one, thing)
}

/// The form names the membership of one person.
fn the_focal_point_of_fiji(one: Known, _: &Thing) -> bool {
    one.role == "focal_point" && one.is_of("FJ")
}

/// What was typed is for the person who typed it.
fn who_typed_it(one: Known, thing: &Thing) -> bool {
    thing.there && the_focal_point_of_fiji(one, thing)
}

/// A subscription is its owner's.
fn who_subscribed(one: Known, thing: &Thing) -> bool {
    thing.there && the_focal_point_of_fiji(one, thing)
}

/// Who looks after emails sees each of them.
fn keepers_of_mail(one: Known, thing: &Thing) -> bool {
    thing.there && (one.sees_the_region() || one.role == "administrator")
}

/// Who sees what, by the address.
#[rustfmt::skip]
const RULES: &[(&str, Rule)] = &[
    ("/api-clients/{id}/revocation",            owners),
    ("/api/docs/{part}",                        everybody),
    ("/calendar/feeds/{token}",                 everybody),
    ("POST /capacity",                          the_focal_point_of_fiji),
    ("/course-imports/{id}",                    owners),
    ("/course-imports/{id}/columns",            owners),
    ("/course-imports/{id}/confirmation",       owners),
    ("/course-imports/{id}/undo",               owners),
    ("/courses/{code}",                         readers_of_the_course),
    ("/courses/{code}/edit",                    owners),
    ("/courses/{code}/co-delivery",             those_who_deliver),
    ("POST /courses/{code}/co-delivery",        owners),
    ("/courses/{code}/co-delivery/acceptance",  those_asked),
    ("/courses/{code}/co-delivery/end",         owners),
    ("/courses/{code}/co-delivery/refusal",     those_asked),
    ("/courses/{code}/co-delivery/withdrawal",  owners),
    ("/courses/{code}/overlap",                 owners),
    ("/courses/{code}/overlap/withdrawal",      owners),
    ("/courses/{code}/verification/withdrawal", owners),
    ("/courses/{code}/edit/deliveries",         owners),
    ("/courses/{code}/edit/languages",          owners),
    ("/courses/{code}/edit/materials",          owners),
    ("/courses/{code}/edit/modules",            owners),
    ("/courses/{code}/edit/texts",              owners),
    ("/courses/{code}/edit/texts/{tag}",        owners),
    ("/courses/{code}/edit/texts/{tag}/removal", owners),
    ("/courses/{code}/edit/texts/{tag}/review", owners),
    ("/courses/{code}/edit/texts/{tag}/review/withdrawal", owners),
    ("/courses/{code}/copy",                    owners),
    ("/courses/{code}/differences",             readers_of_a_version),
    ("/courses/{code}/proposal",                owners),
    ("/courses/{code}/proposal/return",         owners),
    ("/courses/{code}/proposal/withdrawal",     owners),
    ("/courses/{code}/versions",                readers_of_the_course),
    ("/courses/{code}/versions/{number}",       readers_of_a_version),
    ("/courses/{code}/versions/{number}/restoration", owners_of_a_version),
    ("/courses/{code}/materials/new",           owners),
    ("/courses/{code}/pack",                    readers_of_the_course),
    ("/materials/{id}",                         readers_of_the_file),
    ("/materials/{id}/edit",                    owners),
    ("/materials/{id}/removal",                 owners),
    ("/materials/{id}/restoration",             owners),
    ("/materials/{id}/versions",                owners),
    ("/materials/{id}/versions/{number}",       keepers_of_the_course),
    ("/api/v1/courses/{code}/materials",        readers_of_the_course),
    ("POST /api/v1/courses/{code}/materials",   owners),
    ("/api/v1/courses/{code}/pack",             readers_of_the_course),
    ("/api/v1/materials/{id}",                  readers_of_the_list),
    ("PATCH /api/v1/materials/{id}",            owners),
    ("/api/v1/materials/{id}/file",             readers_of_the_file),
    ("PUT /api/v1/materials/{id}/file",         owners),
    ("/api/v1/materials/{id}/link",             owners),
    ("/api/v1/materials/{id}/removal",          owners),
    ("/api/v1/materials/{id}/restoration",      owners),
    ("/api/v1/materials/{id}/versions",         keepers_of_the_course),
    ("/courses/{code}/preview",                 owners),
    ("/courses/{code}/publication",             owners),
    ("/courses/{code}/resumption",              owners),
    ("/courses/{code}/retirement",              owners),
    ("/courses/{code}/suspension",              owners),
    ("/courses/{code}/verification",            owners),
    ("/deliveries/{code}",                      readers_of_the_delivery),
    ("/deliveries/{code}/announcement",         owners),
    ("/deliveries/{code}/calendar.ics",         readers_of_the_delivery),
    ("/deliveries/{code}/cancellation",         owners),
    ("/deliveries/{code}/copy",                 owners),
    ("/deliveries/{code}/edit",                 owners),
    ("/deliveries/{code}/decisions",            owners),
    ("/deliveries/{code}/decisions.csv",        owners),
    ("/deliveries/{code}/decisions.xlsx",       owners),
    ("/deliveries/{code}/participants",         readers_of_the_delivery),
    ("/deliveries/{code}/participants/submission", readers_of_the_delivery),
    ("/deliveries/{code}/confirmation",         owners),
    ("/deliveries/{code}/postponement",         owners),
    ("/participants/roster/{id}",               owners),
    ("/participants/roster/{id}/removal",       owners),
    ("/participants/{id}",                      readers_of_the_participant),
    ("/offers/{token}",                         everybody),
    ("/participants/{id}/offer",                owners),
    ("/participants/{id}/replacement",          owners),
    ("/participants/{id}/withdrawal",           owners),
    ("/api/v1/deliveries/{code}/decisions",     owners),
    ("/api/v1/deliveries/{code}/participant-nominations/submission", readers_of_the_delivery),
    ("/api/v1/participant-nominations/{id}",    readers_of_the_participant),
    ("/api/v1/participant-nominations/{id}/acceptance", owners),
    ("/api/v1/participant-nominations/{id}/refusal", owners),
    ("/api/v1/participant-nominations/{id}/replacement", owners),
    ("/api/v1/participant-nominations/{id}/withdrawal", owners),
    ("/api/v1/people/{id}",                     owners),
    ("/deliveries/{code}/seats",                readers_of_the_seats),
    ("/deliveries/{code}/seats/changes",        owners),
    ("/deliveries/{code}/seats/edit",           owners),
    ("/deliveries/{code}/seats/ledger",         readers_of_the_seats),
    ("/deliveries/{code}/seats/ledger.csv",     readers_of_the_seats),
    ("/deliveries/{code}/seats/ledger.xlsx",    readers_of_the_seats),
    ("/deliveries/{code}/seats/publication",    owners),
    ("/deliveries/{code}/seats/return",         readers_of_the_delivery),
    ("/api/v1/deliveries/{code}",               readers_of_the_delivery),
    ("PATCH /api/v1/deliveries/{code}",         owners),
    ("/api/v1/deliveries/{code}/announcement",  owners),
    ("/api/v1/deliveries/{code}/cancellation",  owners),
    ("/api/v1/deliveries/{code}/confirmation",  owners),
    ("/api/v1/deliveries/{code}/copies",        owners),
    ("/api/v1/deliveries/{code}/postponement",  owners),
    ("/api/v1/deliveries/{code}/seats",         readers_of_the_seats),
    ("PUT /api/v1/deliveries/{code}/seats",     owners),
    ("/api/v1/deliveries/{code}/seats/entries", readers_of_the_seats),
    ("/api/v1/deliveries/{code}/seats/proposal", owners),
    ("/api/v1/deliveries/{code}/seats/publication", owners),
    ("/api/v1/deliveries/{code}/seats/returns", readers_of_the_delivery),
    // The pages of emails are there in a demonstration only, and this is none.
    ("/demo/mail",                              nobody),
    ("/demo/mail/{id}",                         nobody),
    ("/demo/mail/{id}/message",                 nobody),
    ("/emails/{id}/sending",                    keepers_of_mail),
    ("/help/{guide}",                           everybody),
    ("/kept/{reference}",                       who_typed_it),
    ("/my-centre/modules/{id}",                 owners),
    ("/my-centre/modules/{id}/edit",            owners),
    ("/my-centre/modules/{id}/retirement",      owners),
    ("/my-centre/modules/{id}/retirement/withdrawal", owners),
    ("/nominations/{id}/withdrawal",            owners),
    ("/rounds/{id}",                            the_office),
    ("/rounds/{id}/closing",                    the_office),
    ("/rounds/{id}/edit",                       the_office),
    ("/rounds/{id}/opening",                    the_office),
    ("/rounds/{id}/sheet",                      those_invited),
    ("/rounds/{id}/sheet/no-needs",             those_invited),
    ("/rounds/{id}/sheet/submission",           those_invited),
    ("/sitemaps/{name}",                        everybody),
    ("/subscriptions/confirmation/{token}",     everybody),
    ("/subscriptions/manage/{token}",           everybody),
    ("/subscriptions/stop/{token}",             everybody),
    ("/subscriptions/{id}",                     who_subscribed),
    ("/unsubscribe/{token}",                    everybody),
    ("/api/v1/course-imports/{id}",             owners),
    ("/api/v1/course-imports/{id}/confirmation", owners),
    ("/api/v1/course-imports/{id}/rows",        owners),
    ("/api/v1/course-imports/{id}/undo",        owners),
    ("/api/v1/courses/{code}",                  readers_of_the_course),
    ("PATCH /api/v1/courses/{code}",            owners),
    ("/api/v1/courses/{code}/publication",      owners),
    ("/api/v1/courses/{code}/copies",           owners),
    ("/api/v1/courses/{code}/differences",      readers_of_a_version),
    ("/api/v1/courses/{code}/proposal",         owners),
    ("/api/v1/courses/{code}/proposal/return",  owners),
    ("/api/v1/courses/{code}/proposal/withdrawal", owners),
    ("/api/v1/courses/{code}/versions",         readers_of_the_course),
    ("/api/v1/courses/{code}/versions/{number}", readers_of_a_version),
    // Without the state that the program has, it is told to say so before anything is looked for.
    ("/api/v1/courses/{code}/versions/{number}/restoration", owners),
    ("/api/v1/courses/{code}/co-delivery",           those_who_deliver),
    ("POST /api/v1/courses/{code}/co-delivery",      owners),
    ("/api/v1/courses/{code}/co-delivery/acceptance", those_asked),
    ("/api/v1/courses/{code}/co-delivery/end",       owners),
    ("/api/v1/courses/{code}/co-delivery/refusal",   those_asked),
    ("/api/v1/courses/{code}/co-delivery/withdrawal", owners),
    ("/api/v1/courses/{code}/overlap",               owners),
    ("/api/v1/courses/{code}/overlap/withdrawal",    owners),
    ("/api/v1/courses/{code}/verification/withdrawal", owners),
    ("/api/v1/courses/{code}/verification",         owners),
    ("/api/v1/courses/{code}/modules",              owners),
    ("/api/v1/modules/{id}",                        owners),
    ("/api/v1/modules/{id}/courses",                owners),
    ("/api/v1/modules/{id}/retirement",             owners),
    ("/api/v1/modules/{id}/retirement/withdrawal",  owners),
    ("/api/v1/modules/{id}/versions",               owners),
    ("/api/v1/courses/{code}/texts",                readers_of_the_course),
    ("/api/v1/courses/{code}/texts/{language}",     readers_of_the_texts),
    ("PUT /api/v1/courses/{code}/texts/{language}", owners),
    ("/api/v1/courses/{code}/texts/{language}/removal", owners),
    ("/api/v1/courses/{code}/texts/{language}/review", owners),
    ("/api/v1/courses/{code}/texts/{language}/review/withdrawal", owners),
    ("/api/v1/rounds/{id}",                     readers_of_the_round),
    ("/api/v1/rounds/{id}/closing",             the_office),
    ("/api/v1/rounds/{id}/demand",              readers_of_the_demand),
    ("/api/v1/rounds/{id}/nominations",         readers_of_the_round),
    ("/api/v1/rounds/{id}/opening",             the_office),
    ("/api/v1/rounds/{id}/sheet",               those_invited),
    ("/api/v1/rounds/{id}/sheet/submission",    those_invited),
];

/// The rule of a route; none where it has no parameter and everybody who may call sees the same.
pub fn rule_of(method: &str, path: &str) -> Option<Rule> {
    let of = |key: &str| RULES.iter().find(|(known, _)| *known == key).map(|(_, rule)| *rule);
    of(&format!("{method} {path}")).or_else(|| of(path))
}

/// The rules that are about no route of this list.
pub fn rules_without_a_route(paths: &[String]) -> Vec<&'static str> {
    let path_of = |key: &'static str| key.split_once(' ').map_or(key, |(_, path)| path);
    let keys = RULES.iter().map(|(key, _)| *key);
    keys.filter(|key| !paths.iter().any(|path| path == path_of(key))).collect()
}
