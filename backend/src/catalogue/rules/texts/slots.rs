//! The places of a course where a text in another language can stand, each beside its English.
use super::TextsOf;
use crate::base::i18n::Message;
use crate::catalogue::rules::content::CourseContent;

/// A place for a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The title.
    Title,
    /// What it is.
    Summary,
    /// What participants can do afterwards, counted from 0.
    Objective(usize),
    /// Who should come.
    Audience,
    /// The title of the module of this code.
    Module(String),
}

/// A place for a text, with the English that stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextSlot<'a> {
    /// Which place.
    pub slot: Slot,
    /// What it says in English; never empty.
    pub english: &'a str,
}

impl Slot {
    /// The name of its field in a form.
    pub fn name(&self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Summary => "summary".to_owned(),
            Self::Objective(place) => format!("objective.{}", place + 1),
            Self::Audience => "audience".to_owned(),
            Self::Module(code) => format!("module.{}", plain(code)),
        }
    }

    /// Its label.
    pub fn label(&self) -> Message {
        match self {
            Self::Title => Message::new("course-title"),
            Self::Summary => Message::new("course-summary"),
            Self::Objective(place) => Message::new("texts-objective").with("number", place + 1),
            Self::Audience => Message::new("course-audience"),
            Self::Module(code) => Message::new("texts-module").with("code", code),
        }
    }

    /// Whether it holds more than a line.
    pub const fn is_long(&self) -> bool {
        matches!(self, Self::Summary | Self::Audience)
    }
}

/// A code as a name of a field can have it: anybody may type any sign into the code of a module.
fn plain(code: &str) -> String {
    let sign = |byte: u8| match byte {
        b'-' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
        other => format!("_{other:02x}"),
    };
    code.bytes().map(sign).collect()
}

impl CourseContent {
    /// The places for texts in other languages: those in which the English says something.
    pub fn slots(&self) -> Vec<TextSlot<'_>> {
        let mut all = vec![(Slot::Title, &self.title), (Slot::Summary, &self.summary)];
        let objectives = self.objectives.iter().enumerate();
        all.extend(objectives.map(|(place, text)| (Slot::Objective(place), text)));
        all.push((Slot::Audience, &self.audience));
        for module in &self.modules {
            let slot = Slot::Module(module.code.clone());
            // Texts find their module by its code, so the first of two alike has it.
            if all.iter().all(|(known, _)| *known != slot) {
                all.push((slot, &module.title));
            }
        }
        let said = all.into_iter().filter(|(_, english)| !english.is_empty());
        said.map(|(slot, english)| TextSlot { slot, english }).collect()
    }
}

impl TextsOf {
    /// What stands in a place; may be empty.
    pub fn at(&self, slot: &Slot) -> &str {
        match slot {
            Slot::Title => &self.title,
            Slot::Summary => &self.summary,
            Slot::Objective(place) => self.objectives.get(*place).map_or("", String::as_str),
            Slot::Audience => &self.audience,
            Slot::Module(code) => self.modules.get(code).map_or("", String::as_str),
        }
    }

    /// Writes a text into its place.
    pub(super) fn put(&mut self, slot: &Slot, text: String) {
        match slot {
            Slot::Title => self.title = text,
            Slot::Summary => self.summary = text,
            Slot::Audience => self.audience = text,
            Slot::Module(code) if text.is_empty() => {
                self.modules.remove(code);
            }
            Slot::Module(code) => {
                self.modules.insert(code.clone(), text);
            }
            Slot::Objective(place) => {
                if self.objectives.len() <= *place {
                    self.objectives.resize(place + 1, String::new());
                }
                self.objectives[*place] = text;
            }
        }
    }

    /// Brings the objectives to as many as there are in English, or to none where none is written.
    pub(super) fn level(&mut self, english: usize) {
        self.objectives.resize(english, String::new());
        if self.objectives.iter().all(String::is_empty) {
            self.objectives.clear();
        }
    }

    /// Whether it says anything at all.
    pub fn is_empty(&self) -> bool {
        let lists = self.objectives.iter().chain(self.modules.values());
        [&self.title, &self.summary, &self.audience].into_iter().chain(lists).all(String::is_empty)
    }

    /// Whether it says the same, whoever has read it over.
    pub fn says_as(&self, other: &Self) -> bool {
        let bare =
            |texts: &Self| Self { reviewed: false, made_from: String::new(), ..texts.clone() };
        bare(self) == bare(other)
    }
}
