//! What is done around courses: one is delivered together, and drafts are proposed.
use super::{COURSES, Known, SHARED, World};

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

    /// Each centre has a draft that waits for its director, and one that was sent back.
    pub(super) async fn propose_drafts(&mut self) {
        for (home, draft, published) in COURSES {
            let own = move |one: Known| one.is_of(home) || one.sees_the_region();
            for code in [draft, published] {
                let note = self.words.plant(&format!("note of the proposal of {code}"), own);
                let editor = self.person("course_editor", home);
                let check = format!("/courses/{code}/publication");
                let revision = editor.get(&check).await.revision();
                let fields = [("revision", revision.as_str()), ("note", note.as_str())];
                let page = format!("/courses/{code}/proposal");
                editor.post(&page, &fields).await.is(303);
            }
            let wanted = self.words.plant(&format!("what is wanted of {draft}"), own);
            let director = self.person("training_director", home);
            let revision = director.get(&format!("/courses/{draft}/publication")).await.revision();
            let fields = [("revision", revision.as_str()), ("wanted", wanted.as_str())];
            director.post(&format!("/courses/{draft}/proposal/return"), &fields).await.is(303);
        }
    }
}
