//! Loading the files and links of the demonstration.
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::files::Arrived;
use crate::base::ids::MaterialId;
use crate::catalogue::actions::{self, NewMaterial};
use crate::catalogue::rules::{Access, CourseCode, Facts, Licence};
use crate::catalogue::{self, Source};
use crate::identity::Operator;
use crate::organisations;

/// Loads what each course lacks.
pub async fn materials(app: &App, by: &Operator) -> Result<()> {
    let courses = seed::courses();
    for file in seed::course_files() {
        let course = courses.iter().find(|course| course.code == file.course_code);
        let course = course.ok_or(Error::NotFound)?;
        let centre = organisations::by_code(&app.db, &course.centre_code).await?;
        let centre = by.training_director(centre.ok_or(Error::NotFound)?.for_identity())?;
        let centre = centre.as_staff();
        let code = CourseCode::read(&course.code).map_err(Error::Refused)?;
        let known = catalogue::course_of_centre(&app.db, centre.centre(), &code).await?;
        let shelf = actions::shelf(app, &centre, &known.ok_or(Error::NotFound)?).await?;
        let there = shelf.materials.iter().chain(&shelf.removed);
        if there.into_iter().any(|material| material.title == file.title) {
            continue;
        }
        let source = match file.source {
            seed::MaterialSource::File(name, bytes) => {
                Source::File(Arrived::of_bytes(app, name, bytes).await?)
            }
            seed::MaterialSource::Link(link) => Source::Link(link.to_owned()),
        };
        let facts = facts(course, &file)?;
        let new = NewMaterial { id: MaterialId::new(), facts, source: Some(source) };
        actions::add_material(app, &centre, &code, new).await?;
    }
    Ok(())
}

/// What the course says of the file, and what the file says itself.
fn facts(course: &seed::Course, file: &seed::CourseFile) -> Result<Facts> {
    let content = super::load::course_content(course);
    let described = content.materials.into_iter().find(|one| one.title == file.title);
    let described = described.ok_or(Error::NotFound)?;
    Ok(Facts {
        title: described.title,
        kind: described.kind.ok_or(Error::NotFound)?,
        language: described.language,
        licence: Licence::PublicDomain,
        access: Access::of(file.access.as_str()).ok_or(Error::NotFound)?,
    })
}
