//! The operator keeps course types and the work plan.
use crate::base::App;
use crate::base::audit::{self, Deed};
use crate::base::error::Result;
use crate::catalogue::store::{self, Activity, CourseType};
use crate::identity::Operator;

/// The operator adds course types that are not there yet.
pub async fn add_course_types(app: &App, by: &Operator, new: &[CourseType]) -> Result<()> {
    let tx = app.db.begin().await?;
    for course_type in new {
        if store::add_course_type(&tx, course_type).await? {
            let deed = Deed {
                action: "course_type.add",
                object: "course_type",
                object_id: &course_type.code,
                fields: &[],
            };
            audit::record(&tx, app.clock.now(), &by.by(), deed).await?;
        }
    }
    tx.commit().await
}

/// The operator adds activities of the work plan that are not there yet.
pub async fn add_activities(app: &App, by: &Operator, new: &[Activity]) -> Result<()> {
    let tx = app.db.begin().await?;
    for activity in new {
        if store::add_activity(&tx, activity).await? {
            let deed = Deed {
                action: "activity.add",
                object: "activity",
                object_id: &activity.code,
                fields: &[],
            };
            audit::record(&tx, app.clock.now(), &by.by(), deed).await?;
        }
    }
    tx.commit().await
}
