//! What is true of courses without a database.
mod bits;
mod changes;
mod choices;
mod co_delivery;
mod code;
pub mod columns;
mod content;
mod differences;
mod filter;
mod fold;
mod form;
mod freshness;
mod goal;
pub mod import;
mod index;
mod materials;
mod modules;
mod news;
mod overlap;
mod parts;
mod publishing;
pub mod search;
mod state;
mod subscriptions;
mod texts;

pub use self::changes::{Change, Piece, Row, pages, rows};
pub use self::choices::{DeliveryMode, DeliveryScope, Length, Level, MaterialKind};
pub use self::co_delivery::{CoDeliveryState, Offering, Step as CoDeliveryStep, may_schedule};
pub use self::code::CourseCode;
pub use self::content::{CourseContent, Material, Module, TAUGHT_LANGUAGES};
pub use self::differences::{Difference, Line, between};
pub use self::filter::{Facet, Filter, Order, PER_PAGE, Window};
pub use self::fold::fold;
pub use self::form::{CourseForm, MaterialForm, ModuleForm, Step};
pub use self::freshness::{Aging, is_letter_due, is_stale, stale_before};
pub use self::goal::Goal;
pub use self::index::{FacetCount, Index, Indexed, Rank, Selected};
pub use self::materials::{
    Access, Facts, FactsForm, LONGEST_LINK, Licence, Listed, MOST_MATERIALS, MOST_VERSIONS,
    MaterialSaid, Reader, described_and_there, may_have, one_list, read_link, read_version_note,
};
pub use self::modules::{
    Kept, MergedModule, Shelf, Standing, keep, merge_module, module_differences, search_words,
    standing,
};
pub use self::news::{CourseNews, Happened, Item, VersionNews};
pub use self::overlap::{Likeness, Neighbour, Neighbours, Reason, Traits};
pub use self::parts::{Merged, Part, merge};
pub use self::publishing::{
    Known, faults, read_message, read_note, read_reason, read_wanted, read_why,
};
pub use self::state::{Act, CourseState};
pub use self::subscriptions::{
    Rhythm, SubscriptionForm, SubscriptionStep, Wish, kept, of_kept, read_query, told,
};
pub use self::texts::{
    BothTexts, MergedTexts, SOURCE, Said, Shown, Slot, TextSlot, TextState, TextsOf, TypedText,
    TypedTexts, canonical_tag, merge_texts, read_texts, texts_kept, texts_seen,
};
