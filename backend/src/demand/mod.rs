//! What the region asks for: members by course types, drawn from the rows that submissions keep.
//!
//! `rules` put the figures together, `actions` read them within somebody's scope, `pages` draw, `api` tells
//! programs.
pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
