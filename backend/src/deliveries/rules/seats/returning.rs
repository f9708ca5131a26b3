//! A State returns free seats: how many, and why if it wants to say.
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;

/// The longest reason, in characters.
const LONGEST: usize = 500;

/// A return as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedReturn {
    /// How many seats.
    pub seats: String,
    /// Why; it may be empty.
    pub reason: String,
}

/// Reads a return of at most `free` seats.
pub fn read_return(typed: &TypedReturn, free: i32) -> Result<(i32, String), FieldErrors> {
    let mut errors = FieldErrors::default();
    let seats = typed.seats.trim().parse::<i32>().ok().filter(|seats| (1..=free).contains(seats));
    if seats.is_none() {
        errors.add("seats", Message::new("seats-return-bad").with("most", i64::from(free)));
    }
    let seen = |c: &char| !c.is_control() || *c == '\n';
    let reason: String = typed.reason.trim().chars().filter(seen).collect();
    if typed.reason.chars().count() > LONGEST {
        errors.add("reason", Message::new("delivery-text-long").with("most", LONGEST));
    }
    errors.or((seats.unwrap_or_default(), reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_free_seats_are_returned() {
        let read = |seats: &str| {
            let typed = TypedReturn { seats: seats.to_owned(), reason: " Ill ".to_owned() };
            read_return(&typed, 3).ok()
        };
        assert_eq!(read(" 3 "), Some((3, "Ill".to_owned())));
        for bad in ["", "0", "-1", "4", "1.5", "two"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
