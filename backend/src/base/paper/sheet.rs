//! Pages drawn, with what each piece is to a reader who hears them.
use std::collections::HashMap;
use std::num::NonZeroU16;
use std::rc::Rc;

use anyhow::Context;
use chrono::{Datelike, Timelike};
use krilla::Document;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup,
    TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::Printed;
use super::book::Book;
use super::flow::{PAGE, Place, SIDE, WIDTH};
use super::fonts::{Look, Setter, Text};

/// Red, green and blue of text, and of text in grey.
const INK: [u8; 3] = [27, 38, 44];
const GREY: [u8; 3] = [90, 100, 107];
/// Where head and foot of a page stand.
const HEAD: f32 = 36.0;
const FOOT: f32 = 800.0;

/// Where an entry of the contents leads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub page: usize,
    pub y: f32,
}

/// What a block is to a reader.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Title,
    Part,
    Section,
    Heading,
    Paragraph,
    /// An entry of the contents, and where it leads.
    Entry(Option<Mark>),
    /// What belongs to the entry before it.
    Beside,
    /// The sign before an item; means nothing.
    Sign,
    Item,
}

/// One line on a page.
pub(super) struct Drawn {
    pub text: Rc<Text>,
    pub line: usize,
    pub x: f32,
    pub top: f32,
    pub baseline: f32,
    pub width: f32,
    pub block: usize,
}

/// Lines of one page, and the blocks that they belong to, from earlier pages too.
#[derive(Default)]
pub(super) struct Sheet {
    pub lines: Vec<Drawn>,
    pub blocks: Vec<(Kind, Vec<Node>)>,
}

impl Sheet {
    /// Begins a block.
    pub fn begin(&mut self, kind: Kind) {
        self.blocks.push((kind, Vec::new()));
    }
}

/// Draws pages into a document.
pub(super) struct Press {
    document: Document,
    fonts: HashMap<u64, Font>,
    head: Text,
    feet: Vec<Text>,
    drawn: usize,
    unknown: usize,
    tree: TagTree,
}

impl Press {
    pub fn new(book: &Book, setter: &mut Setter, pages: usize) -> Self {
        let small = Look::of(8.0).grey();
        let foot = |page: usize| {
            let foot = book.words.footer.replace("{pages}", &pages.to_string());
            foot.replace("{page}", &page.to_string())
        };
        Self {
            document: Document::new(),
            fonts: HashMap::new(),
            head: setter.set(&book.words.header, small, WIDTH),
            feet: (1..=pages).map(|page| setter.set(&foot(page), small, WIDTH)).collect(),
            drawn: 0,
            unknown: 0,
            tree: TagTree::new().with_lang(Some(book.language.clone())),
        }
    }

    /// Draws the lines of a page.
    pub fn draw(&mut self, sheet: &mut Sheet) {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).expect("A4 is a size");
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        let mut pen = Pen { fonts: &mut self.fonts, unknown: &mut self.unknown };
        pen.around(&mut surface, &self.head, HEAD, ArtifactType::Header);
        if let Some(foot) = self.feet.get(self.drawn) {
            pen.around(&mut surface, foot, FOOT, ArtifactType::Footer);
        }
        let mut links = Vec::new();
        for drawn in &sheet.lines {
            let (kind, nodes) = &mut sheet.blocks[drawn.block];
            if matches!(kind, Kind::Sign) {
                surface
                    .start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                pen.line(&mut surface, drawn);
                surface.end_tagged();
                continue;
            }
            let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            pen.line(&mut surface, drawn);
            surface.end_tagged();
            match kind {
                Kind::Entry(Some(mark)) => links.push((drawn, *mark, identifier)),
                _ => nodes.push(identifier.into()),
            }
        }
        surface.finish();
        for (drawn, mark, identifier) in links {
            let link = link(&mut page, drawn, mark, identifier);
            sheet.blocks[drawn.block].1.push(link.into());
        }
        page.finish();
        self.drawn += 1;
    }

    /// Takes the blocks of a flow that has ended into the tree of what is read.
    pub fn take(&mut self, sheet: &mut Sheet) {
        let mut gathered: Option<TagGroup> = None;
        for (kind, nodes) in std::mem::take(&mut sheet.blocks) {
            if nodes.is_empty() {
                continue;
            }
            let within = match kind {
                Kind::Item => Some(TagGroup::new(Tag::L(ListNumbering::Circle))),
                Kind::Entry(_) | Kind::Beside => Some(TagGroup::new(Tag::TOC)),
                _ => None,
            };
            if let Some(new) = within {
                let group = gathered.get_or_insert(new);
                group.push(group_of(kind, nodes));
            } else {
                if let Some(group) = gathered.take() {
                    self.tree.push(group);
                }
                self.tree.push(group_of(kind, nodes));
            }
        }
        if let Some(group) = gathered {
            self.tree.push(group);
        }
    }

    /// The document, with bookmarks at the headings.
    pub fn finish(mut self, book: &Book, places: &[Place]) -> anyhow::Result<Printed> {
        self.document.set_outline(outline(book, places));
        self.document.set_tag_tree(self.tree);
        self.document.set_metadata(metadata(book));
        let (pages, unknown) = (self.drawn, self.unknown);
        let bytes = self.document.finish();
        let bytes = bytes.map_err(|error| anyhow::anyhow!("{error:?}")).context("no PDF")?;
        Ok(Printed { bytes, pages, unknown })
    }
}

