//! Words for months, and for days that are not settled yet.
use crate::catalogue::rules::fold;

/// The beginnings of the names of months; Thai ones are abbreviated with full stops.
const MONTHS: [(u32, &[&str]); 12] = [
    (1, &["jan", "januari", "janv", "ม.ค", "มกราคม", "يناير"]),
    (2, &["feb", "fev", "februari", "ก.พ", "กุมภาพันธ์", "فبراير"]),
    (3, &["mar", "maret", "mars", "มี.ค", "มีนาคม", "مارس"]),
    (4, &["apr", "avr", "april", "เม.ย", "เมษายน", "أبريل", "ابريل"]),
    (5, &["may", "mei", "mai", "พ.ค", "พฤษภาคม", "مايو"]),
    (6, &["jun", "juin", "juni", "มิ.ย", "มิถุนายน", "يونيو"]),
    (7, &["jul", "juil", "juli", "ก.ค", "กรกฎาคม", "يوليو"]),
    (8, &["aug", "aou", "agu", "agustus", "ส.ค", "สิงหาคม", "أغسطس", "اغسطس"]),
    (9, &["sep", "september", "ก.ย", "กันยายน", "سبتمبر"]),
    (10, &["oct", "okt", "oktober", "ต.ค", "ตุลาคม", "أكتوبر", "اكتوبر"]),
    (11, &["nov", "november", "พ.ย", "พฤศจิกายน", "نوفمبر"]),
    (12, &["dec", "des", "desember", "ธ.ค", "ธันวาคม", "ديسمبر"]),
];

/// Words of dates that are not settled yet.
pub(super) const UNSETTLED: [&str; 24] = [
    "tbc",
    "tbd",
    "tba",
    "any",
    "week",
    "month",
    "quarter",
    "year",
    "early",
    "mid",
    "late",
    "later",
    "open",
    "semester",
    "spring",
    "summer",
    "autumn",
    "winter",
    "minggu",
    "bulan",
    "semaine",
    "trimestre",
    "belum",
    "confirmed",
];

/// The number of a month by its name.
pub(super) fn month(word: &str) -> Option<u32> {
    let known = MONTHS.iter().find(|(_, names)| {
        names.iter().any(|name| {
            let name = fold(name);
            word == name
                || (name.is_ascii()
                    && name.len() == 3
                    && word.starts_with(&name)
                    && word.is_ascii())
        })
    });
    known.map(|(number, _)| *number)
}
