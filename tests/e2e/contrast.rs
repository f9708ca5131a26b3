//! The stylesheet's pairs of colours keep their contrast, light and dark.
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const TEXT: f64 = 4.5;
/// Signs, borders, bars and the ring of the focus.
const SIGN: f64 = 3.0;

/// Foreground, background, least contrast.
#[rustfmt::skip]
const PAIRS: [(&str, &str, f64); 43] = [
    ("ink", "paper", TEXT), ("ink", "wash", TEXT), ("ink", "note-wash", TEXT),
    ("ink-2", "paper", TEXT), ("ink-2", "wash", TEXT), ("ink-2", "note-wash", TEXT),
    ("sea", "paper", TEXT), ("sea", "wash", TEXT), ("sea", "note-wash", TEXT), ("sea", "warn-wash", TEXT),
    ("seen", "paper", TEXT), ("seen", "warn-wash", TEXT), ("act-ink", "act", TEXT), ("act-ink", "act-on", TEXT),
    ("good", "paper", TEXT), ("good", "wash", TEXT), ("warn", "paper", TEXT), ("warn", "wash", TEXT),
    ("warn", "note-wash", TEXT), ("ink", "warn-wash", TEXT), ("ink", "good-wash", TEXT),
    ("bad", "paper", TEXT), ("on-deep", "deep", TEXT), ("on-deep-2", "deep", TEXT), ("on-deep", "deep-2", TEXT),
    ("on-deep-2", "deep-2", TEXT), ("lit-ink", "lit", TEXT),
    ("d1-t", "d1", TEXT), ("d2-t", "d2", TEXT), ("d3-t", "d3", TEXT), ("d4-t", "d4", TEXT), ("d5-t", "d5", TEXT),
    ("edge", "paper", SIGN), ("edge", "wash", SIGN), ("ink", "sunk", TEXT), ("edge", "sunk", SIGN),
    ("met", "paper", SIGN), ("short", "paper", SIGN), ("short", "warn-wash", SIGN),
    ("focus", "paper", SIGN), ("focus", "wash", SIGN), ("focus", "note-wash", SIGN), ("focus-deep", "deep", SIGN),
];

type Tokens = BTreeMap<String, [u8; 3]>;

/// The tokens of the light and of the dark scheme.
fn schemes() -> [(&'static str, Tokens); 2] {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend-templates/assets/rctm.css");
    let css = fs::read_to_string(file).expect("the stylesheet");
    let mut blocks =
        css.split(":root {").skip(1).map(|rest| rest.split('}').next().expect("an end"));
    let light = tokens(blocks.next().expect("the light scheme"));
    let mut dark = light.clone();
    dark.extend(tokens(blocks.next().expect("the dark scheme")));
    [("light", light), ("dark", dark)]
}

fn tokens(block: &str) -> Tokens {
    block.split("--").skip(1).filter_map(token).collect()
}

fn token(text: &str) -> Option<(String, [u8; 3])> {
    let (name, rest) = text.split_once(':')?;
    let colour = rest.trim_start().strip_prefix('#')?.get(..6)?;
    let number = u32::from_str_radix(colour, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some((name.trim().to_owned(), [red, green, blue]))
}

/// Relative luminance as WCAG defines it.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn everything_on_a_page_can_be_read_in_both_schemes() {
    let mut faults = Vec::new();
    for (scheme, tokens) in schemes() {
        for (front, back, least) in PAIRS {
            let colour = |name: &str| *tokens.get(name).unwrap_or_else(|| panic!("no --{name}"));
            let found = contrast(colour(front), colour(back));
            if found < least {
                faults.push(format!("{scheme}: {front} on {back} has {found:.2}, not {least}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_steps_of_the_heat_map_keep_one_order_of_lightness() {
    for (scheme, tokens) in schemes() {
        let steps: Vec<_> = (1..=5).map(|step| luminance(tokens[&format!("d{step}")])).collect();
        let rises = steps.windows(2).all(|two| two[0] < two[1]);
        let falls = steps.windows(2).all(|two| two[0] > two[1]);
        assert!(rises || falls, "{scheme}: {steps:?}");
    }
}

#[test]
fn the_measure_is_that_of_wcag() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x77, 0x77, 0x77], [255, 255, 255]) - 4.48).abs() < 0.005);
}
