//! What a reader of the catalogue looks for. All of it stands in the address.
use std::collections::BTreeMap;

use super::choices::{DeliveryMode, DeliveryScope, Length, Level};
use super::goal::Goal;
use crate::base::closed_list::closed_list;
use crate::base::i18n::Message;

/// How many courses a page shows.
pub const PER_PAGE: i64 = 20;
/// The longest text looked for, in characters.
const LONGEST_QUERY: usize = 200;
/// The longest value of a facet, in bytes.
const LONGEST_VALUE: usize = 40;
/// The most values of one facet at once.
const MOST_VALUES: usize = 50;

closed_list! {
    /// A property by which courses are counted and chosen.
    Facet {
        /// The goal of the work plan.
        Goal = "goal", "course-goal";
        /// The course type.
        Type = "type", "course-type";
        /// A language in which it is taught.
        Language = "language", "facet-language";
        /// The centre.
        Centre = "centre", "facet-centre";
        /// The length.
        Length = "length", "course-length";
        /// Regional or national.
        Delivery = "delivery", "course-delivery";
        /// How much it expects.
        Level = "level", "course-level";
        /// In person, online, blended.
        Mode = "mode", "course-mode";
        /// Whether it makes trainers.
        Trainers = "ttt", "course-trainers";
    }
}

impl Facet {
    /// The words for a value that is one of a closed list.
    pub fn words_for(self, value: &str) -> Option<Message> {
        match self {
            Self::Goal => Goal::of(value).map(Goal::label),
            Self::Length => Length::of(value).map(Length::label),
            Self::Delivery => DeliveryScope::of(value).map(DeliveryScope::label),
            Self::Level => Level::of(value).map(Level::label),
            Self::Mode => DeliveryMode::of(value).map(DeliveryMode::label),
            Self::Trainers if value == "yes" => Some(Message::new("course-trainers-yes")),
            Self::Trainers if value == "no" => Some(Message::new("course-trainers-no")),
            Self::Type | Self::Centre | Self::Language | Self::Trainers => None,
        }
    }
}

/// In which order courses are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What fits the text best first; without a text by title.
    #[default]
    Best,
    /// By title.
    Title,
    /// Those published last first.
    Newest,
    /// The shortest first.
    Shortest,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Best, Self::Title, Self::Newest, Self::Shortest];

    /// The name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Title => "title",
            Self::Newest => "newest",
            Self::Shortest => "shortest",
        }
    }

    /// The words for the order.
    pub fn label(self) -> Message {
        Message::new(match self {
            Self::Best => "search-order-best",
            Self::Title => "catalogue-order-title",
            Self::Newest => "catalogue-order-newest",
            Self::Shortest => "catalogue-order-shortest",
        })
    }
}

/// What a reader looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The text, as typed.
    pub q: String,
    /// Whether the text is to be taken as it is, slips and all.
    pub exact: bool,
    /// The values chosen of each facet; any one of them will do.
    pub chosen: BTreeMap<Facet, Vec<String>>,
    /// The order.
    pub order: Order,
    /// The page, from 1.
    pub page: i64,
}

impl Filter {
    /// Reads the query of an address. What is not understood is left out.
    pub fn read(pairs: &[(String, String)]) -> Self {
        let mut filter = Self { page: 1, ..Self::default() };
        for (name, value) in pairs {
            match name.as_str() {
                "q" => filter.q = value.trim().chars().take(LONGEST_QUERY).collect(),
                "exact" => filter.exact = value == "yes",
                "page" => filter.page = value.parse().unwrap_or(1).clamp(1, 1_000_000),
                "sort" => filter.order = order_of(value),
                _ => filter.choose(name, value),
            }
        }
        filter.exact &= !filter.q.is_empty();
        if filter.q.is_empty() && filter.order == Order::Title {
            filter.order = Order::Best;
        }
        filter
    }

    fn choose(&mut self, name: &str, value: &str) {
        let Some(facet) = Facet::of(name) else { return };
        if value.is_empty() || value.len() > LONGEST_VALUE || value.contains('\0') {
            return;
        }
        let values = self.chosen.entry(facet).or_default();
        if values.len() < MOST_VALUES && !values.iter().any(|known| known == value) {
            values.push(value.to_owned());
        }
    }

