//! A book poured into pages: once to learn on which page everything stands, and once to draw it.
use std::rc::Rc;

use parley::Alignment;

use super::Printed;
use super::book::{Block, Book, Part, Section};
use super::fonts::{Look, Setter, Text};
use super::sheet::{Drawn, Kind, Mark, Press, Sheet};

/// A4, in points.
pub(super) const PAGE: (f32, f32) = (595.0, 842.0);
/// The margins at the sides.
pub(super) const SIDE: f32 = 56.0;
/// Where text begins and ends on a page.
const TOP: f32 = 72.0;
const BOTTOM: f32 = 780.0;
/// The width of the text.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * SIDE;
/// The width of the names of facts, of page numbers in the contents, and of the sign of a list.
const NAMES: f32 = 130.0;
const NUMBERS: f32 = 40.0;
const SIGN: f32 = 14.0;
/// A section begins on the next page where less than this is left of one.
const ROOM_FOR_A_SECTION: f32 = 190.0;

const BODY: Look = Look::of(10.0);

/// Prints a book.
pub(super) fn print(book: &Book) -> anyhow::Result<Printed> {
    let mut setter = Setter::new()?;
    // The contents take as many pages whatever numbers stand in them.
    let mut counting = Flow::new(book, &mut setter, None);
    counting.contents(&[]);
    let before = counting.finish();
    let mut counting = Flow::new(book, &mut setter, None);
    let places = counting.parts(before);
    let pages = before + counting.finish();
    let mut press = Press::new(book, &mut setter, pages);
    let mut drawing = Flow::new(book, &mut setter, Some(&mut press));
    drawing.contents(&places);
    drawing.finish();
    let mut drawing = Flow::new(book, &mut setter, Some(&mut press));
    drawing.parts(before);
    drawing.finish();
    press.finish(book, &places)
}

/// Where a heading stands: the page, from 0, and the height on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub page: usize,
    pub y: f32,
}

struct Flow<'a> {
    book: &'a Book,
    setter: &'a mut Setter,
    press: Option<&'a mut Press>,
    sheet: Sheet,
    pages: usize,
    y: f32,
}

impl<'a> Flow<'a> {
    fn new(book: &'a Book, setter: &'a mut Setter, press: Option<&'a mut Press>) -> Self {
        Self { book, setter, press, sheet: Sheet::default(), pages: 0, y: TOP }
    }

    /// Title and contents.
    fn contents(&mut self, places: &[Place]) {
        let book = self.book;
        self.block(Kind::Title, &book.title, Look::of(24.0).bold(), (0.0, WIDTH));
        for about in &book.about {
            self.gap(4.0);
            self.block(Kind::Paragraph, about, BODY.grey(), (0.0, WIDTH));
        }
        self.gap(20.0);
        self.block(Kind::Part, &book.words.contents, Look::of(14.0).bold(), (0.0, WIDTH));
        let mut places = places.iter().copied();
        for part in &book.parts {
            self.gap(6.0);
            self.entry(&part.title, BODY.bold(), places.next());
            for section in &part.sections {
                self.entry(&section.title, BODY, places.next());
            }
        }
    }

    fn entry(&mut self, title: &str, look: Look, place: Option<Place>) {
        let number = place.map(|place| (place.page + 1).to_string()).unwrap_or_default();
        let look = self.led(look);
        let far = if self.book.right_to_left { Alignment::Left } else { Alignment::Right };
        let end = Look { align: far, ..look };
        self.room(look.size * 2.0);
        let top = self.y;
        let kind = Kind::Entry(place.map(|place| Mark { page: place.page, y: place.y }));
        self.block(kind, title, look, (0.0, WIDTH - NUMBERS));
        let after = std::mem::replace(&mut self.y, top);
        if after > top {
            self.block(Kind::Beside, &number, end, (WIDTH - NUMBERS, NUMBERS));
        }
        self.y = after.max(self.y);
    }

    /// Every part; where each heading stands, `before` pages before the first.
    fn parts(&mut self, before: usize) -> Vec<Place> {
        let book = self.book;
        let mut places = Vec::new();
        for part in &book.parts {
            self.part(part, before, &mut places);
        }
        places
    }

