//! The parts of the editor: each is a page that saves its own fields and no others, so that two
//! people work on one course side by side.
use super::content::CourseContent;
use crate::base::i18n::Message;
use crate::base::secrets::digest_of;

/// A part of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the course is, and who it is for.
    About,
    /// Its modules.
    Modules,
    /// The languages in which it is taught, and into which its materials are translated.
    Languages,
    /// Its materials.
    Materials,
    /// How, for whom and for how many it is held.
    Deliveries,
    /// What it says in other languages; its pages save one language at a time.
    Texts,
}

/// A field of the content of a course: where it is written, and what is done with it.
struct Field {
    name: &'static str,
    part: Part,
    print: fn(&CourseContent) -> String,
    same: fn(&CourseContent, &CourseContent) -> bool,
    take: fn(&mut CourseContent, &CourseContent),
}

/// The list of the fields. One that is left out does not compile.
macro_rules! fields {
    ($($field:ident: $part:ident,)+) => {
        const FIELDS: &[Field] = &[$(Field {
            name: stringify!($field),
            part: Part::$part,
            print: |content| format!("{:?}", content.$field),
            same: |one, other| one.$field == other.$field,
            take: |content, from| content.$field.clone_from(&from.$field),
        }),+];

        const _: fn(CourseContent) = |CourseContent { $($field: _),+ }| ();
    };
}

fields! {
    title: About,
    course_type: About,
    work_plan_activity: About,
    summary: About,
    objectives: About,
    audience: About,
    level: About,
    prerequisites: About,
    modules: Modules,
    languages: Languages,
    translations_available: Languages,
    materials: Materials,
    duration_days: Deliveries,
    min_participants: Deliveries,
    max_participants: Deliveries,
    levels_of_delivery: Deliveries,
    delivery_modes: Deliveries,
    train_the_trainer: Deliveries,
    texts: Texts,
}

/// How many bytes of the digest of a field are kept in a form.
const KEPT: usize = 6;

impl Part {
    /// Every part, in the order of the list beside the form.
    pub const ALL: [Self; 6] = [
        Self::About,
        Self::Modules,
        Self::Languages,
        Self::Materials,
        Self::Deliveries,
        Self::Texts,
    ];

    /// The address of its page below that of the course.
    pub const fn place(self) -> &'static str {
        match self {
            Self::About => "edit",
            Self::Modules => "edit/modules",
            Self::Languages => "edit/languages",
            Self::Materials => "edit/materials",
            Self::Deliveries => "edit/deliveries",
            Self::Texts => "edit/texts",
        }
    }

    /// Its name.
    pub fn label(self) -> Message {
        Message::new(match self {
            Self::About => "editor-about",
            Self::Modules => "course-modules",
            Self::Languages => "course-languages",
            Self::Materials => "course-materials",
            Self::Deliveries => "editor-deliveries",
            Self::Texts => "texts-label",
        })
    }

    /// The names of its fields.
    pub fn fields(self) -> impl Iterator<Item = &'static str> {
        self.own().map(|field| field.name)
    }

    fn own(self) -> impl Iterator<Item = &'static Field> {
        FIELDS.iter().filter(move |field| field.part == self)
    }

    /// The part in which a field of the form stands, such as `m2.title`; the first where it is
    /// none of any.
    pub fn of(field: &str) -> Self {
        let numbered = field.split_once('.').map(|(block, _)| block);
        let name = match numbered.and_then(|block| block.chars().next()) {
            Some('m') => "modules",
            Some('f') => "materials",
            _ if field == "files" => "materials",
            _ => field,
        };
        let known = FIELDS.iter().find(|known| known.name == name);
        known.map_or(Self::About, |known| known.part)
    }

    /// What a form of this part was filled on: a short print of each of its fields.
    pub fn seen(self, content: &CourseContent) -> String {
        let prints: Vec<String> = self.own().map(|field| print(field, content)).collect();
        prints.join(".")
    }

    /// `content` with the fields of this part as `from` says them.
    #[must_use]
    pub fn over(self, mut content: CourseContent, from: &CourseContent) -> CourseContent {
        self.own().for_each(|field| (field.take)(&mut content, from));
        content
    }
}

