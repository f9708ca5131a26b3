//! What somebody chose to see; all of it is in the address.
use uuid::Uuid;

use super::Member;
use crate::base::i18n::Message;
use crate::base::ids::RoundId;
use crate::catalogue::Goal;
use crate::course_nominations::{Figures, Level, Mark, Quarter};

/// Which figure the board shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// Deliveries times participants.
    #[default]
    Places,
    /// Deliveries within the horizon.
    Deliveries,
    /// Course nominations.
    Nominations,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 3] = [Self::Places, Self::Deliveries, Self::Nominations];

    /// The name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Places => "places",
            Self::Deliveries => "deliveries",
            Self::Nominations => "nominations",
        }
    }

    /// The words in the choice.
    pub fn label(self) -> Message {
        Message::new(match self {
            Self::Places => "demand-places",
            Self::Deliveries => "demand-deliveries",
            Self::Nominations => "demand-nominations",
        })
    }

    /// The figure of this measure.
    pub const fn of_figures(self, figures: Figures) -> i64 {
        match self {
            Self::Places => figures.places,
            Self::Deliveries => figures.deliveries,
            Self::Nominations => figures.nominations,
        }
    }

    fn of(name: &str) -> Self {
        Self::ALL.into_iter().find(|measure| measure.as_str() == name).unwrap_or_default()
    }
}

/// In which order the members stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By name, so that nobody is ranked unless a reader asks for it.
    #[default]
    Alphabetical,
    /// The highest figure first.
    MostFirst,
}

/// What somebody chose to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// The round; the newest where none is chosen.
    pub round: Option<RoundId>,
    /// Which figure.
    pub measure: Measure,
    /// Which level; none for all.
    pub level: Option<Level>,
    /// Which quarter; none for the whole year.
    pub quarter: Option<Quarter>,
    /// Which goal; none for all.
    pub goal: Option<Goal>,
    /// Which sub-region; none for all.
    pub subregion: Option<String>,
    /// In which order.
    pub order: Order,
    /// The member looked at, by its code.
    pub member: Option<String>,
    /// The course type looked at, by its code.
    pub course_type: Option<String>,
    /// Whether all is looked at.
    pub all: bool,
    /// The nomination after which the list of what is looked at goes on.
    pub after: Option<Mark>,
}

impl Choice {
    /// Reads the query of an address; what means nothing is left out.
    pub fn read(pairs: &[(String, String)]) -> Self {
        let given = |name: &str| {
            let found = pairs.iter().rev().find(|(key, _)| key == name);
            found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
        };
        Self {
            round: given("round").and_then(|text| text.parse::<Uuid>().ok()).map(RoundId),
            measure: given("show").map(Measure::of).unwrap_or_default(),
            level: match given("level") {
                None => Some(Level::Regional),
                Some(name) => Level::of(name),
            },
            quarter: given("quarter").and_then(Quarter::read),
            goal: given("goal").and_then(Goal::of),
            subregion: given("subregion").map(str::to_owned),
            order: match given("order") {
                Some("most") => Order::MostFirst,
                _ => Order::Alphabetical,
            },
            member: given("state").map(str::to_owned),
            course_type: given("type").map(str::to_owned),
            all: given("look") == Some("all"),
            after: given("after").and_then(|text| text.parse().ok()),
        }
    }

    /// Whether a member is of the sub-region chosen.
    pub fn shows(&self, member: &Member) -> bool {
        let wanted = self.subregion.as_deref();
        wanted.is_none_or(|subregion| member.subregion.as_deref() == Some(subregion))
    }

    /// Whether anything is looked at.
    pub fn looks(&self) -> bool {
        self.all || self.member.is_some() || self.course_type.is_some()
    }

    /// The query that shows the same with another member and course type looked at.
    pub fn looking_at(&self, member: Option<&str>, course_type: Option<&str>) -> String {
        let mut query = self.filters();
        let pairs = [("state", member), ("type", course_type)];
        for (name, value) in pairs.into_iter().filter_map(|(name, value)| Some((name, value?))) {
            query.append_pair(name, value);
        }
        query.finish()
    }

    /// The query that shows the same with all of a goal looked at; all of everything for none.
    pub fn looking_at_all(&self, goal: Option<Goal>) -> String {
        let goal = goal.or(self.goal);
        Self { goal, ..self.clone() }.filters().append_pair("look", "all").finish()
    }

    /// The query of the filters without one of them, by its name.
    pub fn without(&self, filter: &str) -> String {
        let mut wider = self.clone();
        match filter {
            "level" => wider.level = None,
            "quarter" => wider.quarter = None,
            "goal" => wider.goal = None,
            _ => wider.subregion = None,
        }
        wider.filters().finish()
    }

    /// The query of this very view, at the beginning of what is looked at.
    pub fn query(&self) -> String {
        let (member, course_type) = (self.member.as_deref(), self.course_type.as_deref());
        if self.all && member.or(course_type).is_none() {
            return self.looking_at_all(None);
        }
        self.looking_at(member, course_type)
    }

    fn filters(&self) -> url::form_urlencoded::Serializer<'static, String> {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if let Some(round) = self.round {
            query.append_pair("round", &round.to_string());
        }
        if self.measure != Measure::default() {
            query.append_pair("show", self.measure.as_str());
        }
        if self.level != Some(Level::Regional) {
            query.append_pair("level", self.level.map_or("all", Level::as_str));
        }
        if let Some(quarter) = self.quarter {
            query.append_pair("quarter", quarter.as_str());
        }
        if let Some(goal) = self.goal {
            query.append_pair("goal", goal.as_str());
        }
        if let Some(subregion) = &self.subregion {
            query.append_pair("subregion", subregion);
        }
        if self.order == Order::MostFirst {
            query.append_pair("order", "most");
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(query: &str) -> Vec<(String, String)> {
        url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    }

    #[test]
    fn every_view_has_an_address_that_leads_back_to_it() {
        for query in [
            "",
            "show=deliveries&level=national&goal=protection&subregion=Southern+Asia&order=most",
            "level=all&state=FJ&type=liaison",
            "quarter=q3&goal=prevention&look=all",
            "quarter=unnamed&type=%7Enew",
        ] {
            let choice = Choice::read(&pairs(query));
            assert_eq!(choice.query(), query);
            assert_eq!(Choice::read(&pairs(&choice.query())), choice);
        }
    }

    #[test]
    fn what_means_nothing_is_left_out() {
        let choice = Choice::read(&pairs(
            "round=x&show=tears&goal=fame&order=down&quarter=5&look=up&after=now",
        ));
        assert_eq!(choice, Choice::read(&[]));
    }
}
