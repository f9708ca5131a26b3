//! Where people land: the public home, the home of each role, and what explains the service.
pub mod actions;
pub mod pages;
pub mod rules;
