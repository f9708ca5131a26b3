//! The shape of every email: one letter, from which the text and the HTML part are both made,
//! so that they say the same things in the same order.
mod plain;

use askama::Template;

use super::error::Result;
use super::filters;
use super::i18n::{Locale, Message, Reader};
use super::page::render;

/// What an email says, before it is put into the recipient's language.
#[derive(Debug)]
pub struct Letter {
    /// What kind of news it is: "New course nomination".
    pub over: Message,
    /// The news in one line.
    pub heading: Message,
    /// Whom it is for and why, in a sentence or two.
    pub lede: Message,
    /// What it is about.
    pub parts: Vec<Part>,
    /// What follows from it, a paragraph each.
    pub notes: Vec<Message>,
    /// The one thing to open.
    pub action: Action,
    /// Why the recipient gets it and how to change that, a sentence each.
    pub reasons: Vec<Message>,
}

/// A group of facts under an optional heading.
#[derive(Debug)]
pub struct Part {
    /// The heading, where there are several parts.
    pub heading: Option<Message>,
    /// Label and value, in the order of reading.
    pub facts: Vec<(Message, Fact)>,
}

/// The value of a fact.
#[derive(Clone, Debug)]
pub enum Fact {
    /// A name or what somebody typed.
    Text(String),
    /// Words of ours.
    Words(Message),
    /// Quarters of a year, from 1 to 4; none where any is good.
    Quarters(Vec<u8>),
}

impl Fact {
    /// The words for it.
    fn said(&self, locale: Locale) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Words(words) => locale.say(words),
            Self::Quarters(quarters) => said_quarters(quarters, locale),
        }
    }

    /// The quarters, where it is some: whether each of the four is among them.
    fn quarters(&self) -> Option<[bool; 4]> {
        match self {
            Self::Quarters(quarters) => Some([1, 2, 3, 4].map(|q| quarters.contains(&q))),
            Self::Text(_) | Self::Words(_) => None,
        }
    }
}

/// "Q1", "Q1 and Q3", "Q1, Q2 and Q4".
fn said_quarters(quarters: &[u8], locale: Locale) -> String {
    let name = |quarter: &u8| Message::new("letter-quarter").with("number", *quarter);
    let Some((last, others)) = quarters.split_last() else {
        return locale.t("letter-quarter-any");
    };
    let joined = |pattern, start, end| Message::new(pattern).with("start", start).with("end", end);
    let start = others.iter().map(name).reduce(|a, b| joined("letter-list", a, b));
    locale.say(&match start {
        Some(start) => joined("letter-list-last", start, name(last)),
        None => name(last),
    })
}

/// The one link of an email.
#[derive(Debug)]
pub struct Action {
    /// What it opens.
    pub label: Message,
    /// The full address.
    pub address: String,
}

#[derive(Template)]
#[template(path = "emails/letter.txt")]
struct TextPart {
    blocks: Vec<String>,
}

#[derive(Template)]
#[template(path = "emails/letter.html")]
struct HtmlPart<'a> {
    letter: &'a Letter,
    subject: &'a str,
    envelope: &'a Envelope<'a>,
    locale: Locale,
    dir: &'static str,
}

impl HtmlPart<'_> {
    /// The sides of a label's cell: its gap lies towards the value.
    fn label_padding(&self) -> &'static str {
        if self.dir == "rtl" { "8px 0 8px 16px" } else { "8px 16px 8px 0" }
    }

    /// The gap before what follows on the same line.
    fn gap(&self) -> &'static str {
        if self.dir == "rtl" { "padding-right" } else { "padding-left" }
    }
}

/// What stands around a letter.
#[derive(Debug)]
pub struct Envelope<'a> {
    /// When it was written, in the recipient's zone: "9 December 2026, 10:42 in Jakarta".
    pub written: String,
    /// Where the recipient chooses what they are told; none where there is nothing to choose.
    pub notices: Option<&'a str>,
    /// Where the recipient can stop such emails; none where they cannot be stopped.
    pub unsubscribe: Option<&'a str>,
    /// Whether what the letter leads to needs signing in.
    pub sign_in: bool,
    /// Whether people, dates and figures are invented.
    pub demo: bool,
}

