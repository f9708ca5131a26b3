//! The directory of centres, and for the RSO who acts for whom.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::actions::{self, Coverage};
use super::store::Organisation;
use crate::base::App;
use crate::base::error::Result;
use crate::base::filters;
use crate::base::headers::Public;
use crate::base::ids::OrganisationId;
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::identity::{Colleague, RsoOfficer, Visitor};

/// The pages of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/centres", centres).get("/organisations", coverage)
}

#[derive(Template)]
#[template(path = "pages/organisations/centres.html")]
struct CentresPage<'a> {
    frame: &'a Frame,
    centres: Vec<Organisation>,
}

async fn centres(by: Visitor, frame: Frame, State(app): State<App>) -> Result<Response> {
    let centres = super::centres(&app.db).await?;
    let mut response = frame.page(&CentresPage { frame: &frame, centres })?.into_response();
    if !by.is_signed_in() {
        response.extensions_mut().insert(Public);
    }
    Ok(response)
}

#[derive(Template)]
#[template(path = "pages/organisations/coverage.html")]
struct CoveragePage<'a> {
    frame: &'a Frame,
    coverage: Coverage,
}

async fn coverage(by: RsoOfficer, frame: Frame, State(app): State<App>) -> Result<Response> {
    let coverage = actions::coverage(&app, &by).await?;
    Ok(frame.page(&CoveragePage { frame: &frame, coverage })?.into_response())
}

impl Coverage {
    fn of(&self, organisation: &OrganisationId) -> &[Colleague] {
        self.people.get(organisation).map_or(&[], Vec::as_slice)
    }

    fn without_focal_point(&self) -> usize {
        self.members.iter().filter(|member| self.of(&member.id).is_empty()).count()
    }
}
