//! The reminder of courses that nobody has verified for a year.
use super::Ready;
use crate::base::App;
use crate::base::i18n::Message;
use crate::base::letter::{Fact, Part};
use crate::base::outbox::Recipient;
use crate::catalogue::store::StaleCourse;

/// The most courses that one letter lists.
const MOST: usize = 40;

/// The stale courses of a centre.
#[derive(Debug)]
pub struct Stale<'a> {
    /// All of them.
    pub courses: &'a [StaleCourse],
}

/// What a Training Director is written about them: one letter, a part for each course.
pub fn stale(app: &App, to: &Recipient, news: &Stale<'_>) -> Ready {
    let count = news.courses.len();
    let part = |course: &StaleCourse| Part {
        heading: Some(
            Message::new("freshness-mail-course")
                .with("code", &course.code)
                .with("title", &course.title),
        ),
        facts: vec![("course-verified".into(), Fact::Text(to.reader.day(course.verified_at)))],
    };
    let mut notes = vec![Message::new("freshness-mail-what")];
    if count > MOST {
        notes.insert(0, Message::new("freshness-mail-more").with("count", count - MOST));
    }
    Ready {
        over: "freshness-mail-over",
        heading: Message::new("freshness-mail-heading").with("count", count),
        lede: Message::new("freshness-mail-lede"),
        parts: news.courses.iter().take(MOST).map(part).collect(),
        notes,
        action: ("freshness-mail-action", app.settings.link("/my-centre")),
        why: "freshness-mail-why",
    }
}