impl Letter {
    /// The plain text, lines of at most 72 columns where words allow.
    pub fn text(&self, reader: Reader, envelope: &Envelope<'_>) -> Result<String> {
        let locale = reader.locale;
        let mut blocks = vec![
            plain::paragraph(&locale.say(&self.over).to_uppercase()),
            plain::paragraph(&locale.say(&self.heading)),
            plain::paragraph(&locale.say(&self.lede)),
        ];
        blocks.extend(self.parts.iter().map(|part| part.text(locale)));
        blocks.extend(self.said_notes(locale).iter().map(|note| plain::paragraph(note)));
        let key = if envelope.sign_in { "letter-action" } else { "letter-action-open" };
        let label = Message::new(key).with("label", locale.say(&self.action.label));
        let label = plain::paragraph(&locale.say(&label));
        blocks.push(format!("{label}\n{}", self.action.address));
        blocks.push(plain::paragraph(&locale.t("letter-no-answer")));
        blocks.push(self.footer(locale, envelope));
        render(&TextPart { blocks }, reader)
    }

    /// The HTML, with inline styles and no image.
    pub fn html(&self, reader: Reader, subject: &str, envelope: &Envelope<'_>) -> Result<String> {
        let (locale, dir) = (reader.locale, reader.locale.direction());
        render(&HtmlPart { letter: self, subject, envelope, locale, dir }, reader)
    }

    /// The notes; the first says what they are.
    fn said_notes(&self, locale: Locale) -> Vec<String> {
        let mut notes: Vec<String> = self.notes.iter().map(|note| locale.say(note)).collect();
        if let Some(first) = notes.first_mut() {
            *first = format!("{} {first}", locale.t("letter-means"));
        }
        notes
    }

    fn footer(&self, locale: Locale, envelope: &Envelope<'_>) -> String {
        let sent = Message::new("letter-sent").with("moment", &envelope.written);
        let mut lines = vec!["--".to_owned(), plain::paragraph(&locale.say(&sent))];
        lines.extend(self.reasons.iter().map(|reason| plain::paragraph(&locale.say(reason))));
        // Outside the message, so that no mark of direction becomes a part of the address.
        let link = |key, address: &str| plain::paragraph(&format!("{} {address}", locale.t(key)));
        lines.extend(envelope.notices.map(|address| link("letter-notices-at", address)));
        lines.extend(envelope.unsubscribe.map(|address| link("letter-stop-at", address)));
        lines.push(plain::paragraph(&locale.t("letter-office")));
        lines.extend(envelope.demo.then(|| plain::paragraph(&locale.t("layout-demo"))));
        lines.join("\n")
    }
}

impl Part {
    fn text(&self, locale: Locale) -> String {
        let rows: Vec<_> =
            self.facts.iter().map(|(label, fact)| (locale.say(label), fact.said(locale))).collect();
        let heading = self.heading.as_ref().map(|heading| plain::paragraph(&locale.say(heading)));
        let blocks: Vec<String> = heading.into_iter().chain([plain::columns(&rows)]).collect();
        blocks.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(dir: &'static str) -> String {
        let letter = Letter {
            over: "app-name".into(),
            heading: "app-name".into(),
            lede: "app-name".into(),
            parts: vec![Part {
                heading: None,
                facts: vec![("app-name".into(), Fact::Quarters(vec![1, 3]))],
            }],
            notes: vec![],
            action: Action { label: "app-name".into(), address: "https://rctm.example/".into() },
            reasons: vec![],
        };
        let envelope = Envelope {
            written: String::new(),
            notices: None,
            unsubscribe: None,
            sign_in: true,
            demo: false,
        };
        let locale = Locale::english();
        let part = HtmlPart { letter: &letter, subject: "", envelope: &envelope, locale, dir };
        render(&part, Reader::unknown()).expect("it renders")
    }

    #[test]
    fn right_to_left_turns_the_columns() {
        let (left, right) = (html("ltr"), html("rtl"));
        assert!(left.contains("padding:8px 16px 8px 0") && left.contains("padding-left:6px"));
        assert!(right.contains("padding:8px 0 8px 16px") && right.contains("padding-right:6px"));
        assert!(right.contains("<html lang=\"en\" dir=\"rtl\">"));
    }

    #[test]
    fn quarters_are_joined_as_people_join_them() {
        let said = |quarters: &[u8]| said_quarters(quarters, Locale::english());
        assert_eq!(said(&[3]), "Q3");
        assert_eq!(said(&[1, 3]), "Q1 and Q3");
        assert_eq!(said(&[1, 2, 4]), "Q1, Q2 and Q4");
        assert_eq!(said(&[]), "Any quarter");
    }
}
