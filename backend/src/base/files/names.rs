//! Names of files: as people gave them, in any script, without what leads anybody astray.
use super::FileType;
use super::arriving::hex;

/// The longest name, in characters.
const LONGEST: usize = 120;

/// The name of a file of this kind: without directories, controls, marks that turn the direction
/// of what follows, and ends that systems do not take.
pub fn clean(name: &str, kind: FileType) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !is_left_out(*c)).collect();
    let kept = kept.trim_matches(is_edge);
    let stem = match (FileType::of_name(kept), kept.rsplit_once('.')) {
        (Some(known), Some((stem, _))) if known == kind => stem,
        _ => kept,
    };
    let stem: String = stem.chars().take(LONGEST).collect();
    let stem = stem.trim_matches(is_edge);
    let stem = if stem.is_empty() { "file" } else { stem };
    format!("{stem}.{}", kind.extension())
}

/// What systems take off the ends of names.
fn is_edge(c: char) -> bool {
    c == '.' || c.is_whitespace()
}

fn is_left_out(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(
            c,
            '"' | '<' | '>' | ':' | '|' | '?' | '*' | '\u{feff}' | '\u{2028}' | '\u{2029}'
        )
}

/// The same name in ASCII, for programs that know nothing else.
fn in_ascii(name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_ ()".contains(c);
    let stem: String = stem.chars().map(|c| if safe(c) { c } else { '_' }).collect();
    let stem = if stem.chars().any(char::is_alphanumeric) { stem.as_str() } else { "file" };
    format!("{stem}.{ending}")
}

/// What makes a browser keep the file under its name instead of showing it.
pub(super) fn disposition(name: &str) -> String {
    let mut encoded = String::new();
    for byte in name.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if plain {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push_str(&hex(&[byte]).to_uppercase());
        }
    }
    format!("attachment; filename=\"{}\"; filename*=UTF-8''{encoded}", in_ascii(name))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_kept_in_its_script_and_loses_what_is_dangerous() {
        for (given, kept) in [
            ("Guide.pdf", "Guide.pdf"),
            ("دليل المدرب.PDF", "دليل المدرب.pdf"),
            ("คู่มือ.pdf", "คู่มือ.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\me\\Guide v1.2.pdf", "Guide v1.2.pdf"),
            ("\u{202e}fdp.exe", "fdp.exe.pdf"),
            ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
            ("...", "file.pdf"),
            ("", "file.pdf"),
        ] {
            assert_eq!(clean(given, FileType::Pdf), kept, "{given:?}");
        }
        assert!(clean(&"x".repeat(500), FileType::Pdf).chars().count() <= LONGEST + 4);
    }

    #[test]
    fn programs_get_a_name_in_both_ways() {
        assert_eq!(
            disposition("Cómo.pdf"),
            "attachment; filename=\"C_mo.pdf\"; filename*=UTF-8''C%C3%B3mo.pdf"
        );
        assert!(disposition("คู่มือ.pdf").contains("filename=\"file.pdf\""));
    }

    proptest! {
        #[test]
        fn whatever_is_given_a_name_is_one_part_of_a_path_and_stays_as_it_is(given in ".{0,40}") {
            let name = clean(&given, FileType::Zip);
            prop_assert!(!name.contains(['/', '\\']) && !name.starts_with('.'));
            prop_assert!(!name.chars().any(char::is_control));
            prop_assert_eq!(clean(&name, FileType::Zip), name.clone());
            prop_assert!(disposition(&name).is_ascii());
        }
    }
}
