//! RCTM, the Regional Coordinated Training Mechanism: centres of excellence publish courses,
//! Member States nominate the type and frequency of courses that they need, Training Directors
//! are told, and the Regional Support Office sees the demand of the region.
//!
//! A module imports only from those before it; a test holds that order:
//! [`base`], [`identity`], [`notifications`], [`organisations`], [`catalogue`],
//! [`course_nominations`], [`deliveries`], [`participants`], [`demand`], [`proof`], [`front`],
//! [`app`], [`cli`].
pub mod app;
pub mod base;
pub mod catalogue;
pub mod cli;
pub mod course_nominations;
pub mod deliveries;
pub mod demand;
pub mod front;
pub mod identity;
pub mod notifications;
pub mod organisations;
pub mod participants;
pub mod proof;
