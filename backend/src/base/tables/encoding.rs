//! Which letters the bytes of a file stand for.
use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Trouble;

/// How much of a file is looked at to tell its encoding, in bytes.
const LOOKED_AT: usize = 256 * 1024;

/// The text, and whether letters may have been lost before. What says of itself that it is Unicode
/// is; what can be UTF-8 is that; else it is what such bytes most often are, in doubt the code page
/// of western offices.
pub(super) fn decoded(bytes: &[u8]) -> Result<(String, bool), Trouble> {
    let (encoding, unicode) = encoding_of(bytes);
    let (text, _, _) = encoding.decode(bytes);
    // Text has no such characters; a picture or a program has.
    let strange = text.chars().take(LOOKED_AT).filter(|letter| is_strange(*letter)).count();
    if strange > 0 {
        return Err(Trouble::UnknownKind);
    }
    Ok((Cow::into_owned(text), !unicode))
}

fn is_strange(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{80}'..)
}

fn encoding_of(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, true);
    }
    if let Some(encoding) = wide(bytes) {
        return (encoding, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, true);
    }
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let likely = detector.feed(start, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    (if likely { guess } else { WINDOWS_1252 }, false)
}

/// UTF-16 without its mark: every other byte of the beginning is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(400)];
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match start.len() / 4 {
        0 => None,
        enough if odd > enough && even == 0 => Some(UTF_16LE),
        enough if even > enough && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}
