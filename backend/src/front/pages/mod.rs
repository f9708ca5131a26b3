//! The public home, the homes of the roles, and the pages that explain.
mod audit_log;
mod homes;
mod public;

use crate::base::routes::Routes;

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default().and(public::routes()).and(homes::routes()).and(audit_log::routes())
}
