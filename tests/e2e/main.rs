//! People using RCTM, end to end: the same promises on SQLite and on PostgreSQL.
mod headers;
mod http;
mod demand;
mod front;
mod catalogue;
mod catalogue_editing;
mod catalogue_facets;
mod catalogue_standing;
mod identity;
mod mail;
mod notices;
