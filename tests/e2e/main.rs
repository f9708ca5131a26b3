//! People using RCTM, end to end: the same promises on SQLite and on PostgreSQL.
mod identity;
mod nominations;
mod rounds;
mod sheet;
