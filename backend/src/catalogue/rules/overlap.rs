//! Which courses of other centres a course is like, and in what: so that centres complement each
//! other and do not offer the same twice.
use super::fold::fold;
use crate::base::closed_list::closed_list;
use crate::base::ids::{CourseId, OrganisationId};

/// What the same course type is worth, of a hundred.
const TYPE: u32 = 35;
/// What the same title is worth.
const TITLE: u32 = 40;
/// What the same audience is worth.
const AUDIENCE: u32 = 15;
/// What a common language is worth.
const LANGUAGE: u32 = 10;
/// From here on a course is similar: the same type and language and a title a quarter of which is
/// the same, or nearly the same title for nearly the same audience.
const SIMILAR: u32 = 55;
/// From here on, of a thousand, a title or an audience is a reason that people are told.
const TELLING: u32 = 250;
/// The most similar courses that are shown.
const MOST: usize = 10;
/// Shorter words say nothing of an audience.
const SHORTEST_WORD: usize = 4;

closed_list! {
    /// In what two courses are alike.
    Reason {
        /// They are of one course type.
        SameType = "same_type", "overlap-same-type";
        /// Their titles are nearly the same.
        NearTitle = "near_title", "overlap-near-title";
        /// They are for nearly the same people.
        SameAudience = "same_audience", "overlap-same-audience";
        /// They are taught in the same language.
        SameLanguage = "same_language", "overlap-same-language";
    }
}

/// What of a course is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    course_type: String,
    title: Vec<[char; 3]>,
    audience: Vec<String>,
    languages: Vec<String>,
}

impl Traits {
    /// The traits of a course that says this; `languages` are BCP 47 tags.
    pub fn of<'a>(
        course_type: &str,
        title: &str,
        audience: &str,
        languages: impl Iterator<Item = &'a str>,
    ) -> Self {
        let long = |word: &&str| word.chars().count() >= SHORTEST_WORD;
        let audience = fold(audience);
        let words = audience.split(|c: char| !c.is_alphanumeric()).filter(long);
        Self {
            course_type: course_type.to_owned(),
            title: trigrams(title),
            audience: sorted(words.map(str::to_owned).collect()),
            languages: sorted(languages.map(str::to_owned).collect()),
        }
    }

    /// How much two courses are alike, and in what.
    pub fn likeness(&self, other: &Self) -> Likeness {
        let same_type = !self.course_type.is_empty() && self.course_type == other.course_type;
        let title = shared(&self.title, &other.title);
        let audience = shared(&self.audience, &other.audience);
        let common = self.languages.iter().filter(|tag| other.languages.contains(tag));
        let languages: Vec<String> = common.cloned().collect();
        let score = u32::from(same_type) * TYPE
            + title * TITLE / 1000
            + audience * AUDIENCE / 1000
            + u32::from(!languages.is_empty()) * LANGUAGE;
        let found = [
            (Reason::SameType, same_type),
            (Reason::NearTitle, title >= TELLING),
            (Reason::SameAudience, audience >= TELLING),
            (Reason::SameLanguage, !languages.is_empty()),
        ];
        let reasons = found.into_iter().filter(|(_, holds)| *holds).map(|(reason, _)| reason);
        Likeness { score, reasons: reasons.collect(), languages }
    }
}

/// How much two courses are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// From 0 to 100.
    pub score: u32,
    /// In what.
    pub reasons: Vec<Reason>,
    /// The languages that both are taught in.
    pub languages: Vec<String>,
}

/// A published course, as others are compared with it.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// Which one.
    pub id: CourseId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The centre that publishes it.
    pub centre: OrganisationId,
    /// What is compared.
    pub traits: Traits,
}

/// Every published course.
#[derive(Clone, Debug, Default)]
pub struct Neighbours(pub Vec<Neighbour>);

impl Neighbours {
    /// The courses of other centres that are similar to one of `centre`, the most alike first.
    pub fn similar(&self, own: &Traits, centre: OrganisationId) -> Vec<(&Neighbour, Likeness)> {
        let others = self.0.iter().filter(|neighbour| neighbour.centre != centre);
        let compared = others.map(|neighbour| (neighbour, own.likeness(&neighbour.traits)));
        let mut similar: Vec<_> =
            compared.filter(|(_, likeness)| likeness.score >= SIMILAR).collect();
        similar.sort_by(|(a, one), (b, other)| {
            other.score.cmp(&one.score).then_with(|| a.code.cmp(&b.code))
        });
        similar.truncate(MOST);
        similar
    }
}

