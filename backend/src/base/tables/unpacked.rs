//! What a workbook is once unpacked: told before anybody reads it, whatever it says of itself.
use std::collections::HashSet;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::Trouble;

/// The most of all parts together, unpacked, in bytes.
const MOST_UNPACKED: u64 = 160 * 1024 * 1024;
/// The most of the shared strings, unpacked, in bytes.
const MOST_STRINGS: u64 = 32 * 1024 * 1024;
/// The most shared strings.
const MOST_SHARED: usize = 500_000;
/// The most parts.
const MOST_PARTS: usize = 500;
/// Where the shared strings are.
const STRINGS: &str = "xl/sharedStrings.xml";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens a workbook, after counting what comes out of each of its parts.
pub(super) fn counted(bytes: &[u8]) -> Result<Archive<'_>, Trouble> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Trouble::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Trouble::TooLarge);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(Trouble::UnknownKind);
    }
    let mut left = MOST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Trouble::Damaged)?;
        let name = part.name().map_err(|_| Trouble::Damaged)?.to_ascii_lowercase();
        // Pictures and the like are never unpacked.
        if !matches!(name.rsplit('.').next(), Some("xml" | "rels")) {
            continue;
        }
        let strings = name == STRINGS.to_ascii_lowercase();
        let most = if strings { left.min(MOST_STRINGS) } else { left };
        left -= count(part, most, strings)?;
    }
    Ok(archive)
}

/// The bytes that come out of a part; of shared strings also how many there are is looked at.
fn count(mut part: impl Read, most: u64, strings: bool) -> Result<u64, Trouble> {
    let mut piece = vec![0; 64 * 1024];
    let (mut total, mut shared) = (0_u64, 0);
    loop {
        let read = part.read(&mut piece).map_err(|_| Trouble::Damaged)?;
        if read == 0 {
            return Ok(total);
        }
        total += read as u64;
        if strings {
            shared += piece[..read].windows(3).filter(|three| three == b"<si").count();
        }
        if total > most || shared > MOST_SHARED {
            return Err(Trouble::TooLarge);
        }
    }
}

/// The numbers of the rows that the sheet of this name hides.
pub(super) fn hidden_rows(archive: &mut Archive<'_>, sheet: &str) -> Result<HashSet<u32>, Trouble> {
    let mut hidden = HashSet::new();
    let Some(path) = path_of(archive, sheet)? else { return Ok(hidden) };
    let mut next = 1;
    elements(archive, &path, b"row", |row| {
        let number: u32 =
            attribute(row, "r").and_then(|number| number.parse().ok()).unwrap_or(next);
        next = number.saturating_add(1);
        if attribute(row, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true") {
            hidden.insert(number);
        }
    })?;
    Ok(hidden)
}

/// Where the sheet of this name is kept.
fn path_of(archive: &mut Archive<'_>, sheet: &str) -> Result<Option<String>, Trouble> {
    let mut relation = None;
    elements(archive, "xl/workbook.xml", b"sheet", |element| {
        if attribute(element, "name").as_deref() == Some(sheet) {
            relation = attribute(element, "r:id");
        }
    })?;
    let mut target = None;
    elements(archive, "xl/_rels/workbook.xml.rels", b"Relationship", |element| {
        if relation.is_some() && attribute(element, "Id") == relation {
            target = attribute(element, "Target");
        }
    })?;
    Ok(target.map(|target| match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    }))
}

fn elements(
    archive: &mut Archive<'_>,
    path: &str,
    name: &[u8],
    mut each: impl FnMut(&BytesStart<'_>),
) -> Result<(), Trouble> {
    let part = archive.by_name(path).map_err(|_| Trouble::Damaged)?;
    let mut reader = Reader::from_reader(std::io::BufReader::new(part));
    let mut piece = Vec::new();
    loop {
        piece.clear();
        match reader.read_event_into(&mut piece).map_err(|_| Trouble::Damaged)? {
            Event::Start(element) | Event::Empty(element)
                if element.local_name().as_ref().as_bytes() == name =>
            {
                each(&element);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok().flatten()?;
    Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}
