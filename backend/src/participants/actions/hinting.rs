//! What is known of people beside what their State says of them.
use std::collections::HashMap;

use crate::base::App;
use crate::base::error::Result;
use crate::base::ids::PersonId;
use crate::deliveries::{self, Delivery};
use crate::identity::Capacity;
use crate::participants::rules::{About, Hint, Other, hints};
use crate::participants::store::{self, Person};

/// The hints on these people for a delivery, as far as whoever reads may know of other deliveries;
/// `over` says of whose agency more people are put forward than this.
pub(super) async fn hints_on<'a>(
    app: &App,
    (by, delivery): (&Capacity, &Delivery),
    people: impl Iterator<Item = &'a Person> + Clone,
    over: impl Fn(&Person) -> Option<i32>,
) -> Result<HashMap<PersonId, Vec<Hint>>> {
    let ids: Vec<_> = people.clone().map(|person| person.id).collect();
    let others = store::of_people(&app.db, &ids).await?;
    let mut of: Vec<_> = others.iter().map(|(_, delivery, _)| *delivery).collect();
    of.sort_unstable();
    of.dedup();
    let known = deliveries::of_ids(&app.db, by.reads(), &of).await?;
    let known: HashMap<_, _> = known.iter().map(|one| (one.id, one)).collect();
    let mut by_person: HashMap<PersonId, Vec<Other>> = HashMap::new();
    for (person, id, state) in others {
        let Some(other) = known.get(&id) else { continue };
        let other = Other {
            delivery: id,
            course: other.course_id,
            code: other.code.clone(),
            days: other.days(),
            state,
        };
        by_person.entry(person).or_default().push(other);
    }
    let languages: Vec<_> = delivery.language_tags().map(str::to_owned).collect();
    let about = About {
        delivery: delivery.id,
        course: delivery.course_id,
        days: delivery.days(),
        languages: &languages,
        today: app.clock.now().with_timezone(&delivery.time_zone()).date_naive(),
    };
    let hints_of = |person: &Person| {
        let others = by_person.get(&person.id).map_or(&[][..], Vec::as_slice);
        hints(&about, others, (&person.known_languages(), over(person)))
    };
    Ok(people.map(|person| (person.id, hints_of(person))).collect())
}