/// Every three characters that follow each other in the folded text, each once.
fn trigrams(text: &str) -> Vec<[char; 3]> {
    let folded = fold(text);
    if folded.is_empty() {
        return Vec::new();
    }
    let padded: Vec<char> = "  ".chars().chain(folded.chars()).chain([' ']).collect();
    sorted(padded.windows(3).map(|three| [three[0], three[1], three[2]]).collect())
}

fn sorted<T: Ord>(mut things: Vec<T>) -> Vec<T> {
    things.sort_unstable();
    things.dedup();
    things
}

/// Of a thousand things that either set has, how many both have; both are sorted.
fn shared<T: Ord>(one: &[T], other: &[T]) -> u32 {
    let (mut a, mut b, mut both) = (0, 0, 0);
    while let (Some(left), Some(right)) = (one.get(a), other.get(b)) {
        let order = left.cmp(right);
        both += usize::from(order.is_eq());
        a += usize::from(order.is_le());
        b += usize::from(order.is_ge());
    }
    let all = one.len() + other.len() - both;
    let share = both * 1000 / all.max(1);
    u32::try_from(share).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn traits(course_type: &str, title: &str, audience: &str, language: &str) -> Traits {
        Traits::of(course_type, title, audience, language.split(' '))
    }

    fn liaison() -> Traits {
        traits("liaison", "Immigration Liaison Officer Training", "Officers with service", "en id")
    }

    #[test]
    fn the_same_course_of_another_centre_is_similar_and_says_why() {
        let other =
            traits("liaison", "Training of immigration liaison officers", "Officers abroad", "en");
        let likeness = liaison().likeness(&other);
        assert!(likeness.score >= SIMILAR, "{likeness:?}");
        let reasons =
            [Reason::SameType, Reason::NearTitle, Reason::SameAudience, Reason::SameLanguage];
        assert_eq!(likeness.reasons, reasons);
        assert_eq!(likeness.languages, ["en"]);
    }

    #[test]
    fn another_course_of_the_type_or_the_same_words_for_another_type_are_not() {
        for other in [
            traits("liaison", "Airport document advice", "Airport supervisors", "en"),
            traits("privacy", "Immigration officer training", "Officers", "en"),
            traits("maritime", "Search at sea", "Coast guards", "fr"),
            Traits::default(),
        ] {
            let likeness = liaison().likeness(&other);
            assert!(likeness.score < SIMILAR, "{other:?} {likeness:?}");
        }
    }

    #[test]
    fn a_centre_is_not_shown_its_own_courses() {
        let [own, other] = [1, 2].map(|number| OrganisationId(Uuid::from_u128(number)));
        let course = |number: u128, centre| Neighbour {
            id: CourseId(Uuid::from_u128(number)),
            code: format!("LIA-{number}"),
            title: String::new(),
            centre,
            traits: liaison(),
        };
        let all = Neighbours(vec![course(3, other), course(1, own), course(2, other)]);
        let codes: Vec<_> =
            all.similar(&liaison(), own).iter().map(|(one, _)| one.code.clone()).collect();
        assert_eq!(codes, ["LIA-2", "LIA-3"]);
    }

    proptest! {
        #[test]
        fn likeness_is_the_same_from_both_sides_and_never_beyond_its_ends(
            one in (0u8..3, "[a-e ]{0,20}", "[a-e ]{0,20}", "[a-c]( [a-c])?"),
            other in (0u8..3, "[a-e ]{0,20}", "[a-e ]{0,20}", "[a-c]( [a-c])?"),
        ) {
            let made = |(kind, title, audience, tags): (u8, String, String, String)| {
                traits(&kind.to_string(), &title, &audience, &tags)
            };
            let (one, other) = (made(one), made(other));
            let likeness = one.likeness(&other);
            prop_assert_eq!(&likeness, &other.likeness(&one));
            prop_assert!(likeness.score <= 100);
            prop_assert!(one.likeness(&one).score >= likeness.score);
        }
    }
}
