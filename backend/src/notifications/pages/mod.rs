//! The pages of this feature.
mod demo;
mod emails;
mod notices;
mod stop;

use crate::base::routes::Routes;

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/notices", notices::notices)
        .post("/notices", notices::choose)
        .get("/unsubscribe/{token}", stop::ask)
        .post("/unsubscribe/{token}", stop::stop)
        .get("/emails", emails::emails)
        .post("/emails/{id}/sending", emails::send_again)
        .get("/demo/mail", demo::mail)
        .get("/demo/mail/{id}", demo::letter)
        .get("/demo/mail/{id}/message", demo::download)
}
