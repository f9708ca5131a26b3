//! What is true of courses without a database.
mod choices;
mod code;
pub mod columns;
mod content;
mod differences;
mod filter;
mod fold;
mod form;
mod goal;
pub mod import;
mod index;
mod publishing;
mod state;

pub use self::choices::{DeliveryMode, DeliveryScope, Length, Level, MaterialKind};
pub use self::code::CourseCode;
pub use self::content::{CourseContent, Material, Module, TAUGHT_LANGUAGES};
pub use self::differences::{Difference, Line, between};
pub use self::filter::{Facet, Filter, Order, PER_PAGE, Window};
pub use self::fold::{fold, like, search_text, words};
pub use self::form::{CourseForm, MaterialForm, ModuleForm, Step};
pub use self::goal::Goal;
pub use self::index::{FacetCount, Index, Indexed, Selected};
pub use self::publishing::{Known, faults, read_note, read_reason};
pub use self::state::{Act, CourseState};