fn print(field: &Field, content: &CourseContent) -> String {
    use std::fmt::Write;
    let digest = digest_of((field.print)(content).as_bytes());
    digest.iter().take(KEPT).fold(String::new(), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What comes of two people's work on one part.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Everything that only one of them changed, and mine where both changed the same field.
    pub content: CourseContent,
    /// The fields that both changed, each to something else.
    pub clashes: Vec<&'static str>,
}

/// Puts `mine` of a part over what stands now. Both began from what `seen` is a print of; a field
/// that is `given_up` stays as it stands.
pub fn merge(
    part: Part,
    seen: &str,
    (mine, theirs): (&CourseContent, &CourseContent),
    given_up: &[String],
) -> Merged {
    let mut merged = Merged { content: theirs.clone(), clashes: Vec::new() };
    let mut seen = seen.split('.');
    for field in part.own() {
        let seen = seen.next().unwrap_or_default();
        let kept = given_up.iter().any(|name| name == field.name);
        if kept || (field.same)(mine, theirs) || print(field, mine) == seen {
            continue;
        }
        if print(field, theirs) != seen {
            merged.clashes.push(field.name);
        }
        (field.take)(&mut merged.content, mine);
    }
    merged
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::rules::{TextsOf, between};

    fn named(title: &str, summary: &str) -> CourseContent {
        CourseContent {
            title: title.into(),
            summary: summary.into(),
            duration_days: Some(3),
            ..CourseContent::default()
        }
    }

    #[test]
    fn every_field_of_a_course_has_its_part_and_is_told_in_a_difference() {
        // Without any, the texts are left out of what is kept.
        let texts = [("th".to_owned(), TextsOf::default())].into();
        let content = CourseContent { texts, ..CourseContent::default() };
        let whole = serde_json::to_value(content).expect("JSON");
        let mut all: Vec<_> = whole.as_object().expect("an object").keys().cloned().collect();
        let mut listed: Vec<_> =
            Part::ALL.into_iter().flat_map(Part::fields).map(str::to_owned).collect();
        all.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, all);
        for field in FIELDS {
            assert_eq!(Part::of(field.name), field.part);
        }
        assert_eq!(Part::of("m12.title"), Part::Modules);
        assert_eq!(Part::of("f1.kind"), Part::Materials);
    }

    #[test]
    fn what_only_one_changed_is_kept_and_what_both_changed_is_named() {
        let base = named("Old", "Old");
        let seen = Part::About.seen(&base);
        let theirs = named("Theirs", "Old");
        let mine = named("Old", "Mine");
        let merged = merge(Part::About, &seen, (&mine, &theirs), &[]);
        assert_eq!(merged, Merged { content: named("Theirs", "Mine"), clashes: Vec::new() });
        let both = merge(Part::About, &seen, (&named("Mine", "Old"), &theirs), &[]);
        assert_eq!(both, Merged { content: named("Mine", "Old"), clashes: vec!["title"] });
        let given_up = ["title".to_owned()];
        let kept = merge(Part::About, &seen, (&named("Mine", "Old"), &theirs), &given_up);
        assert_eq!(kept, Merged { content: theirs.clone(), clashes: Vec::new() });
        let unseen = merge(Part::About, "", (&mine, &theirs), &[]);
        assert_eq!(unseen.clashes, ["title", "summary"]);
    }

    #[test]
    fn a_part_leaves_the_fields_of_the_others_alone() {
        let theirs = CourseContent { languages: vec!["en".into()], ..named("A", "B") };
        let mine = CourseContent { title: "Mine".into(), ..CourseContent::default() };
        let whole = Part::About.over(theirs.clone(), &mine);
        assert_eq!((whole.title.as_str(), whole.languages.len()), ("Mine", 1));
        assert_eq!(whole.duration_days, Some(3));
    }

    proptest! {
        /// Whatever was seen, typed and saved meanwhile: of each text that somebody wrote, either
        /// it is in the outcome, or the field is named as one that both changed.
        #[test]
        fn nothing_that_somebody_wrote_is_lost_in_silence(
            base in "[ab]?", mine in "[abc]?", theirs in "[abd]?",
            other in ("[ab]?", "[abc]?", "[abd]?"),
        ) {
            let seen = Part::About.seen(&named(&base, &other.0));
            let (me, they) = (named(&mine, &other.1), named(&theirs, &other.2));
            let merged = merge(Part::About, &seen, (&me, &they), &[]);
            for (name, base, mine, theirs, now) in [
                ("title", &base, &mine, &theirs, &merged.content.title),
                ("summary", &other.0, &other.1, &other.2, &merged.content.summary),
            ] {
                let clash = merged.clashes.contains(&name);
                prop_assert_eq!(clash, mine != base && theirs != base && mine != theirs);
                prop_assert!(mine == base || now == mine);
                prop_assert!(theirs == base || clash || now == theirs);
            }
            let alone = merge(Part::About, &Part::About.seen(&they), (&me, &they), &[]);
            prop_assert!(alone.clashes.is_empty() && between(&alone.content, &me).is_empty());
        }
    }
}
