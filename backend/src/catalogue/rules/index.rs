//! Which courses have which values of which facets: a bit for each course, so that courses are
//! found and counted for every facet at once without asking the database.
use std::collections::{BTreeMap, HashMap};

use super::filter::{Facet, Filter, Order, PER_PAGE, Window};
use crate::base::ids::CourseId;

/// What is known of a published course.
#[derive(Clone, Debug)]
pub struct Indexed {
    /// Which one.
    pub id: CourseId,
    /// When it was published, in microseconds since 1970.
    pub published_at: i64,
    /// Its code.
    pub code: String,
    /// Its duration in working days.
    pub days: i32,
    /// Its values, by facet.
    pub values: Vec<(Facet, String)>,
}

/// The published courses in the order of their titles, and by the values of their facets.
#[derive(Clone, Debug, Default)]
pub struct Index {
    ids: Vec<CourseId>,
    places: HashMap<CourseId, usize>,
    newest: Vec<usize>,
    shortest: Vec<usize>,
    values: BTreeMap<Facet, BTreeMap<String, Bits>>,
}

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
    /// The index of courses that are given in the order of their titles.
    pub fn new(courses: &[Indexed]) -> Self {
        let mut index = Self {
            ids: courses.iter().map(|course| course.id).collect(),
            places: courses.iter().zip(0..).map(|(course, place)| (course.id, place)).collect(),
            newest: (0..courses.len()).collect(),
            shortest: (0..courses.len()).collect(),
            values: BTreeMap::new(),
        };
        index.newest.sort_by_key(|place| {
            let course = &courses[*place];
            std::cmp::Reverse((course.published_at, &course.code))
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

    /// What `filter` selects; `found` are the courses in which its text was found, where it has
    /// any. A facet's counts ignore what is chosen of that facet.
    pub fn select(&self, filter: &Filter, found: Option<&[CourseId]>) -> Selected {
        let (among, chosen) = self.narrowed(filter, found);
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
        Selected { window, page: self.page(filter.order, &listed, window), counts }
    }

    /// Every course that `filter` selects, in its order; `found` as for [`Self::select`].
    pub fn all(&self, filter: &Filter, found: Option<&[CourseId]>) -> Vec<CourseId> {
        let (mut listed, chosen) = self.narrowed(filter, found);
        for (_, bits) in &chosen {
            listed.keep(bits);
        }
        self.ordered(filter.order, &listed).collect()
    }

    /// The courses in which the text was found, and those that have what is chosen of each facet.
    fn narrowed(&self, filter: &Filter, found: Option<&[CourseId]>) -> (Bits, Vec<(Facet, Bits)>) {
        let among = found.map_or_else(|| Bits::all(self.ids.len()), |ids| self.bits_of(ids));
        let chosen = filter.chosen.iter().filter(|(_, values)| !values.is_empty());
        let bits = chosen.map(|(facet, values)| (*facet, self.any_of(*facet, values)));
        (among, bits.collect())
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

    fn page(&self, order: Order, listed: &Bits, window: Window) -> Vec<CourseId> {
        let skipped = usize::try_from(window.skipped()).unwrap_or(usize::MAX);
        let most = usize::try_from(PER_PAGE).unwrap_or_default();
        self.ordered(order, listed).skip(skipped).take(most).collect()
    }

    fn ordered(&self, order: Order, listed: &Bits) -> impl Iterator<Item = CourseId> {
        let by = match order {
            Order::Title => None,
            Order::Newest => Some(&self.newest),
            Order::Shortest => Some(&self.shortest),
        };
        let place = move |at: usize| by.map_or(at, |by| by[at]);
        let places = (0..self.ids.len()).map(place).filter(|place| listed.has(*place));
        places.map(|place| self.ids[place])
    }

    fn any_of(&self, facet: Facet, values: &[String]) -> Bits {
        let mut any = Bits::none(self.ids.len());
        let known = self.values.get(&facet);
        for bits in values.iter().filter_map(|value| known?.get(value)) {
            any.add(bits);
        }
        any
    }

    fn bits_of(&self, ids: &[CourseId]) -> Bits {
        let mut bits = Bits::none(self.ids.len());
        for place in ids.iter().filter_map(|id| self.places.get(id)) {
            bits.set(*place);
        }
        bits
    }
}

/// A bit for each course.
#[derive(Clone, Debug)]
struct Bits(Vec<u64>);

impl Bits {
    fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    fn all(count: usize) -> Self {
        let mut bits = Self(vec![u64::MAX; count.div_ceil(64)]);
        if !count.is_multiple_of(64)
            && let Some(last) = bits.0.last_mut()
        {
            *last = (1 << (count % 64)) - 1;
        }
        bits
    }

    fn set(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    fn has(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    fn count(&self) -> usize {
        self.shared_with(self)
    }

    fn shared_with(&self, other: &Self) -> usize {
        let shared = self.0.iter().zip(&other.0).map(|(word, other)| word & other);
        shared.map(|word| word.count_ones() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
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
            code: format!("C{number:03}"),
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

    proptest! {
        #[test]
        fn it_selects_and_counts_as_one_who_looks_at_every_course(
            courses in proptest::collection::vec(
                proptest::collection::btree_set((0usize..3, 0u8..4), 1..6), 0..150),
            chosen in proptest::collection::vec((0usize..3, 0u8..5), 0..4),
            page in 1i64..9,
            order in 0usize..3,
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
            let text: Vec<CourseId> = (0..courses.len()).step_by(every).map(id).collect();
            let selected = Index::new(&courses).select(&filter, with_text.then_some(&text[..]));
            let among: Vec<&Indexed> =
                courses.iter().filter(|c| !with_text || text.contains(&c.id)).collect();
            let mut listed: Vec<&Indexed> =
                among.iter().copied().filter(|c| is_listed(c, &filter, None)).collect();
            match filter.order {
                Order::Title => {}
                Order::Newest => listed.sort_by(|a, b| {
                    (b.published_at, &b.code).cmp(&(a.published_at, &a.code))
                }),
                Order::Shortest => listed.sort_by_key(|course| course.days),
            }
            prop_assert_eq!(usize::try_from(selected.window.total), Ok(listed.len()));
            let first = usize::try_from(selected.window.skipped()).expect("small");
            let ids: Vec<CourseId> = listed.iter().skip(first).take(20).map(|c| c.id).collect();
            prop_assert_eq!(selected.page, ids);
            let all: Vec<CourseId> = listed.iter().map(|c| c.id).collect();
            prop_assert_eq!(Index::new(&courses).all(&filter, with_text.then_some(&text[..])), all);
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
        }
    }
}
