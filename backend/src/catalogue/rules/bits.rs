//! Sets of courses, a bit for each.
/// A bit for each course.
#[derive(Clone, Debug)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// No course of so many.
    pub(super) fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    pub(super) fn all(count: usize) -> Self {
        let mut bits = Self(vec![u64::MAX; count.div_ceil(64)]);
        if !count.is_multiple_of(64)
            && let Some(last) = bits.0.last_mut()
        {
            *last = (1 << (count % 64)) - 1;
        }
        bits
    }

    pub(super) fn set(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    pub(super) fn has(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    pub(super) fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    pub(super) fn count(&self) -> usize {
        self.shared_with(self)
    }

    pub(super) fn shared_with(&self, other: &Self) -> usize {
        let shared = self.0.iter().zip(&other.0).map(|(word, other)| word & other);
        shared.map(|word| word.count_ones() as usize).sum()
    }
}
