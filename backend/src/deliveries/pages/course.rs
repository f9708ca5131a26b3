//! The page of a course with the deliveries of it: the catalogue says what the course is, this
//! feature when it is held.
use axum::extract::State;
use axum::response::Response;

use super::around::Names;
use super::json_ld;
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::{Path, Query};
use crate::base::page::Frame;
use crate::catalogue::rules::{CourseCode, DeliveryMode};
use crate::catalogue::{self, CourseAsked, Scheduled};
use crate::deliveries::actions;
use crate::deliveries::store::Delivery;
use crate::identity::Visitor;

/// The page of a course.
pub async fn course(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(asked): Query<CourseAsked>,
) -> Result<Response> {
    let scheduled = match CourseCode::read(&path) {
        Ok(code) => scheduled(&app, &by, code.as_str()).await?,
        Err(_) => Vec::new(),
    };
    catalogue::course_page(&app, (&by, &frame), (&path, &asked), scheduled).await
}

async fn scheduled(app: &App, by: &Visitor, course: &str) -> Result<Vec<Scheduled>> {
    let found = actions::upcoming_of_course(app, by.scope(), course).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let names = Names::read(app).await?;
    Ok(found.iter().map(|one| shown(app, &names, one)).collect())
}

fn shown(app: &App, names: &Names, delivery: &Delivery) -> Scheduled {
    let path = format!("/deliveries/{}", delivery.code);
    let instance = (!delivery.is_national()).then(|| {
        json_ld::instance(delivery, names.of(delivery.centre_id), &app.settings.link(&path))
    });
    Scheduled {
        address: path,
        code: delivery.code.clone(),
        days: delivery.days(),
        place: delivery.place(),
        languages: delivery.language_tags().map(str::to_owned).collect(),
        mode: delivery.held().map(DeliveryMode::label),
        seats: delivery.max_participants,
        state: (delivery.state.sign(), delivery.state.label()),
        nominate_until: delivery.nominate_until(app.clock.now()),
        instance,
    }
}
