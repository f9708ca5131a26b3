//! How many participants a cell means.
use super::code::{Code, Said};
use crate::base::tables::Value;
use crate::catalogue::rules::fold;

/// The smallest and the largest group.
pub(super) type Group = (Option<u16>, Option<u16>);

/// More than this is no group.
const MOST: u16 = 9_999;

pub(super) fn read(value: &Value, said: &mut Said) -> Group {
    let group = match value {
        Value::Empty | Value::NoResult => return (None, None),
        Value::Number(number) => whole(*number),
        Value::Day(_) => None,
        Value::Text(text) if text.trim().is_empty() => return (None, None),
        Value::Text(text) => {
            if let Ok(number) = text.trim().parse::<f64>() {
                whole(number)
            } else {
                let group = in_words(&fold(text));
                if group.is_some() {
                    said.add(Code::ParticipantsText);
                }
                group
            }
        }
    };
    group.unwrap_or_else(|| {
        said.add(Code::ParticipantsInvalid);
        (None, None)
    })
}

fn whole(number: f64) -> Option<Group> {
    let fits = number.fract() == 0.0 && (1.0..=f64::from(MOST)).contains(&number);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is from 1 to 9999"
    )]
    fits.then_some((None, Some(number as u16)))
}

fn in_words(text: &str) -> Option<Group> {
    let (before, rest) = text.split_at(text.find(|letter: char| letter.is_ascii_digit())?);
    // A minus is no word.
    if before.trim_end().ends_with(['-', '−']) || before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let (first, rest) = number(rest)?;
    let rest = rest.trim_start();
    let between = ["-", "–", "—", "to ", "bis ", "a ", "s/d ", "sampai ", "hingga "];
    let second = between.iter().find_map(|sign| number(rest.strip_prefix(sign)?.trim_start()));
    if let Some((second, _)) = second {
        return (first <= second).then_some((Some(first), Some(second)));
    }
    let least = ["min", "at least", "from", "from least", "sedikitnya"];
    if least.iter().any(|word| before.trim().starts_with(word)) {
        return Some((Some(first), None));
    }
    Some((None, Some(first)))
}

/// A number that ends where a word could end: the letter O after a digit is no zero.
fn number(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    Some((digits.parse().ok().filter(|number| (1..=MOST).contains(number))?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_among_words_and_never_guessed() {
        for (text, group, code) in [
            ("24", (None, Some(24)), None),
            ("20-25", (Some(20), Some(25)), Some(Code::ParticipantsText)),
            ("25 to 30", (Some(25), Some(30)), Some(Code::ParticipantsText)),
            ("max 30", (None, Some(30)), Some(Code::ParticipantsText)),
            ("min. 8", (Some(8), None), Some(Code::ParticipantsText)),
            ("30 (3 per State)", (None, Some(30)), Some(Code::ParticipantsText)),
            ("forty", (None, None), Some(Code::ParticipantsInvalid)),
            ("1O", (None, None), Some(Code::ParticipantsInvalid)),
            ("-5", (None, None), Some(Code::ParticipantsInvalid)),
            ("0", (None, None), Some(Code::ParticipantsInvalid)),
            ("2.5", (None, None), Some(Code::ParticipantsInvalid)),
            ("99999", (None, None), Some(Code::ParticipantsInvalid)),
            ("", (None, None), None),
        ] {
            let mut said = Said::default();
            assert_eq!(read(&Value::Text(text.into()), &mut said), group, "{text}");
            assert_eq!(said.codes(), code.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }
}
