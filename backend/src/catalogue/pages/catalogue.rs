//! The catalogue: search, facets with counts, one page of courses. Everything is in the address.
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::public;
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Query;
use crate::base::filters;
use crate::base::i18n::{Message, autonym};
use crate::base::ids::OrganisationId;
use crate::base::kept::Numbers;
use crate::base::page::Frame;
use crate::base::pieces::Piece;
use crate::catalogue::rules::search::pieces;
use crate::catalogue::rules::{
    DeliveryMode, DeliveryScope, Facet, FacetCount, Filter, Goal, Length, Level, Line,
    TAUGHT_LANGUAGES,
};
use crate::catalogue::store::{self, CourseType, Found, Lists, Loosened, OfferedCourse};
use crate::identity::Visitor;
use crate::organisations::{self, Directory, Organisation};

#[derive(Template)]
#[template(path = "pages/catalogue/catalogue.html")]
struct CataloguePage<'a> {
    frame: &'a Frame,
    filter: &'a Filter,
    found: &'a Found,
    facets: Vec<FacetShown>,
    names: &'a Names,
    canonical: String,
}

/// The kinds of file as which the list is taken away, and what people call them.
const KINDS: [(&str, &str); 6] = [
    ("pdf", "PDF"),
    ("xlsx", "Excel"),
    ("csv", "CSV"),
    ("json", "JSON"),
    ("rss", "RSS"),
    ("ics", "iCalendar"),
];

/// A facet with what can be chosen of it.
struct FacetShown {
    facet: Facet,
    options: Vec<Choice>,
    open: bool,
}

/// A value that can be chosen.
struct Choice {
    value: String,
    label: Line,
    count: usize,
    chosen: bool,
}

/// Names of course types and centres.
pub(super) struct Names {
    lists: Arc<Lists>,
    organisations: Arc<Directory>,
}

/// The catalogue as the address asks for it.
pub async fn catalogue(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let filter = Filter::read(&query);
    let numbers = Numbers::read(&app.db).await?;
    let found = store::search(&app, &numbers, &filter, &frame.reader.locale.tag()).await?;
    let names = Names::of(&app, &numbers).await?;
    let facets = names.facets(&filter, &found.counts);
    let canonical = app.settings.link(&filter.canonical());
    let (frame, filter, found, names) = (&frame, &filter, &found, &names);
    let page = CataloguePage { frame, filter, found, facets, names, canonical };
    Ok(public(&by, frame.page(&page)?))
}

impl CataloguePage<'_> {
    fn lede(&self) -> Message {
        Message::new("catalogue-lede")
            .with("courses", self.found.summary.courses)
            .with("centres", self.found.summary.centres)
    }

    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.found.window.first())
            .with("last", self.found.window.last())
            .with("total", self.found.window.total)
    }

    fn pieces<'a>(&self, text: &'a str) -> Vec<Piece<'a>> {
        pieces(text, &self.found.query)
    }

    /// The title of a course in the language of the reader, where it has one.
    fn title_of(&self, course: &OfferedCourse) -> Option<&str> {
        self.found
            .texts
            .get(&course.course_id)
            .map(|text| &*text.title)
            .filter(|text| !text.is_empty())
    }

    /// The summary of a course in the language of the reader, where it has one.
    fn summary_of(&self, course: &OfferedCourse) -> Option<&str> {
        self.found
            .texts
            .get(&course.course_id)
            .map(|text| &*text.summary)
            .filter(|text| !text.is_empty())
    }

    /// What was looked for instead of what was typed.
    fn corrected(&self) -> Option<&str> {
        self.found.nearest.as_deref().filter(|_| !self.filter.exact)
    }

    /// What may have been meant, where the text is taken as it was typed.
    fn meant(&self) -> Option<&str> {
        self.found.nearest.as_deref().filter(|_| self.filter.exact)
    }

    /// What to leave out so that something is found.
    fn less(&self, less: &Loosened) -> Message {
        match less.without {
            Some(facet) => Message::new("search-without-facet")
                .with("facet", facet.label())
                .with("count", less.count),
            None => Message::new("search-without-text")
                .with("text", &self.filter.q)
                .with("count", less.count),
        }
    }

    /// The filters in use that can be taken away one by one: words and address.
    fn chips(&self) -> Vec<(Line, String)> {
        let chosen = self.facets.iter().flat_map(|shown| {
            let options = shown.options.iter().filter(|option| option.chosen);
            options.map(|option| {
                (option.label.clone(), self.filter.without(shown.facet, &option.value))
            })
        });
        chosen.collect()
    }

    /// Steps to other pages; a gap stands where some are left out.
    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut last = 0;
        for page in self.found.window.linked() {
            if page > last + 1 {
                steps.push(Step { page: None, href: String::new() });
            }
            steps.push(Step { page: Some(page), href: self.filter.on_page(page) });
            last = page;
        }
        steps
    }
}

