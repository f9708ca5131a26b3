//! Which courses have which values of which facets: a bit for each course, so that courses are
//! found and counted for every facet at once without asking the database.
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::bits::Bits;
use super::filter::{Facet, Filter, Order, PER_PAGE, Window};
use super::search::{Field, Hits, Sought};
use crate::base::ids::CourseId;

/// What is known of a published course.
#[derive(Clone, Debug)]
pub struct Indexed {
    /// Which one.
    pub id: CourseId,
    /// When it was published, in microseconds since 1970.
    pub published_at: i64,
    /// Its title as it is sorted.
    pub sort_title: String,
    /// Its code.
    pub code: String,
    /// Its number in the index of words; none where its words are not in it yet.
    pub number: Option<i64>,
    /// Its duration in working days.
    pub days: i32,
    /// Its values, by facet.
    pub values: Vec<(Facet, String)>,
}

/// The published courses in the order of their titles, and by the values of their facets.
#[derive(Clone, Debug, Default)]
pub struct Index {
    ids: Vec<CourseId>,
    keys: Vec<(String, String)>,
    numbers: HashMap<i64, usize>,
    newest: Vec<usize>,
    shortest: Vec<usize>,
    values: BTreeMap<Facet, BTreeMap<String, Bits>>,
}

/// Where a course stands in a list that is ordered by how well it fits: that, its title as it is
/// sorted, and its code.
pub type Rank = (u32, String, String);

/// How many courses have a value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The facet.
    pub facet: Facet,
    /// The value.
    pub value: String,
    /// How many courses would be listed with the other filters and this value alone.
    pub count: usize,
}

/// What a filter selects.
#[derive(Clone, Debug)]
pub struct Selected {
    /// Which part of the list the page shows.
    pub window: Window,
    /// The courses of that page, in order.
    pub page: Vec<CourseId>,
    /// The counts of every value that some course would be listed with.
    pub counts: Vec<FacetCount>,
}

impl Index {
    /// The index of these courses.
    pub fn new(mut courses: Vec<Indexed>) -> Self {
        // Databases sort texts each in its own way.
        courses.sort_by(|a, b| (&a.sort_title, &a.code).cmp(&(&b.sort_title, &b.code)));
        let numbers = courses.iter().zip(0..);
        let numbers = numbers.filter_map(|(course, place)| Some((course.number?, place)));
        let mut index = Self {
            ids: courses.iter().map(|course| course.id).collect(),
            keys: courses.iter().map(|c| (c.sort_title.clone(), c.code.clone())).collect(),
            numbers: numbers.collect(),
            newest: (0..courses.len()).collect(),
            shortest: (0..courses.len()).collect(),
            values: BTreeMap::new(),
        };
        index.newest.sort_by_key(|place| {
            let course = &courses[*place];
            Reverse((course.published_at, &course.code))
        });
        index.shortest.sort_by_key(|place| courses[*place].days);
        for (course, place) in courses.iter().zip(0..) {
            for (facet, value) in &course.values {
                let values = index.values.entry(*facet).or_default();
                let bits = values.entry(value.clone());
                bits.or_insert_with(|| Bits::none(courses.len())).set(place);
            }
        }
        index
    }

    /// What `filter` selects; `sought` is what its text asks for, where it has any. A facet's
    /// counts ignore what is chosen of that facet.
    pub fn select(&self, filter: &Filter, sought: Option<&Sought>) -> Selected {
        let among = self.among(sought);
        let chosen = self.chosen(filter);
        let mut listed = among.clone();
        for (_, bits) in &chosen {
            listed.keep(bits);
        }
        let mut counts = Vec::new();
        for (facet, values) in &self.values {
            let but_this = chosen.iter().any(|(other, _)| other == facet).then(|| {
                let mut scope = among.clone();
                let others = chosen.iter().filter(|(other, _)| other != facet);
                others.for_each(|(_, bits)| scope.keep(bits));
                scope
            });
            let scope = but_this.as_ref().unwrap_or(&listed);
            counts.extend(values.iter().filter_map(|(value, bits)| {
                let count = scope.shared_with(bits);
                (count > 0).then(|| FacetCount { facet: *facet, value: value.clone(), count })
            }));
        }
        let window = Window::of(filter.page, i64::try_from(listed.count()).unwrap_or(i64::MAX));
        let skipped = usize::try_from(window.skipped()).unwrap_or(usize::MAX);
        let most = usize::try_from(PER_PAGE).unwrap_or_default();
        let ordered = self.ordered(filter.order, &listed, sought).into_iter();
        let page = ordered.skip(skipped).take(most).map(|(_, place)| self.ids[place]).collect();
        Selected { window, page, counts }
    }

