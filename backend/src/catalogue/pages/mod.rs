//! The catalogue as the public sees it, and the pages on which centres write it.
use crate::base::routes::Routes;

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default()
}
