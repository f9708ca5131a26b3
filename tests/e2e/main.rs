//! People using RCTM, end to end: the same promises on SQLite and on PostgreSQL.
mod catalogue;
mod catalogue_editing;
mod catalogue_facets;
mod catalogue_standing;
mod demand;
mod front;
mod headers;
mod http;
mod identity;
mod mail;
mod nominations;
mod notices;
mod rounds;
mod sheet;
