//! People using RCTM, end to end: the same promises on SQLite and on PostgreSQL.
mod access;
mod architecture;
mod bytes;
mod commands;
mod contrast;
mod headers;
mod http;
mod identity;
mod locales;
mod migrations;
mod noise;
mod slow;
