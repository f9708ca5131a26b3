//! The public home, the homes of the roles, and the pages that explain.
mod accessibility;
mod api_docs;
mod api_reference;
mod audit_log;
mod help;
mod homes;
mod public;

use crate::base::routes::Routes;

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .and(public::routes())
        .and(help::routes())
        .and(accessibility::routes())
        .and(homes::routes())
        .and(audit_log::routes())
        .and(api_docs::routes())
}
