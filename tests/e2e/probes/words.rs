//! Words that nobody else may read: a distinct one is planted in every free text, and none may
//! turn up where it does not belong.
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use tests::Reply;

use super::cast::{Known, One};

/// Every planted word begins with this, and nothing else does.
pub const BEGINNING: &str = "qzj";
/// How long a planted word is.
const LENGTH: usize = 18;

type May = Box<dyn Fn(Known) -> bool>;

/// One planted word.
struct Word {
    what: String,
    may: May,
    /// Whether a door shows it to somebody at all.
    shown: bool,
}

/// The words that are planted, the names that things have anyway, and who has read which.
#[derive(Default)]
pub struct Words {
    planted: BTreeMap<String, Word>,
    names: BTreeMap<String, Word>,
    read: BTreeSet<String>,
}

impl Words {
    /// A new word for what only those may read who fit; somebody of them must be shown it.
    pub fn plant(&mut self, what: &str, may: impl Fn(Known) -> bool + 'static) -> String {
        self.add(what, Box::new(may), true)
    }

    /// A new word for what no door shows to anybody.
    pub fn hide(&mut self, what: &str) -> String {
        self.add(what, Box::new(|_| false), false)
    }

    /// An id or a code, which only those may be told who fit.
    pub fn name(&mut self, name: &str, what: &str, may: impl Fn(Known) -> bool + 'static) {
        let word = Word { what: what.to_owned(), may: Box::new(may), shown: true };
        self.names.insert(name.to_owned(), word);
    }

    fn add(&mut self, what: &str, may: May, shown: bool) -> String {
        let random = rctm::base::ids::EmailId::new().0.simple().to_string();
        let letters = random.bytes().rev().take(LENGTH - BEGINNING.len());
        let letter = |byte: u8| char::from(b'a' + (byte % 25));
        let word: String = BEGINNING.chars().chain(letters.map(letter)).collect();
        let known = self.planted.insert(word.clone(), Word { what: what.to_owned(), may, shown });
        assert!(known.is_none(), "two words are the same");
        word
    }

    pub fn count(&self) -> usize {
        self.planted.len()
    }

    /// What an answer says to somebody who may not read it; the address that was asked for tells
    /// nothing new.
    pub fn leaked(&mut self, (one, address): (&One, &str), reply: &Reply) -> Vec<String> {
        let headers = reply.headers.iter();
        let mut texts: Vec<String> =
            headers.map(|(_, value)| String::from_utf8_lossy(value.as_bytes()).into()).collect();
        texts.push(body_of(reply));
        let text = texts.join("\n");
        let mut leaked = self.leaked_in(one, &text);
        leaked.extend(self.named_in(one, address, &text));
        leaked
    }

    /// The names in a text that are not for somebody who did not give them.
    fn named_in(&mut self, one: &One, given: &str, text: &str) -> Vec<String> {
        let mut leaked = Vec::new();
        for (name, known) in self.names.iter().filter(|(name, _)| text.contains(*name)) {
            if (known.may)(one.known()) {
                self.read.insert(name.clone());
            } else if !given.contains(name.as_str()) {
                leaked.push(known.what.clone());
            }
        }
        leaked
    }

    /// What a text says to somebody who may not read it.
    pub fn leaked_in(&mut self, one: &One, text: &str) -> Vec<String> {
        let mut leaked = Vec::new();
        for word in found_in(text) {
            let Some(known) = self.planted.get(word) else { continue };
            if (known.may)(one.known()) {
                self.read.insert(word.to_owned());
            } else {
                leaked.push(known.what.clone());
            }
        }
        leaked.sort();
        leaked.dedup();
        leaked
    }

    /// What a text holds that stands in no text for everybody.
    pub fn in_text(&self, text: &str) -> Vec<String> {
        found_in(text).filter_map(|word| Some(self.planted.get(word)?.what.clone())).collect()
    }

    /// What nobody has been shown, though somebody may read it: it was planted in vain.
    pub fn unread(&self) -> Vec<&str> {
        let all = self.planted.iter().chain(&self.names);
        let unread = all.filter(|(word, known)| known.shown && !self.read.contains(*word));
        unread.map(|(_, known)| known.what.as_str()).collect()
    }
}

fn found_in(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(BEGINNING).filter_map(|(at, _)| text.get(at..at + LENGTH))
}

/// The files in a pack as text.
fn text_of_pack(reply: &Reply) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(reply.body.to_vec())).expect("a ZIP");
    let mut text = String::new();
    for place in 0..zip.len() {
        let mut bytes = Vec::new();
        let mut part = zip.by_index(place).expect("a part");
        part.read_to_end(&mut bytes).expect("its checksum holds");
        text.push_str(&part.name().expect("a name in UTF-8"));
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}

/// The body as text, that of a workbook cell by cell, that of a pack file by file.
pub fn body_of(reply: &Reply) -> String {
    if reply.header("content-type") == Some("application/zip") && reply.status.as_u16() == 200 {
        return text_of_pack(reply);
    }
    let is_workbook = reply.header("content-type").is_some_and(|kind| kind.contains("spreadsheet"));
    if !is_workbook || reply.status.as_u16() != 200 {
        return reply.text.clone();
    }
    let bytes = Cursor::new(reply.body.to_vec());
    let mut book: Xlsx<_> = open_workbook_from_rs(bytes).expect("a workbook");
    let mut text = book.sheet_names().join("\n");
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).expect("a sheet");
        for (.., cell) in sheet.used_cells() {
            if let Data::String(cell) = cell {
                text.push('\n');
                text.push_str(cell);
            }
        }
    }
    text
}
