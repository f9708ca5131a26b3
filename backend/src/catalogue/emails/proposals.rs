//! What Training Directors are written about drafts that wait for them, and editors about what
//! became of theirs.
use super::Ready;
use crate::base::App;
use crate::base::i18n::Message;
use crate::base::letter::{Fact, Part};

/// A draft that waits.
#[derive(Debug)]
pub struct Proposed<'a> {
    /// The code of the course.
    pub code: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The name of whoever proposes it; none for a program.
    pub from: Option<&'a str>,
    /// What it changes, as proposed.
    pub note: &'a str,
    /// The version that it would become.
    pub version: i32,
}

/// What became of a proposal.
#[derive(Clone, Copy, Debug)]
pub enum Answer<'a> {
    /// It was published as this version, with this note.
    Published(i32, &'a str),
    /// It was sent back, with what is wanted.
    SentBack(&'a str),
}

fn fact(label: &'static str, text: impl Into<String>) -> (Message, Fact) {
    (label.into(), Fact::Text(text.into()))
}

/// What a Training Director is written when a draft waits. Whoever looks after emails reads the
/// subject, and the title of a draft is not theirs to read.
pub fn proposed(app: &App, news: &Proposed<'_>) -> Ready {
    let mut facts = vec![
        fact("course", news.title),
        fact("course-code", news.code),
        fact("course-version", news.version.to_string()),
    ];
    facts.extend(news.from.map(|from| fact("proposal-mail-from", from)));
    facts.push(fact("course-change-note", news.note));
    Ready {
        over: "proposal-mail-over",
        heading: Message::new("proposal-mail-proposed").with("code", news.code),
        lede: "proposal-mail-proposed-lede".into(),
        parts: vec![Part { heading: None, facts }],
        notes: vec!["proposal-mail-proposed-note".into()],
        action: (
            "proposal-mail-proposed-action",
            app.settings.link(&format!("/courses/{}/publication", news.code)),
        ),
        why: "proposal-mail-proposed-why",
    }
}

/// What whoever proposed a draft is written when it was published or sent back.
pub fn answered(app: &App, (code, title): (&str, &str), answer: Answer<'_>) -> Ready {
    let mut facts = vec![fact("course", title), fact("course-code", code)];
    let (words, action, place) = match answer {
        Answer::Published(version, note) => {
            facts.push(fact("course-version", version.to_string()));
            facts.push(fact("course-change-note", note));
            let words = ("proposal-mail-published", "proposal-mail-published-lede", "title", title);
            (words, "proposal-mail-published-action", String::new())
        }
        Answer::SentBack(wanted) => {
            facts.push(fact("proposal-wanted", wanted));
            let words = ("proposal-mail-sent-back", "proposal-mail-sent-back-lede", "code", code);
            (words, "proposal-mail-sent-back-action", "/edit".to_owned())
        }
    };
    Ready {
        over: "proposal-mail-over",
        heading: Message::new(words.0).with(words.2, words.3),
        lede: words.1.into(),
        parts: vec![Part { heading: None, facts }],
        notes: Vec::new(),
        action: (action, app.settings.link(&format!("/courses/{code}{place}"))),
        why: "proposal-mail-answered-why",
    }
}