    fn part(&mut self, part: &Part, before: usize, places: &mut Vec<Place>) {
        if self.y > TOP {
            self.turn();
        }
        places.push(Place { page: before + self.pages, y: self.y });
        self.block(Kind::Part, &part.title, Look::of(18.0).bold(), (0.0, WIDTH));
        for section in &part.sections {
            self.gap(18.0);
            self.room(ROOM_FOR_A_SECTION);
            places.push(Place { page: before + self.pages, y: self.y });
            self.section(section);
        }
    }

    fn section(&mut self, section: &Section) {
        self.block(Kind::Section, &section.title, Look::of(13.0).bold(), (0.0, WIDTH));
        for block in &section.blocks {
            match block {
                Block::Small(said) => {
                    self.block(Kind::Paragraph, said, Look::of(9.0).grey(), (0.0, WIDTH));
                }
                Block::Text(said) => {
                    self.gap(4.0);
                    self.block(Kind::Paragraph, said, BODY, (0.0, WIDTH));
                }
                Block::Heading(said) => {
                    self.gap(8.0);
                    self.room(50.0);
                    self.block(Kind::Heading, said, BODY.bold(), (0.0, WIDTH));
                }
                Block::Facts(facts) => self.facts(facts),
                Block::List(items) => self.list(items),
            }
        }
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        self.gap(6.0);
        for (name, value) in facts {
            self.room(28.0);
            let (top, page) = (self.y, self.pages);
            self.block(Kind::Paragraph, name, self.led(Look::of(9.0).grey()), (0.0, NAMES));
            let after = self.y;
            if self.pages == page {
                self.y = top;
            }
            self.block(Kind::Paragraph, value, self.led(BODY), (NAMES, WIDTH - NAMES));
            if self.pages == page {
                self.y = after.max(self.y);
            }
            self.gap(2.0);
        }
    }

    fn list(&mut self, items: &[String]) {
        for item in items {
            self.gap(2.0);
            self.room(16.0);
            let top = self.y;
            self.block(Kind::Sign, "•", self.led(BODY), (0.0, SIGN));
            self.y = top;
            self.block(Kind::Item, item, self.led(BODY), (SIGN, WIDTH - SIGN));
        }
    }

    /// Sets a text into a column, `(from, width)` in points from where lines begin.
    fn block(&mut self, kind: Kind, said: &str, look: Look, (from, width): (f32, f32)) {
        let said: String = said.chars().map(|c| if c == '\t' { ' ' } else { c }).collect();
        let text: Rc<Text> = Rc::new(self.setter.set(&said, look, width));
        let from = if self.book.right_to_left { WIDTH - from - width } else { from };
        self.sheet.begin(kind);
        for (number, line) in text.layout.lines().enumerate() {
            let height = line.metrics().line_height;
            if self.y + height > BOTTOM {
                self.turn();
            }
            let rise = line.metrics().baseline - line.metrics().block_min_coord;
            self.sheet.lines.push(Drawn {
                text: text.clone(),
                line: number,
                x: SIDE + from,
                top: self.y,
                baseline: self.y + rise,
                width,
                block: self.sheet.blocks.len() - 1,
            });
            self.y += height;
        }
    }

    /// The look of what belongs to a name, a number or a sign beside it: it begins where the book
    /// does, whatever script it is in.
    fn led(&self, look: Look) -> Look {
        let align = if self.book.right_to_left { Alignment::Right } else { Alignment::Left };
        Look { align, ..look }
    }

    fn gap(&mut self, points: f32) {
        if self.y > TOP {
            self.y += points;
        }
    }

    /// Turns the page where less than `points` are left.
    fn room(&mut self, points: f32) {
        if self.y + points > BOTTOM {
            self.turn();
        }
    }

    fn turn(&mut self) {
        if let Some(press) = &mut self.press {
            press.draw(&mut self.sheet);
        }
        self.sheet.lines.clear();
        self.pages += 1;
        self.y = TOP;
    }

    /// Ends the last page; how many pages there are.
    fn finish(mut self) -> usize {
        if !self.sheet.lines.is_empty() {
            self.turn();
        }
        if let Some(press) = &mut self.press {
            press.take(&mut self.sheet);
        }
        self.pages
    }
}
