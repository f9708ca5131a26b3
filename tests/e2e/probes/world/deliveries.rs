//! Deliveries that are announced to all, to one State, and to nobody yet, and a private calendar.
use super::{COURSES, Known, Thing, World};
use crate::deliveries::{scheduled, seats, step};

impl World {
    /// Each centre has a delivery that nobody was told of; one has announced two.
    pub(super) async fn schedule(&mut self) {
        for (home, _, course) in COURSES {
            let own = move |one: Known| one.is_of(home) || one.sees_the_region();
            let code = self.planned((home, course), "proposed", own).await;
            self.words.name(&code, &format!("code of a proposed delivery of {home}"), own);
            self.deliveries.push(Thing::of("a proposed delivery", code, home));
        }
        let (home, _, course) = COURSES[0];
        let code = self.planned((home, course), "announced", |_| true).await;
        step(self.person("training_director", home), &code, "announcement", &[]).await.is(303);
        self.deliveries.push(Thing::of("an announced delivery", code, home).published());
        let seen = move |one: Known| one.is_of(home) || one.is_of("FJ") || one.sees_the_region();
        let code = self.planned((home, course), "national", seen).await;
        step(self.person("training_director", home), &code, "announcement", &[]).await.is(303);
        let reason = self.words.plant("reason of a postponement for FJ", seen);
        let director = self.person("training_director", home);
        step(director, &code, "postponement", &[("reason", &reason)]).await.is(303);
        self.words.name(&code, "code of a delivery for FJ", seen);
        self.deliveries.push(Thing::of("a delivery for Fiji", code, home).inviting(&["FJ"]));
        self.share_seats((home, course)).await;
        // Somebody who acts in no role has what everybody has.
        let made = self.person("unchosen", "").post("/calendar/feed", &[]).await;
        let (_, rest) = made.text.split_once("/calendar/feeds/").expect("an address");
        let token = rest.split('"').next().expect("a token").to_owned();
        self.calendars.push(Thing::of("a private calendar", token, ""));
    }

    /// A delivery with a planted word in each text; answers its code.
    async fn planned(
        &mut self,
        (home, course): (&'static str, &'static str),
        which: &str,
        may: impl Fn(Known) -> bool + Copy + 'static,
    ) -> String {
        let mut plant =
            |name: &str| self.words.plant(&format!("{name} of the {which} of {home}"), may);
        let (venue, documents, contact) = (plant("venue"), plant("documents"), plant("contact"));
        let scope = if which == "national" { "national" } else { "regional" };
        let changes = [
            ("course", course),
            ("scope", scope),
            ("member", "FJ"),
            ("venue", venue.as_str()),
            ("documents", documents.as_str()),
            ("contact", contact.as_str()),
        ];
        scheduled(self.person("course_editor", home), &changes).await
    }

    /// One centre has published the seats of a delivery: each State knows its own. One of them has
    /// returned some, and said why.
    async fn share_seats(&mut self, (home, course): (&'static str, &'static str)) {
        let code = self.planned((home, course), "shared", |_| true).await;
        let director = self.person("training_director", home);
        step(director, &code, "announcement", &[]).await.is(303);
        seats::draft(director, &code, &[("FJ", "7"), ("BD", "9")]).await.is(303);
        step(director, &code, "seats/publication", &[]).await.is(303);
        let seen = move |one: Known| one.is_of(home) || one.is_of("FJ") || one.sees_the_region();
        let reason = self.words.plant("reason why FJ returns seats", seen);
        let fields = [("free", "7"), ("seats", "2"), ("reason", reason.as_str())];
        let page = format!("/deliveries/{code}/seats/return");
        self.person("focal_point", "FJ").post(&page, &fields).await.is(303);
        self.deliveries.push(Thing::of("a delivery with seats", code, home).published());
    }
}