    /// How many courses `filter` selects.
    pub fn count(&self, filter: &Filter, sought: Option<&Sought>) -> usize {
        self.listed(filter, sought).count()
    }

    /// The courses that `filter` selects, in its order, from behind the one of this rank on.
    pub fn stretch(
        &self,
        filter: &Filter,
        sought: Option<&Sought>,
        (after, most): (Option<&Rank>, usize),
    ) -> Vec<(CourseId, Rank)> {
        let ordered = self.ordered(filter.order, &self.listed(filter, sought), sought).into_iter();
        let ranked = ordered.map(|(score, place)| {
            let (title, code) = &self.keys[place];
            (self.ids[place], (score, title, code))
        });
        let behind = ranked.filter(|(_, (score, title, code))| {
            after.is_none_or(|after| {
                let after = (Reverse(after.0), after.1.as_str(), after.2.as_str());
                (Reverse(*score), title.as_str(), code.as_str()) > after
            })
        });
        let owned = |(id, (score, title, code)): (_, (u32, &String, &String))| {
            (id, (score, title.clone(), code.clone()))
        };
        behind.take(most).map(owned).collect()
    }

    /// The courses in which a word was found: their numbers, by field.
    pub fn hits(&self, numbers: &[Vec<i64>; Field::ALL.len()]) -> Hits {
        Hits::new(numbers.each_ref().map(|numbers| {
            let mut bits = Bits::none(self.ids.len());
            let places = numbers.iter().filter_map(|number| self.numbers.get(number));
            places.for_each(|place| bits.set(*place));
            bits
        }))
    }

    /// Every course that `filter` selects, in its order.
    pub fn all(&self, filter: &Filter, sought: Option<&Sought>) -> Vec<CourseId> {
        let ordered = self.ordered(filter.order, &self.listed(filter, sought), sought);
        ordered.into_iter().map(|(_, place)| self.ids[place]).collect()
    }

    /// How many courses there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Each value of a facet that some course has, and how many have it.
    pub fn values_of(&self, facet: Facet) -> impl Iterator<Item = (&str, usize)> {
        let values = self.values.get(&facet).into_iter().flatten();
        values.map(|(value, bits)| (value.as_str(), bits.count()))
    }

    fn among(&self, sought: Option<&Sought>) -> Bits {
        let courses = self.ids.len();
        sought.map_or_else(|| Bits::all(courses), |sought| sought.found(courses))
    }

    fn chosen(&self, filter: &Filter) -> Vec<(Facet, Bits)> {
        let chosen = filter.chosen.iter().filter(|(_, values)| !values.is_empty());
        chosen.map(|(facet, values)| (*facet, self.any_of(*facet, values))).collect()
    }

    fn listed(&self, filter: &Filter, sought: Option<&Sought>) -> Bits {
        let mut listed = self.among(sought);
        self.chosen(filter).iter().for_each(|(_, bits)| listed.keep(bits));
        listed
    }

    /// The places of the courses that are listed, each with how well it fits where that orders.
    fn ordered(&self, order: Order, listed: &Bits, sought: Option<&Sought>) -> Vec<(u32, usize)> {
        let by = match order {
            Order::Best | Order::Title => None,
            Order::Newest => Some(&self.newest),
            Order::Shortest => Some(&self.shortest),
        };
        let place = move |at: usize| by.map_or(at, |by| by[at]);
        let places = (0..self.ids.len()).map(place).filter(|place| listed.has(*place));
        let best = sought.filter(|_| order == Order::Best);
        let score = |place| best.map_or(0, |sought| sought.score(place));
        let mut scored: Vec<(u32, usize)> = places.map(|place| (score(place), place)).collect();
        if best.is_some() {
            scored.sort_by_key(|(score, place)| (Reverse(*score), *place));
        }
        scored
    }

