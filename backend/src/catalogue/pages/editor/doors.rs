//! The pages of the editor, one for each part.
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::{Desk, open, save};
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::{Fields, Path, Query};
use crate::base::page::Frame;
use crate::catalogue::rules::Part;
use crate::identity::CentreStaff;

#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    check: Option<String>,
}

macro_rules! doors {
    ($($open:ident, $save:ident: $part:ident;)+) => {$(
        /// The page of the part; with `check` it marks what is missing before publishing.
        pub async fn $open(
            by: CentreStaff,
            frame: Frame,
            State(app): State<App>,
            Path(path): Path<String>,
            Query(wanted): Query<Wanted>,
        ) -> Result<Response> {
            let desk =
                Desk { app: &app, frame: &frame, by: &by, path: &path, part: Part::$part };
            open(desk, wanted.check.is_some()).await
        }

        /// Saves the part.
        pub async fn $save(
            by: CentreStaff,
            frame: Frame,
            State(app): State<App>,
            Path(path): Path<String>,
            Fields(fields): Fields,
        ) -> Result<Response> {
            let desk =
                Desk { app: &app, frame: &frame, by: &by, path: &path, part: Part::$part };
            save(desk, &fields).await
        }
    )+};
}

doors! {
    about, save_about: About;
    modules, save_modules: Modules;
    languages, save_languages: Languages;
    materials, save_materials: Materials;
    deliveries, save_deliveries: Deliveries;
}