fn link(
    page: &mut krilla::page::Page<'_>,
    drawn: &Drawn,
    mark: Mark,
    text: Identifier,
) -> TagGroup {
    let height = drawn.text.look.size * 1.35;
    let rect = Rect::from_xywh(drawn.x, drawn.top, drawn.width, height).expect("a rectangle");
    let to = XyzDestination::new(mark.page, Point::from_xy(0.0, (mark.y - 12.0).max(0.0)));
    let target = Target::Destination(to.into());
    let annotation =
        Annotation::new_link(LinkAnnotation::new(rect, target), Some(drawn.text.said.clone()));
    let mut link = TagGroup::new(Tag::Link);
    link.push(text);
    link.push(page.add_tagged_annotation(annotation));
    link
}

fn group_of(kind: Kind, nodes: Vec<Node>) -> TagGroup {
    let heading = |level: u16| Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), None);
    match kind {
        Kind::Title => TagGroup::with_children(heading(1), nodes),
        Kind::Part => TagGroup::with_children(heading(2), nodes),
        Kind::Section => TagGroup::with_children(heading(3), nodes),
        Kind::Heading => TagGroup::with_children(heading(4), nodes),
        Kind::Entry(_) | Kind::Beside => TagGroup::with_children(Tag::TOCI, nodes),
        Kind::Item => {
            let body = TagGroup::with_children(Tag::LBody, nodes);
            TagGroup::with_children(Tag::LI, vec![body.into()])
        }
        Kind::Paragraph | Kind::Sign => TagGroup::with_children(Tag::P, nodes),
    }
}

fn outline(book: &Book, places: &[Place]) -> Outline {
    let mut places = places.iter().copied();
    let mut next = |title: &str| {
        let place = places.next().unwrap_or(Place { page: 0, y: 0.0 });
        let to = XyzDestination::new(place.page, Point::from_xy(0.0, (place.y - 12.0).max(0.0)));
        OutlineNode::new(title.to_owned(), to)
    };
    let mut outline = Outline::new();
    for part in &book.parts {
        let mut node = next(&part.title);
        for section in &part.sections {
            node.push_child(next(&section.title));
        }
        outline.push_child(node);
    }
    outline
}

fn metadata(book: &Book) -> Metadata {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let at = book.made_at;
    let date = DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0);
    let direction =
        if book.right_to_left { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    Metadata::new()
        .title(book.title.clone())
        .language(book.language.clone())
        .creator("RCTM".to_owned())
        .creation_date(date)
        .text_direction(direction)
}

/// Draws glyphs, and counts the characters that have none.
struct Pen<'a> {
    fonts: &'a mut HashMap<u64, Font>,
    unknown: &'a mut usize,
}

impl Pen<'_> {
    /// Draws the first line of what stands around the text of a page.
    fn around(&mut self, surface: &mut Surface<'_>, text: &Text, y: f32, kind: ArtifactType) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        self.glyphs(surface, text, 0, Point::from_xy(SIDE, y));
        surface.end_tagged();
    }

    fn line(&mut self, surface: &mut Surface<'_>, drawn: &Drawn) {
        self.glyphs(surface, &drawn.text, drawn.line, Point::from_xy(drawn.x, drawn.baseline));
    }

    fn glyphs(&mut self, surface: &mut Surface<'_>, text: &Text, number: usize, at: Point) {
        let Some(line) = text.layout.lines().nth(number) else { return };
        let [red, green, blue] = if text.look.grey { GREY } else { INK };
        surface.set_fill(Some(Fill {
            paint: rgb::Color::new(red, green, blue).into(),
            opacity: NormalizedF32::ONE,
            rule: krilla::paint::FillRule::default(),
        }));
        let mut x = at.x + line.metrics().offset;
        for run in line.runs() {
            let (data, id) = run.font().data.clone().into_raw_parts();
            let index = run.font().index;
            let font = self.fonts.entry(id).or_insert_with(|| {
                Font::new(data.into(), index).expect("the fonts of the program are fonts")
            });
            let (font, size, begin) = (font.clone(), run.font_size(), x);
            let mut glyphs: Vec<KrillaGlyph> = Vec::new();
            for cluster in run.visual_clusters() {
                if cluster.is_ligature_continuation() {
                    // A continuation has no glyph of its own.
                    if let Some(glyph) = glyphs.last_mut() {
                        glyph.text_range.start =
                            glyph.text_range.start.min(cluster.text_range().start);
                        glyph.text_range.end = glyph.text_range.end.max(cluster.text_range().end);
                    }
                    continue;
                }
                for glyph in cluster.glyphs() {
                    *self.unknown += usize::from(glyph.id == 0);
                    glyphs.push(KrillaGlyph::new(
                        GlyphId::new(glyph.id),
                        glyph.advance / size,
                        glyph.x / size,
                        glyph.y / size,
                        0.0,
                        cluster.text_range(),
                        None,
                    ));
                    x += glyph.advance;
                }
            }
            if !glyphs.is_empty() {
                let start = Point::from_xy(begin, at.y);
                surface.draw_glyphs(start, &glyphs, font, &text.said, size, false);
            }
        }
    }
}