/// A link to a page, or a gap between two.
struct Step {
    page: Option<i64>,
    href: String,
}

impl Names {
    /// The names as they stand.
    pub(super) async fn read(app: &App) -> Result<Self> {
        Self::of(app, &Numbers::read(&app.db).await?).await
    }

    async fn of(app: &App, numbers: &Numbers) -> Result<Self> {
        let lists = store::lists(app, numbers).await?;
        Ok(Self { lists, organisations: organisations::directory(app, numbers).await? })
    }

    /// The name of a centre; nothing where there is none.
    pub(super) fn centre_named(&self, id: OrganisationId) -> String {
        self.organisations.of(id).map(|centre| centre.name.clone()).unwrap_or_default()
    }

    fn types(&self) -> &[CourseType] {
        &self.lists.types
    }

    fn centres(&self) -> &[Organisation] {
        self.organisations.centres()
    }

    fn centre_of<'a>(&'a self, course: &'a OfferedCourse) -> &'a str {
        let centre = self.centres().iter().find(|centre| centre.id == course.centre_id);
        centre.map_or(course.centre_code.as_str(), |centre| centre.name.as_str())
    }

    fn type_of<'a>(&'a self, course: &'a OfferedCourse) -> &'a str {
        let known = self.types().iter().find(|known| known.code == course.course_type);
        known.map_or(course.course_type.as_str(), |known| known.name.as_str())
    }

    fn facets(&self, filter: &Filter, counts: &[FacetCount]) -> Vec<FacetShown> {
        let shown = |facet: Facet| FacetShown {
            facet,
            options: self.options(facet, filter, counts),
            open: matches!(facet, Facet::Goal | Facet::Language | Facet::Centre)
                || filter.chosen.contains_key(&facet),
        };
        let all = Facet::ALL.iter().copied().map(shown);
        all.filter(|shown| !shown.options.is_empty()).collect()
    }

    /// Values that some course has, and those chosen, in the order of their list.
    fn options(&self, facet: Facet, filter: &Filter, counts: &[FacetCount]) -> Vec<Choice> {
        let count_of = |value: &str| {
            let found = counts.iter().find(|c| c.facet == facet && c.value == value);
            found.map_or(0, |found| found.count)
        };
        let choice = |value: &String| Choice {
            value: value.clone(),
            label: self.label(facet, value),
            count: count_of(value),
            chosen: filter.has(facet, value),
        };
        let mut values = self.order(facet);
        let others = counts.iter().filter(|count| count.facet == facet);
        for value in
            others.map(|count| &count.value).chain(filter.chosen.get(&facet).into_iter().flatten())
        {
            if !values.contains(value) {
                values.push(value.clone());
            }
        }
        let all = values.iter().map(choice);
        all.filter(|choice| choice.count > 0 || choice.chosen).collect()
    }

    fn order(&self, facet: Facet) -> Vec<String> {
        fn named(names: impl Iterator<Item = &'static str>) -> Vec<String> {
            names.map(str::to_owned).collect()
        }
        match facet {
            Facet::Goal => named(Goal::ALL.iter().map(|goal| goal.as_str())),
            Facet::Type => self.types().iter().map(|known| known.code.clone()).collect(),
            Facet::Centre => self.centres().iter().map(|centre| centre.code.clone()).collect(),
            Facet::Language => named(TAUGHT_LANGUAGES.into_iter()),
            Facet::Length => named(Length::ALL.iter().map(|value| value.as_str())),
            Facet::Delivery => named(DeliveryScope::ALL.iter().map(|value| value.as_str())),
            Facet::Level => named(Level::ALL.iter().map(|value| value.as_str())),
            Facet::Mode => named(DeliveryMode::ALL.iter().map(|value| value.as_str())),
            Facet::Trainers => named(["yes", "no"].into_iter()),
        }
    }

    /// The words for a value; the value itself where nothing is known of it.
    pub(super) fn label(&self, facet: Facet, value: &str) -> Line {
        let words = facet.words_for(value);
        words.map_or_else(|| Line::Text(self.name(facet, value).to_owned()), Line::Words)
    }

    fn name<'a>(&'a self, facet: Facet, value: &'a str) -> &'a str {
        let name = match facet {
            Facet::Type => self.types().iter().find(|known| known.code == value).map(|t| &t.name),
            Facet::Centre => {
                self.centres().iter().find(|centre| centre.code == value).map(|c| &c.short_name)
            }
            _ => None,
        };
        match (facet, name) {
            (Facet::Language, _) => autonym(value),
            (_, Some(name)) => name,
            (_, None) => value,
        }
    }
}
