//! The shape of every email: one letter, from which the text and the HTML part are both made,
//! so that they say the same things in the same order.
use askama::Template;

use super::error::Result;
use super::filters;
use super::i18n::{Message, Reader};
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
#[derive(Debug)]
pub enum Fact {
    /// A name or what somebody typed.
    Text(String),
    /// Words of ours.
    Words(Message),
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
struct TextPart<'a> {
    letter: &'a Letter,
    envelope: &'a Envelope<'a>,
}

#[derive(Template)]
#[template(path = "emails/letter.html")]
struct HtmlPart<'a> {
    letter: &'a Letter,
    subject: &'a str,
    envelope: &'a Envelope<'a>,
    lang: String,
    dir: &'static str,
}

/// What stands around a letter.
#[derive(Debug)]
pub struct Envelope<'a> {
    /// When it was written, in the recipient's zone: "9 December 2026, 10:42 in Jakarta".
    pub written: String,
    /// Where the recipient can stop such emails; none where they cannot be stopped.
    pub unsubscribe: Option<&'a str>,
    /// Whether people, dates and figures are invented.
    pub demo: bool,
}

impl Letter {
    /// The plain text, lines of at most 72 characters where words allow.
    pub fn text(&self, reader: Reader, envelope: &Envelope<'_>) -> Result<String> {
        render(&TextPart { letter: self, envelope }, reader)
    }

    /// The HTML, with inline styles and no image.
    pub fn html(&self, reader: Reader, subject: &str, envelope: &Envelope<'_>) -> Result<String> {
        let (lang, dir) = (reader.locale.tag(), reader.locale.direction());
        render(&HtmlPart { letter: self, subject, envelope, lang, dir }, reader)
    }
}
