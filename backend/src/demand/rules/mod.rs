//! How the figures of demand are put together, without a database.
mod board;
mod choice;
mod steps;

pub use self::board::{Board, Column, GoalSpan, MapTile, Member, Row};
pub use self::choice::{Choice, Measure, Order};
pub use self::steps::{cell_step, total_step};
