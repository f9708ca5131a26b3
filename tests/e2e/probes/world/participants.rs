//! People on rosters: one whom Fiji has sent to a centre, one whom it prepares, and one of an agency.
use rctm::base::ids::PersonId;

use super::{COURSES, Known, Thing, World};
use crate::deliveries::seats::shared;
use crate::participants::offers::{link_to, offered};
use crate::participants::{list_of, listed, nominations, sent};

impl World {
    /// Two States have people, and one of them has put two forward.
    pub(super) async fn put_people_forward(&mut self) {
        let (home, _, course) = COURSES[0];
        let seen =
            move |one: Known| one.is_of("FJ") || (one.is_of(home) && one.role != "course_editor");
        let own = |one: Known| one.is_of("FJ");
        let sent_one = self.known(("focal_point", "FJ"), "sent by FJ", seen).await;
        let kept = self.known(("focal_point", "FJ"), "prepared by FJ", own).await;
        let theirs = |one: Known| one.is_of("BD");
        self.known(("agency_nominator", "BD"), "of an agency of BD", theirs).await;
        let director = self.person("training_director", home);
        let code = shared(director, &[("course", course)], &[("FJ", "2")]).await;
        let fiji = self.person("focal_point", "FJ");
        listed(fiji, &code, &[&sent_one]).await;
        sent(fiji, &code).await.is(303);
        listed(fiji, &code, &[&kept]).await;
        let ids = nominations(&fiji.get(&list_of(&code)).await);
        let first = Thing::of("a participant sent by Fiji", ids[0].clone(), "FJ");
        self.participants.push(first.shared_with(home));
        self.participants.push(Thing::of("a participant of Fiji", ids[1].clone(), "FJ"));
        self.deliveries.push(Thing::of("a delivery with participants", code, home).published());
        let (code, _) = offered(&self.app, "Offered").await;
        self.deliveries.push(Thing::of("a delivery with an offer", code, home).published());
        let link = link_to(&self.app, "second.offered@ministry.example").await;
        let token = link.rsplit('/').next().expect("a token").to_owned();
        self.offers.push(Thing::of("a link that answers an offer", token, ""));
    }

    /// Puts somebody with a planted word in each text on a roster; answers the id.
    async fn known(
        &mut self,
        (role, home): (&'static str, &'static str),
        which: &str,
        may: impl Fn(Known) -> bool + Copy + 'static,
    ) -> String {
        let mut plant = |name: &str| self.words.plant(&format!("{name} of somebody {which}"), may);
        let (name, post) = (plant("name"), plant("post"));
        let id = PersonId::new().to_string();
        let email = format!("{}@ministry.example", &id[24..]);
        let fields = [
            ("id", id.as_str()),
            ("full_name", &name),
            ("post", &post),
            ("agency", "A unit"),
            ("email", &email),
        ];
        let person = self.person(role, home);
        person.post("/participants/roster/new", &fields).await.is(303);
        self.people.push(Thing::of("somebody on a roster", id.clone(), home));
        id
    }
}
