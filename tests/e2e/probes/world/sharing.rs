//! A course that two centres deliver.
use super::{COURSES, SHARED, World};
use crate::probes::cast::Known;

impl World {
    /// One centre delivers a published course of the other.
    pub(super) async fn share_a_course(&mut self) {
        let (owner, partner) = SHARED;
        let page = format!("/courses/{}/co-delivery", COURSES[0].2);
        let both = move |one: Known| one.is_of(owner) || one.is_of(partner);
        let message = self.words.plant("message of an invitation to deliver together", both);
        let fields = [("centre", partner), ("message", message.as_str())];
        self.person("training_director", owner).post(&page, &fields).await.is(303);
        let acceptance = format!("{page}/acceptance");
        self.person("training_director", partner).post(&acceptance, &[]).await.is(303);
    }
}