    fn any_of(&self, facet: Facet, values: &[String]) -> Bits {
        let mut any = Bits::none(self.ids.len());
        let known = self.values.get(&facet);
        for bits in values.iter().filter_map(|value| known?.get(value)) {
            any.add(bits);
        }
        any
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const FACETS: [Facet; 3] = [Facet::Goal, Facet::Language, Facet::Mode];

    fn id(number: usize) -> CourseId {
        CourseId(Uuid::from_u128(number as u128))
    }

    fn course(number: usize, values: &[(usize, u8)]) -> Indexed {
        Indexed {
            id: id(number),
            published_at: i64::try_from(number % 7).expect("small"),
            sort_title: format!("title {}", number % 5),
            code: format!("C{number:03}"),
            number: Some(i64::try_from(number).expect("small")),
            days: i32::try_from(number * 5 % 11).expect("small"),
            values: values.iter().map(|(f, v)| (FACETS[*f], v.to_string())).collect(),
        }
    }

    /// Whether a course is listed, its choice of one facet perhaps ignored.
    fn is_listed(course: &Indexed, filter: &Filter, ignored: Option<Facet>) -> bool {
        filter.chosen.iter().all(|(facet, values)| {
            Some(*facet) == ignored
                || course.values.iter().any(|(own, value)| own == facet && values.contains(value))
        })
    }

    /// A course has the first word in one field, and the second where it is one of `every`.
    fn fields_of(number: usize, every: usize) -> [Vec<Field>; 2] {
        let first = vec![Field::ALL[number % 6], Field::ALL[number / 6 % 6]];
        let second = number.is_multiple_of(every).then_some(Field::Rest);
        [first, second.into_iter().collect()]
    }

    fn score(fields: &[Vec<Field>; 2]) -> u32 {
        let each = fields.iter().map(|fields| {
            let each = Field::ALL.iter().filter(|field| fields.contains(field));
            each.map(|field| field.weight()).sum::<u32>()
        });
        each.sum()
    }

    fn sought(index: &Index, courses: usize, every: usize) -> Sought {
        let hits = |word: usize| {
            let numbers = Field::ALL.map(|field| {
                let having = (0..courses).filter(|n| fields_of(*n, every)[word].contains(&field));
                having.map(|number| i64::try_from(number).expect("small")).collect::<Vec<_>>()
            });
            Arc::new(index.hits(&numbers))
        };
        Sought(vec![hits(0), hits(1)])
    }

    proptest! {
        #[test]
        fn it_selects_and_counts_as_one_who_looks_at_every_course(
            courses in proptest::collection::vec(
                proptest::collection::btree_set((0usize..3, 0u8..4), 1..6), 0..150),
            chosen in proptest::collection::vec((0usize..3, 0u8..5), 0..4),
            page in 1i64..9,
            order in 0usize..4,
            every in 1usize..4,
            with_text in any::<bool>(),
        ) {
            let courses: Vec<Indexed> = courses.into_iter().enumerate().map(|(number, values)| {
                course(number, &values.into_iter().collect::<Vec<_>>())
            }).collect();
            let mut filter = Filter { page, order: Order::ALL[order], ..Filter::default() };
            for (facet, value) in chosen {
                filter.chosen.entry(FACETS[facet]).or_default().push(value.to_string());
            }
            let index = Index::new(courses.clone());
            let sought = with_text.then(|| sought(&index, courses.len(), every));
            let selected = index.select(&filter, sought.as_ref());
            let among: Vec<&Indexed> = courses.iter().enumerate()
                .filter(|(number, _)| !with_text || number.is_multiple_of(every))
                .map(|(_, course)| course).collect();
            let mut listed: Vec<&Indexed> =
                among.iter().copied().filter(|c| is_listed(c, &filter, None)).collect();
            listed.sort_by_key(|course| (&course.sort_title, &course.code));
            match filter.order {
                Order::Best if with_text => listed.sort_by_key(|course| {
                    let number = usize::try_from(course.number.expect("each")).expect("small");
                    Reverse(score(&fields_of(number, every)))
                }),
                Order::Best | Order::Title => {}
                Order::Newest => listed.sort_by(|a, b| {
                    (b.published_at, &b.code).cmp(&(a.published_at, &a.code))
                }),
                Order::Shortest => listed.sort_by_key(|course| course.days),
            }
            prop_assert_eq!(usize::try_from(selected.window.total), Ok(listed.len()));
            prop_assert_eq!(index.count(&filter, sought.as_ref()), listed.len());
            let first = usize::try_from(selected.window.skipped()).expect("small");
            let ids: Vec<CourseId> = listed.iter().skip(first).take(20).map(|c| c.id).collect();
            prop_assert_eq!(selected.page, ids);
            let all: Vec<CourseId> = listed.iter().map(|c| c.id).collect();
            prop_assert_eq!(&index.all(&filter, sought.as_ref()), &all);
            for facet in FACETS {
                for value in (0u8..5).map(|value| value.to_string()) {
                    let expected = among.iter().filter(|course| {
                        is_listed(course, &filter, Some(facet))
                            && course.values.contains(&(facet, value.clone()))
                    }).count();
                    let counted = selected.counts.iter()
                        .find(|count| count.facet == facet && count.value == value);
                    prop_assert_eq!(counted.map_or(0, |count| count.count), expected);
                }
            }
            if order < 2 {
                let mut stretches = Vec::new();
                let mut after: Option<Rank> = None;
                loop {
                    let some = index.stretch(&filter, sought.as_ref(), (after.as_ref(), 7));
                    let Some((_, rank)) = some.last() else { break };
                    after = Some(rank.clone());
                    stretches.extend(some.into_iter().map(|(id, _)| id));
                }
                prop_assert_eq!(stretches, all);
            }
        }
    }
}
