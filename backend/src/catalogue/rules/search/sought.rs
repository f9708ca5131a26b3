//! Which courses have a word in which field, and what that counts.
use std::sync::Arc;

use super::document::Field;
use crate::catalogue::rules::bits::Bits;

/// The courses that have one word, by the field in which it stands.
#[derive(Clone, Debug)]
pub struct Hits {
    fields: [Bits; Field::ALL.len()],
    anywhere: Bits,
}

impl Hits {
    pub(in crate::catalogue::rules) fn new(fields: [Bits; Field::ALL.len()]) -> Self {
        let mut anywhere = fields[0].clone();
        for bits in &fields {
            anywhere.add(bits);
        }
        Self { fields, anywhere }
    }

    /// Whether no course has it.
    pub fn is_empty(&self) -> bool {
        self.anywhere.count() == 0
    }

    fn score(&self, place: usize) -> u32 {
        let fields = Field::ALL.iter().zip(&self.fields);
        fields.filter(|(_, bits)| bits.has(place)).map(|(field, _)| field.weight()).sum()
    }
}

/// What is looked for: words that a course must all have.
#[derive(Clone, Debug, Default)]
pub struct Sought(pub Vec<Arc<Hits>>);

impl Sought {
    /// The courses that have every word; none where there is no word.
    pub(in crate::catalogue::rules) fn found(&self, courses: usize) -> Bits {
        let Some((first, others)) = self.0.split_first() else { return Bits::none(courses) };
        let mut found = first.anywhere.clone();
        for hits in others {
            found.keep(&hits.anywhere);
        }
        found
    }

    /// How well a course fits.
    pub(in crate::catalogue::rules) fn score(&self, place: usize) -> u32 {
        self.0.iter().map(|hits| hits.score(place)).sum()
    }
}
