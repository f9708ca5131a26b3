//! Everybody at every door: nobody sees or changes what is not theirs.
mod bodies;
mod cast;
mod doors;
mod log;
mod others;
mod reading;
mod rows;
mod things;
mod words;
mod world;
mod writing;
