//! Every door there is: read off the lists of routes, so that a new one is among them by itself.
use axum::http::Method;

use super::cast::API;
use super::things::{Thing, rule_of, rules_without_a_route};
use super::world::World;

/// The parameters that stand for a language, whatever the course.
const LANGUAGES: [&str; 2] = ["{tag}", "{language}"];

/// A route of the pages, of the API, or at a well-known address.
#[derive(Clone, Debug)]
pub struct Door {
    pub method: Method,
    /// With its parameters in braces.
    pub path: String,
}

impl Door {
    pub fn reads(&self) -> bool {
        self.method == Method::GET
    }

    /// The address of a thing behind this door.
    pub fn address(&self, thing: Option<&Thing>) -> String {
        let part = |part: &str| match thing {
            Some(_) if LANGUAGES.contains(&part) => "th".to_owned(),
            // The version of a course.
            Some(_) if part == "{number}" => "1".to_owned(),
            Some(thing) if part.starts_with('{') => thing.id.clone(),
            _ => part.to_owned(),
        };
        self.path.split('/').map(part).collect::<Vec<_>>().join("/")
    }

    /// What this door can lead to; one entry of nothing where it has no parameter.
    pub fn things(&self, world: &World) -> Vec<Option<Thing>> {
        if !self.path.contains('{') {
            return vec![None];
        }
        let things = world.things(&self.path);
        let things = things.unwrap_or_else(|| {
            panic!("{} {}: no example of what stands in the address", self.method, self.path)
        });
        things.into_iter().map(Some).collect()
    }
}

impl std::fmt::Display for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// Every door.
pub fn all() -> Vec<Door> {
    let pages = rctm::app::pages().and(rctm::app::standing()).listed.into_iter();
    let pages = pages.map(|route| Door { method: route.method, path: route.path.to_owned() });
    let programs = rctm::app::api().routes.listed.into_iter();
    let programs =
        programs.map(|route| Door { method: route.method, path: format!("{API}{}", route.path) });
    pages.chain(programs).collect()
}

#[test]
fn every_door_with_a_parameter_says_who_sees_what_behind_it() {
    let doors = all();
    let silent: Vec<_> = doors
        .iter()
        .filter(|door| {
            door.path.contains('{') && rule_of(door.method.as_str(), &door.path).is_none()
        })
        .map(ToString::to_string)
        .collect();
    assert!(silent.is_empty(), "rules are missing for:\n{}", silent.join("\n"));
    let paths: Vec<_> = doors.into_iter().map(|door| door.path).collect();
    assert_eq!(rules_without_a_route(&paths), [""; 0]);
}
