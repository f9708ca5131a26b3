//! Everybody at every door: nobody sees or changes what is not theirs.
mod bodies;
pub mod cast;
pub mod doors;
mod extras;
pub mod log;
mod others;
mod reading;
mod rows;
mod things;
mod words;
pub mod world;
mod writing;
