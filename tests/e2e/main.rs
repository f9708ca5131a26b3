//! People using RCTM, end to end: the same promises on SQLite and on PostgreSQL.
mod headers;
mod http;
mod demand;
mod front;
mod identity;
mod mail;
mod notices;
