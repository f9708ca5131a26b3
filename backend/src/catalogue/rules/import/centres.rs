//! Centres by the names that people give them.
use super::code::{Code, Said};
use super::field::bare;
use crate::catalogue::rules::fold;

/// Names under which offices know centres beside their own, bare of signs.
const ALIASES: [(&str, &[&str]); 6] = [
    ("AIMM", &["akademiimigresen", "akademiimigresenmalaysia"]),
    ("CIFALJEJU", &["cifaljitc", "jitc", "cifal", "jejuinternationaltrainingcenter"]),
    ("ICATC", &["hometeamacademyspore", "hometeamacademy", "hometeamacademysingapore"]),
    ("ILEABKK", &["ileabkk", "ileathailand"]),
    ("JCLEC", &["jakartacentre"]),
    ("ISITD", &["immigrationservicehongkong"]),
];

/// A centre as tables name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownCentre {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// The name of its country.
    pub country: String,
}

/// The centre that a cell names, and the rest of the cell where it names two.
pub(super) fn read<'a>(
    text: &str,
    centres: &'a [KnownCentre],
    said: &mut Said,
) -> (Option<&'a KnownCentre>, String) {
    if text.trim().is_empty() {
        return (None, String::new());
    }
    if let Some(centre) = known(text, centres, said) {
        return (Some(centre), String::new());
    }
    for sign in ['/', ';', '&', '+'] {
        let Some((first, rest)) = text.split_once(sign) else { continue };
        if let Some(centre) = known(first, centres, said) {
            said.add(Code::CentreSplit);
            return (Some(centre), rest.trim().to_owned());
        }
    }
    said.add(Code::CentreUnknown);
    (None, String::new())
}

fn known<'a>(text: &str, centres: &'a [KnownCentre], said: &mut Said) -> Option<&'a KnownCentre> {
    let (folded, bare_text) = (fold(text), bare(text));
    let names = |centre: &'a KnownCentre| [&centre.code, &centre.short_name, &centre.name];
    let by_name = |centre: &&KnownCentre| {
        [&centre.code, &centre.short_name, &centre.name].iter().any(|name| fold(name) == folded)
    };
    if let Some(centre) = centres.iter().find(by_name) {
        return Some(centre);
    }
    let alias = ALIASES.iter().find(|(_, aliases)| aliases.contains(&bare_text.as_str()));
    let by_alias = centres.iter().find(|centre| {
        alias.is_some_and(|(code, _)| *code == centre.code)
            || names(centre).iter().any(|name| !bare_text.is_empty() && bare(name) == bare_text)
    });
    if by_alias.is_some() {
        said.add(Code::CentreAlias);
    }
    by_alias
}
