//! What stands in addresses: each thing that was made, and one that is not there.
use super::{NOBODY, Thing, World};

impl World {
    /// What an address can name, by its beginning; none where no entry says so.
    pub fn things(&self, path: &str) -> Option<Vec<Thing>> {
        let path = path.strip_prefix(crate::probes::cast::API).unwrap_or(path);
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let (known, missing) = match first {
            "course-imports" => (self.imports.clone(), NOBODY),
            "courses" => (self.courses.clone(), "NOT-101"),
            "modules" | "my-centre" => (self.modules.clone(), NOBODY),
            "materials" => (self.materials.clone(), NOBODY),
            "deliveries" => (self.deliveries.clone(), "NOT-101-D1"),
            "calendar" => (self.calendars.clone(), "AAAA"),
            "people" => (self.people.clone(), NOBODY),
            "participants" if path.contains("/roster/") => (self.people.clone(), NOBODY),
            "participants" | "participant-nominations" => (self.participants.clone(), NOBODY),
            "offers" => (self.offers.clone(), "AAAA.BBBB"),
            "rounds" => (self.round_things(), NOBODY),
            "nominations" => (self.nominations.clone(), NOBODY),
            "api-clients" => (self.clients.clone(), NOBODY),
            "emails" | "demo" => (self.emails.clone(), NOBODY),
            "kept" => (self.kept.clone(), "AAAA.BBBB"),
            "subscriptions" => {
                let of = |kind: &str| path.split('/').nth(2) == Some(kind);
                match self.subscribed.iter().find(|(kind, _)| of(kind)) {
                    Some((_, link)) => (vec![link.clone()], "AAAA.BBBB"),
                    None => (self.subscriptions.clone(), NOBODY),
                }
            }
            "unsubscribe" => (self.tokens.clone(), "AAAA.BBBB"),
            "help" => (vec![Thing::of("a guide", "everybody", "")], "nothing"),
            "api" => (vec![Thing::of("a part", "rounds", "")], "nothing"),
            "sitemaps" => (vec![Thing::of("a map", "pages", "")], "nothing"),
            _ => return None,
        };
        Some(known.into_iter().chain([Thing::nothing(missing)]).collect())
    }

    fn round_things(&self) -> Vec<Thing> {
        let [both, fiji, bangladesh, draft] = self.rounds.map(|id| id.to_string());
        vec![
            Thing::of("the round of both", both, "").inviting(&["FJ", "BD"]),
            Thing::of("the round of Fiji", fiji, "").inviting(&["FJ"]),
            Thing::of("the round of Bangladesh", bangladesh, "").inviting(&["BD"]),
            Thing::of("a round that is not open", draft, ""),
        ]
    }
}
