//! Tables that centres import, each with a word that is for its centre only.
use sea_orm::prelude::Uuid;

use super::{COURSES, Known, Thing, World};

impl World {
    pub(super) async fn send_tables(&mut self) {
        for (home, ..) in COURSES {
            let word = self.words.plant(&format!("row of a table of {home}"), move |one: Known| {
                one.is_of(home) || one.sees_the_region()
            });
            let table = format!("Title\tPax\n{word}\t12\n");
            let director = self.person("training_director", home);
            let reply = director.post("/course-imports", &[("table", table.as_str())]).await;
            let place = reply.location().expect("a page").to_owned();
            let id = place.rsplit('/').next().and_then(|id| Uuid::parse_str(id).ok());
            let id = id.expect("an id").to_string();
            self.imports.push(Thing::of("a table", id, home));
        }
    }
}
