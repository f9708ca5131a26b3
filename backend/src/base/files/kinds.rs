//! What a file is: decided from its first bytes, never from what its sender says. Only kinds are
//! taken that training material comes in and that run nothing when they are opened.

macro_rules! file_types {
    ($($(#[$doc:meta])* $kind:ident = $extension:literal $(| $other:literal)*, $media:literal;)+) => {
        /// A kind of file that is taken.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum FileType { $($(#[$doc])* $kind,)+ }

        /// The endings of names, in the order in which people are told of them.
        pub const ALL_EXTENSIONS: &[&str] = &[$($extension),+];

        impl FileType {
            /// The kind that a name ends like.
            pub fn of_name(name: &str) -> Option<Self> {
                let (_, ending) = name.rsplit_once('.')?;
                match ending.to_lowercase().as_str() {
                    $($extension $(| $other)* => Some(Self::$kind),)+
                    _ => None,
                }
            }

            /// How names of the kind end, and how tables call it.
            pub const fn extension(self) -> &'static str {
                match self { $(Self::$kind => $extension,)+ }
            }

            /// What the kind is to a browser.
            pub const fn media_type(self) -> &'static str {
                match self { $(Self::$kind => $media,)+ }
            }
        }
    };
}

file_types! {
    /// A document as it is printed.
    Pdf = "pdf", "application/pdf";
    /// A text document of Microsoft Office.
    Docx = "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    /// Slides of Microsoft Office.
    Pptx = "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    /// A workbook of Microsoft Office.
    Xlsx = "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /// A text document of `LibreOffice`.
    Odt = "odt", "application/vnd.oasis.opendocument.text";
    /// Slides of `LibreOffice`.
    Odp = "odp", "application/vnd.oasis.opendocument.presentation";
    /// A workbook of `LibreOffice`.
    Ods = "ods", "application/vnd.oasis.opendocument.spreadsheet";
    /// A book for small screens.
    Epub = "epub", "application/epub+zip";
    /// Plain text.
    Text = "txt" | "md", "text/plain; charset=utf-8";
    /// A table as text.
    Csv = "csv", "text/csv; charset=utf-8";
    /// A picture without loss.
    Png = "png", "image/png";
    /// A photograph.
    Jpeg = "jpg" | "jpeg", "image/jpeg";
    /// A picture of the Web.
    Webp = "webp", "image/webp";
    /// Sound.
    Mp3 = "mp3", "audio/mpeg";
    /// A film.
    Mp4 = "mp4" | "m4v", "video/mp4";
    /// A film of the Web.
    Webm = "webm", "video/webm";
    /// Several files in one, such as a lesson at a screen.
    Zip = "zip", "application/zip";
}

/// How every ZIP begins that holds something.
const ZIP: &[u8] = b"PK\x03\x04";
/// Where the name of the first part of a ZIP stands.
const FIRST_NAME: usize = 30;
/// What the first parts of documents of Microsoft Office are called.
const OFFICE_PARTS: [&[u8]; 7] =
    [b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"ppt/", b"xl/", b"customXml/"];

/// How many bytes are looked at.
pub(super) const HEAD: usize = 8 * 1024;

impl FileType {
    /// Whether the bytes of such a file are text all through.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Csv)
    }

    /// Whether a file that begins like this can be of the kind.
    pub(super) fn begins(self, head: &[u8]) -> bool {
        let known = infer::get(head).map(|known| known.mime_type());
        match self {
            // Text has no mark; what has one is no text. That it is text is seen on the way.
            Self::Text | Self::Csv => known.is_none() && !head.iter().copied().any(is_of_no_text),
            Self::Docx | Self::Pptx | Self::Xlsx => {
                let at_first = |part: &[u8]| starts_at(head, FIRST_NAME, part);
                head.starts_with(ZIP)
                    && OFFICE_PARTS.into_iter().any(at_first)
                    && self.may_be(known)
            }
            Self::Odt | Self::Odp | Self::Ods | Self::Epub => {
                head.starts_with(ZIP)
                    && starts_at(head, FIRST_NAME, b"mimetype")
                    && starts_at(head, FIRST_NAME + 8, self.media_type().as_bytes())
            }
            Self::Mp4 => known.is_some_and(|known| matches!(known, "video/mp4" | "video/x-m4v")),
            Self::Zip => head.starts_with(ZIP),
            _ => known == Some(self.media_type()),
        }
    }

    /// Whether a document of Microsoft Office is none of another kind.
    fn may_be(self, known: Option<&str>) -> bool {
        let others = [Self::Docx, Self::Pptx, Self::Xlsx].into_iter().filter(|one| *one != self);
        others.into_iter().all(|other| known != Some(other.media_type()))
    }
}

