//! How the figures of demand are put together, without a database.
mod board;
mod choice;
mod response;
mod selection;
mod steps;

pub use self::board::{Board, Column, Gap, GoalSpan, MapTile, Member, Offered, Row};
pub use self::choice::{Choice, Measure, Order};
pub use self::response::Response;
pub use self::selection::Selection;
pub use self::steps::{cell_step, total_step};
