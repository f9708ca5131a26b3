//! Each centre keeps files with its courses, a planted word in each.
use rctm::base::ids::MaterialId;
use tests::Person;

use super::{COURSES, SHARED, World};
use crate::materials::{said, try_to_add};
use crate::probes::cast::Known;
use crate::probes::things::Thing;

/// What is added to the published course of each centre: how it is called here, and for whom.
const OPEN: [(&str, &str); 4] = [
    ("a material for everyone", "public"),
    ("a material for members", "members"),
    ("a material for participants", "participants"),
    ("a material for trainers", "trainers"),
];

impl World {
    /// A file for each kind of reader with the published course, and one with the draft.
    pub(super) async fn add_materials(&mut self) {
        for (home, draft, published) in COURSES {
            let keeps = move |one: Known| one.is_of(home) || one.sees_the_region();
            let shared = if home == SHARED.0 { SHARED.1 } else { "" };
            for (name, access) in OPEN {
                let may = move |one: Known| match access {
                    "public" => true,
                    "members" => !one.home.is_empty(),
                    _ => keeps(one) || (!shared.is_empty() && one.is_of(shared)),
                };
                let text = self.words.plant(&format!("text of {name} of {home}"), may);
                let editor = self.person("course_editor", home);
                let id = add(editor, published, (access, name, &text)).await;
                let thing = Thing::of(name, id.to_string(), home).published();
                self.materials.push(thing.shared_with(shared));
            }
            let title =
                self.words.plant(&format!("title of a material of a draft of {home}"), keeps);
            let text = self.words.plant(&format!("text of a material of a draft of {home}"), keeps);
            let editor = self.person("course_editor", home);
            let id = add(editor, draft, ("public", &title, &text)).await;
            self.words.name(&id.to_string(), &format!("id of a material of {home}"), move |one| {
                keeps(one) || one.reads_the_whole_log()
            });
            self.materials.push(Thing::of("a material of a draft", id.to_string(), home));
        }
    }
}

async fn add(by: &Person, code: &str, (access, title, text): (&str, &str, &str)) -> MaterialId {
    let fields = said(&[("access", access), ("title", title)]);
    let (id, reply) = try_to_add(by, code, &fields, ("file.txt", text.as_bytes())).await;
    reply.is(303);
    id
}