fn starts_at(head: &[u8], place: usize, part: &[u8]) -> bool {
    head.get(place..).is_some_and(|rest| rest.starts_with(part))
}

/// Whether a byte is one that programs and pictures have and text has not.
fn is_of_no_text(byte: u8) -> bool {
    byte.is_ascii_control() && !b"\t\n\r\x0c".contains(&byte)
}

/// What is still to be seen of text that comes in pieces.
#[derive(Debug, Default)]
pub(super) struct TextSeen(Vec<u8>);

impl TextSeen {
    /// Whether the text goes on as text.
    pub(super) fn goes_on(&mut self, piece: &[u8]) -> bool {
        if piece.iter().copied().any(is_of_no_text) {
            return false;
        }
        self.0.extend(piece);
        match std::str::from_utf8(&self.0) {
            Ok(_) => self.0.clear(),
            Err(error) if error.error_len().is_none() => {
                self.0.drain(..error.valid_up_to());
            }
            Err(_) => return false,
        }
        true
    }

    /// Whether it ends with a whole character.
    pub(super) fn is_whole(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn zip(first: &[u8], more: &[u8]) -> Vec<u8> {
        let mut head = ZIP.to_vec();
        head.resize(FIRST_NAME, 0);
        head.extend(first);
        head.extend(more);
        head
    }

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        assert!(FileType::Pdf.begins(b"%PDF-1.7\n"));
        assert!(FileType::Png.begins(b"\x89PNG\r\n\x1a\n"));
        assert!(FileType::Text.begins("Pre\u{301}sentation".as_bytes()));
        assert!(FileType::Docx.begins(&zip(b"[Content_Types].xml", b"")));
        assert!(TextSeen::default().goes_on(b"a,b\r\n\t1,2\x0c"));
        assert!(!TextSeen::default().goes_on(b"\x7fELF\x02\x01"));
        assert!(FileType::Odt.begins(&zip(b"mimetype", FileType::Odt.media_type().as_bytes())));
        assert!(!FileType::Odt.begins(&zip(b"mimetype", FileType::Odp.media_type().as_bytes())));
        assert!(FileType::Zip.begins(&zip(b"lesson/index.html", b"")));
        for (kind, head) in [
            (FileType::Pdf, &zip(b"bomb", b"")[..]),
            (FileType::Pdf, b"MZ\x90\x00"),
            (FileType::Docx, &zip(b"bomb", b"")),
            (FileType::Text, b"%PDF-1.7"),
            (FileType::Text, b"\x7fELF"),
            (FileType::Text, b"a\0b"),
            (FileType::Jpeg, b"\x89PNG\r\n\x1a\n"),
            (FileType::Mp4, b"<html>"),
        ] {
            assert!(!kind.begins(head), "{kind:?} {head:?}");
        }
    }

    #[test]
    fn a_name_says_which_kind_it_is_to_be() {
        assert_eq!(FileType::of_name("Guide v2.PDF"), Some(FileType::Pdf));
        assert_eq!(FileType::of_name("دليل.docx"), Some(FileType::Docx));
        for none in ["page.html", "picture.svg", "run.exe", "macros.docm", "guide", "guide.", ""] {
            assert_eq!(FileType::of_name(none), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn text_in_pieces_is_text_where_the_whole_is(
            bytes in prop_oneof![
                "[a-z\u{e9}\u{e01}\u{1f600}]{0,12}".prop_map(String::into_bytes),
                prop::collection::vec(any::<u8>(), 0..12),
            ],
            cut in 1..5_usize,
        ) {
            let mut seen = TextSeen::default();
            let goes_on = bytes.chunks(cut).all(|piece| seen.goes_on(piece));
            let whole = std::str::from_utf8(&bytes).is_ok() && !bytes.iter().copied().any(is_of_no_text);
            prop_assert_eq!(goes_on && seen.is_whole(), whole);
        }
    }
}