    /// Whether `value` of `facet` is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.chosen.get(&facet).is_some_and(|values| values.iter().any(|known| known == value))
    }

    /// The orders to choose from, with their words: without a text the best is by title.
    pub fn orders(&self) -> Vec<(Order, Message)> {
        let words = |order: Order| match order {
            Order::Best if self.q.is_empty() => Order::Title.label(),
            other => other.label(),
        };
        let differ = Order::ALL.into_iter().filter(|o| *o != Order::Title || !self.q.is_empty());
        differ.map(|order| (order, words(order))).collect()
    }

    /// How many filters are in use, the text being one.
    pub fn in_use(&self) -> usize {
        usize::from(!self.q.is_empty()) + self.chosen.values().map(Vec::len).sum::<usize>()
    }

    /// The address of the same without one value.
    pub fn without(&self, facet: Facet, value: &str) -> String {
        let mut other = Self { page: 1, ..self.clone() };
        if let Some(values) = other.chosen.get_mut(&facet) {
            values.retain(|known| known != value);
        }
        other.href()
    }

    /// The same without the text.
    #[must_use]
    pub fn of_any_text(&self) -> Self {
        Self { q: String::new(), exact: false, page: 1, ..self.clone() }
    }

    /// The same with whatever value of a facet.
    #[must_use]
    pub fn of_any(&self, facet: Facet) -> Self {
        let mut other = Self { page: 1, ..self.clone() };
        other.chosen.remove(&facet);
        other
    }

    /// The same for another text; `exact` where its slips are none.
    #[must_use]
    pub fn of_text(&self, text: &str, exact: bool) -> Self {
        Self { q: text.to_owned(), exact, page: 1, ..self.clone() }
    }

    /// The address of the same without the text.
    pub fn without_text(&self) -> String {
        self.of_any_text().href()
    }

    /// The address of the same without the facets.
    pub fn without_facets(&self) -> String {
        Self { chosen: BTreeMap::new(), page: 1, ..self.clone() }.href()
    }

    /// The address of another page of the same.
    pub fn on_page(&self, page: i64) -> String {
        Self { page, ..self.clone() }.href()
    }

    /// The address that shows exactly this.
    pub fn href(&self) -> String {
        self.address("/catalogue")
    }

    /// The address under which all of it, whatever the page, is taken away as a kind of file.
    pub fn taken_as(&self, kind: &str) -> String {
        Self { page: 1, ..self.clone() }.address(&format!("/catalogue.{kind}"))
    }

    /// The address of the same under which search engines know the page: whatever its order.
    pub fn canonical(&self) -> String {
        Self { order: Order::default(), ..self.clone() }.href()
    }

    /// The text and the values chosen, as they stand in the address.
    pub fn told(&self) -> String {
        let text = Some(self.q.as_str()).filter(|text| !text.is_empty());
        let values = self.chosen.values().flatten().map(String::as_str);
        text.into_iter().chain(values).collect::<Vec<_>>().join(", ")
    }

    /// The address at which somebody asks to be told by email what is new for it.
    pub fn told_by_email(&self) -> String {
        let filter = Self { page: 1, order: Order::default(), ..self.clone() };
        filter.address("/subscriptions/new")
    }

    fn address(&self, path: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if !self.q.is_empty() {
            query.append_pair("q", &self.q);
        }
        if self.exact {
            query.append_pair("exact", "yes");
        }
        for (facet, values) in &self.chosen {
            for value in values {
                query.append_pair(facet.as_str(), value);
            }
        }
        if self.order != Order::default() {
            query.append_pair("sort", self.order.as_str());
        }
        if self.page > 1 {
            query.append_pair("page", &self.page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

fn order_of(name: &str) -> Order {
    Order::ALL.into_iter().find(|order| order.as_str() == name).unwrap_or_default()
}

/// Which part of a list a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The page, from 1; never past the last.
    pub page: i64,
    /// How many there are in all.
    pub total: i64,
}

impl Window {
    /// The page asked for, or the last one where the list is shorter.
    pub fn of(page: i64, total: i64) -> Self {
        let last = Self { page: 1, total }.pages();
        Self { page: page.clamp(1, last), total }
    }

    /// How many pages there are, at least one.
    pub fn pages(self) -> i64 {
        ((self.total + PER_PAGE - 1) / PER_PAGE).max(1)
    }

    /// How many rows stand before the page.
    pub fn skipped(self) -> i64 {
        (self.page - 1) * PER_PAGE
    }

    /// The number of the first row shown.
    pub fn first(self) -> i64 {
        self.skipped() + i64::from(self.total > 0)
    }

    /// The number of the last row shown.
    pub fn last(self) -> i64 {
        (self.skipped() + PER_PAGE).min(self.total)
    }

    /// The pages to link: the first, the last, and those near this one.
    pub fn linked(self) -> Vec<i64> {
        let near = |page: &i64| (page - self.page).abs() <= 2;
        let ends = |page: &i64| *page == 1 || *page == self.pages();
        (1..=self.pages()).filter(|page| near(page) || ends(page)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(query: &str) -> Filter {
        let pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        Filter::read(&pairs)
    }

    #[test]
    fn what_is_not_understood_is_left_out() {
        let filter = read("q=+border+&goal=prevention&goal=prevention&x=y&sort=up&page=-3&type=");
        assert_eq!(filter.href(), "/catalogue?q=border&goal=prevention");
        assert_eq!(filter.in_use(), 2);
    }

    #[test]
    fn each_filter_can_be_taken_away_alone() {
        let filter = read("q=a&goal=x&goal=y&language=en&page=3");
        assert_eq!(filter.without(Facet::Goal, "x"), "/catalogue?q=a&goal=y&language=en");
        assert_eq!(filter.without_text(), "/catalogue?goal=x&goal=y&language=en");
        assert_eq!(filter.without_facets(), "/catalogue?q=a");
    }

    #[test]
    fn a_page_past_the_end_is_the_last_one() {
        let window = Window::of(9, 45);
        assert_eq!((window.page, window.first(), window.last()), (3, 41, 45));
        let empty = Window::of(9, 0);
        assert_eq!((empty.page, empty.first(), empty.last(), empty.pages()), (1, 0, 0, 1));
        assert_eq!(Window::of(5, 400).linked(), [1, 3, 4, 5, 6, 7, 20]);
    }

    proptest! {
        #[test]
        fn an_address_says_all_that_was_chosen(
            q in "\\PC{0,20}",
            chosen in proptest::collection::vec((0usize..9, "[a-z]{1,6}"), 0..9),
            page in 1i64..99,
        ) {
            let mut pairs = vec![("q".to_owned(), q), ("page".to_owned(), page.to_string())];
            let facets = chosen.into_iter();
            pairs.extend(facets.map(|(f, value)| (Facet::ALL[f].as_str().to_owned(), value)));
            let filter = Filter::read(&pairs);
            let href = filter.href();
            prop_assert_eq!(read(href.split_once('?').map_or("", |(_, query)| query)), filter);
        }
    }
}
