//! What is found, as a book to print: a part for each goal, a section for each course.
use axum::extract::State;
use axum::response::Response;

use super::catalogue::Names;
use crate::base::App;
use crate::base::error::Result;
use crate::base::export::download;
use crate::base::extract::Query;
use crate::base::i18n::{Message, Say, autonym};
use crate::base::page::Frame;
use crate::base::paper::{Block, Book, PDF, Part, Section, Words};
use crate::catalogue::actions::to_print;
use crate::catalogue::rules::{CourseContent, Facet, Filter, Goal};
use crate::catalogue::store::Published;
use crate::identity::Visitor;

/// What is found, as a PDF.
pub async fn pdf(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let filter = Filter::read(&query);
    let courses = to_print(&app, &filter).await?;
    let read = courses.iter().map(|course| Ok((course, course.content()?)));
    let courses = read.collect::<Result<Vec<_>>>()?;
    let names = Names::read(&app).await?;
    let writer = Writer { app: &app, frame: &frame, names: &names };
    let book = writer.book(&filter, &courses);
    let printed = app.press.print(book).await?;
    Ok(download(PDF, "catalogue.pdf", printed.bytes))
}

/// Writes the book in the words of the reader.
struct Writer<'a> {
    app: &'a App,
    frame: &'a Frame,
    names: &'a Names,
}

type Course<'a> = (&'a Published, CourseContent);

impl Writer<'_> {
    fn t(&self, key: &'static str) -> String {
        self.frame.reader.locale.t(key)
    }

    fn say(&self, message: &Message) -> String {
        self.frame.reader.locale.say(message)
    }

    fn book(&self, filter: &Filter, courses: &[Course<'_>]) -> Book {
        let locale = self.frame.reader.locale;
        let now = self.app.clock.now();
        let day = self.frame.reader.day(now);
        let found = Message::new("catalogue-found").with("count", courses.len());
        let mut about = vec![self.say(&found), self.filter(filter)];
        about.push(self.say(&Message::new("print-made").with("date", &day)));
        about.push(self.app.settings.link(&filter.href()));
        if courses.iter().any(|(course, _)| course.sample) {
            about.push(self.t("course-sample-data"));
        }
        let header = Message::new("print-header").with("date", &day);
        let header = header.with("filter", self.filter(filter));
        let footer = Message::new("print-page").with("page", "{page}").with("pages", "{pages}");
        let part = |goal: &Goal| {
            let of_goal = courses.iter().filter(|(course, _)| course.goal == *goal);
            let sections: Vec<_> = of_goal.map(|course| self.section(course)).collect();
            Part { title: self.say(&goal.label()), sections }
        };
        Book {
            title: self.t("catalogue-title"),
            about,
            language: locale.tag(),
            right_to_left: locale.direction() == "rtl",
            made_at: now,
            words: Words {
                contents: self.t("print-contents"),
                header: self.say(&header),
                footer: self.say(&footer),
            },
            parts: Goal::ALL.iter().map(part).filter(|part| !part.sections.is_empty()).collect(),
        }
    }

    /// The filter in words.
    fn filter(&self, filter: &Filter) -> String {
        let mut chosen = Vec::new();
        if !filter.q.is_empty() {
            let text = Message::new("catalogue-chip-search").with("text", &filter.q);
            chosen.push(self.say(&text));
        }
        for (facet, values) in &filter.chosen {
            let labels = values.iter().map(|value| self.label(*facet, value));
            let labels = labels.collect::<Vec<_>>().join(&self.t("list-separator"));
            chosen.push(format!("{}: {labels}", self.say(&facet.label())));
        }
        if chosen.is_empty() { self.t("print-all") } else { chosen.join(" · ") }
    }

    fn label(&self, facet: Facet, value: &str) -> String {
        self.names.label(facet, value).words(self.frame.reader.locale)
    }

    fn section(&self, (course, content): &Course<'_>) -> Section {
        let mut blocks = vec![Block::Small(self.names.centre_named(course.centre_id))];
        blocks.push(Block::Text(content.summary.clone()));
        blocks.push(Block::Facts(self.facts(course, content)));
        let mut under = |key: &'static str, block: Block| {
            blocks.push(Block::Heading(self.t(key)));
            blocks.push(block);
        };
        if !content.audience.is_empty() {
            under("course-who", Block::Text(content.audience.clone()));
        }
        if !content.objectives.is_empty() {
            under("course-objectives-after", Block::List(content.objectives.clone()));
        }
        if !content.modules.is_empty() {
            let line = |module: &crate::catalogue::rules::Module| {
                let line = Message::new("course-module-line").with("title", &module.title);
                let line = line.with("hours", module.hours.unwrap_or_default());
                self.say(&line.with("summary", &module.summary))
            };
            under("course-modules", Block::List(content.modules.iter().map(line).collect()));
        }
        if !content.materials.is_empty() {
            let line = |material: &crate::catalogue::rules::Material| {
                let line = Message::new("course-material-line").with("title", &material.title);
                self.say(&line.with("language", autonym(&material.language)))
            };
            under("course-materials", Block::List(content.materials.iter().map(line).collect()));
        }
        Section { title: content.title.clone(), blocks }
    }

    fn facts(&self, course: &Published, content: &CourseContent) -> Vec<(String, String)> {
        let list = |items: Vec<String>| items.join(&self.t("list-separator"));
        let said = |messages: Vec<Message>| list(messages.iter().map(|m| self.say(m)).collect());
        let days = content
            .duration_days
            .map(|days| self.say(&Message::new("course-days-count").with("count", days)));
        let group = content.min_participants.zip(content.max_participants).map(|(least, most)| {
            self.say(&Message::new("course-group-people").with("least", least).with("most", most))
        });
        let trainers = content.train_the_trainer.then(|| self.t("course-trainers-yes"));
        let autonyms = content.languages.iter().map(|tag| autonym(tag).to_owned()).collect();
        let facts = [
            ("course-code", course.code.clone()),
            ("course-type", self.label(Facet::Type, &content.course_type)),
            ("course-level", said(content.level.iter().map(|v| v.label()).collect())),
            ("course-days", days.unwrap_or_default()),
            ("course-group", group.unwrap_or_default()),
            ("course-languages", list(autonyms)),
            ("course-mode", said(content.delivery_modes.iter().map(|v| v.label()).collect())),
            (
                "course-delivery",
                said(content.levels_of_delivery.iter().map(|v| v.label()).collect()),
            ),
            ("course-trainers", trainers.unwrap_or_default()),
            ("print-take-first", list(content.prerequisites.clone())),
            ("course-published-on", self.frame.reader.day(course.since)),
            ("print-address", self.app.settings.link(&format!("/courses/{}", course.code))),
        ];
        let some = facts.into_iter().filter(|(_, value)| !value.is_empty());
        some.map(|(key, value)| (self.t(key), value)).collect()
    }
}
