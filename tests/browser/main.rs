//! People using RCTM in a real browser: by keyboard, on a phone, in the dark.
mod around;
mod autosave;
mod board;
mod editor;
mod escaping;
mod first_steps;
mod imports;
mod main_job;
mod materials;
mod matrix;
mod modules;
mod pages;
mod pictures;
mod places;
mod search;
mod session;
mod subscriptions;
