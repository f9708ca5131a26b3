//! What the draft of a course may refer to.
use sea_orm::ConnectionTrait;

use super::{activities, course_types, courses};
use crate::base::error::Result;
use crate::catalogue::rules::{CourseContent, Known};
use crate::identity::CentreScope;

/// The course types, the activities, and those of the courses that `content` names which the
/// centre's readers can see.
pub async fn known(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    content: &CourseContent,
) -> Result<Known> {
    let types = course_types(db).await?;
    let activities = activities(db).await?;
    Ok(Known {
        course_types: types.into_iter().map(|course_type| course_type.code).collect(),
        activities: activities.into_iter().map(|activity| activity.code).collect(),
        courses: courses::nameable(db, scope, &content.prerequisites).await?,
    })
}
