//! The pages on which centres share the seats of deliveries, States see and return theirs, and
//! everybody concerned follows where each went.
pub(super) mod changes;
pub(super) mod export;
mod form;
pub(super) mod ledger;
pub(super) mod overview;
pub(super) mod publication;
pub(super) mod returning;
pub(super) mod sharing;

use axum::response::{IntoResponse, Redirect, Response};

/// The address of the seats of a delivery.
fn address(code: &str) -> String {
    format!("/deliveries/{code}/seats")
}

fn to_the_seats(code: &str) -> Response {
    Redirect::to(&address(code)).into_response()
}
