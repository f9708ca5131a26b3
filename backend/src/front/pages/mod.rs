//! The public home, the homes of the roles, and the pages that explain.
mod api_docs;
mod api_reference;
mod audit_log;
mod homes;
mod public;

use crate::base::routes::Routes;

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .and(public::routes())
        .and(homes::routes())
        .and(audit_log::routes())
        .and(api_docs::routes())
}
