//! Readers take what they may have of a course: one file, an older version, or all in one.
use axum::http::HeaderMap;
use axum::response::Response;

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::files::{self, Download, FileType, Packed, Stored};
use crate::base::i18n::{Locale, Message, autonym};
use crate::base::ids::{CourseId, MaterialId, OrganisationId};
use crate::catalogue::rules::{Access, CoDeliveryState, CourseCode, CourseState, Reader, may_have};
use crate::catalogue::store::materials::{self, Material, MaterialVersion};
use crate::catalogue::store::{Course, co_delivery, courses};
use crate::identity::{CourseKeeper, Visitor};

/// A material as somebody sees it in the list of a course.
#[derive(Debug)]
pub struct Had {
    /// The material.
    pub material: Material,
    /// Whether they may have it.
    pub open: bool,
}

/// Who somebody is to the materials of a course of this centre.
pub async fn reader_of(
    app: &App,
    by: &Visitor,
    (course, owner): (CourseId, OrganisationId),
) -> Result<Reader> {
    if by.rso_officer().is_some() {
        return Ok(Reader::Oversees);
    }
    let Some(staff) = by.centre_staff() else {
        let acts = by.acts_for_an_organisation();
        return Ok(if acts { Reader::Member } else { Reader::Public });
    };
    if staff.centre().id() == owner {
        return Ok(Reader::Teaches);
    }
    let shared = co_delivery::of_partner(&app.db, staff.centre(), course).await?;
    let delivers = shared.is_some_and(|shared| shared.state == CoDeliveryState::Accepted);
    Ok(if delivers { Reader::Delivers } else { Reader::Member })
}

fn may(reader: Reader, material: &Material) -> bool {
    material.version > 0 && may_have(reader, material.access, material.course_state)
}

/// Somebody reads what a course has; what has neither file nor link yet is for its centre only.
pub async fn shown_to(app: &App, reader: Reader, course: &Course) -> Result<Vec<Had>> {
    let all = materials::of_course(&app.db, course.id).await?;
    let had = all.into_iter().filter(|material| material.version > 0);
    Ok(had.map(|material| Had { open: may(reader, &material), material }).collect())
}

/// Somebody reads of a material: it is listed on the page of its course, or it is their centre's.
pub async fn seen(app: &App, by: &Visitor, id: MaterialId) -> Result<Material> {
    if let Some(staff) = by.centre_staff()
        && let Some(own) = materials::of_centre(&app.db, staff.centre(), id).await?
    {
        return Ok(own);
    }
    let open = materials::open(&app.db, id).await?;
    if let Some(open) = open.filter(|open| open.version > 0) {
        return Ok(open);
    }
    match by.rso_officer() {
        Some(officer) => materials::of_region(&app.db, officer.region(), id).await?,
        None => None,
    }
    .ok_or(Error::NotFound)
}

/// Somebody asks for a material; who may not have it learns no more than that it is not there.
pub async fn having(app: &App, by: &Visitor, id: MaterialId) -> Result<Material> {
    let seen = seen(app, by, id).await?;
    let open = seen.removed_at.is_none() && is_open(app, by, &seen).await?;
    if open { Ok(seen) } else { Err(Error::NotFound) }
}

/// Whether somebody may have a material.
pub async fn is_open(app: &App, by: &Visitor, material: &Material) -> Result<bool> {
    let reader = reader_of(app, by, (material.course_id, material.centre_id)).await?;
    Ok(may(reader, material))
}

/// Answers with the file of a material that somebody may have.
pub async fn download(app: &App, headers: &HeaderMap, material: &Material) -> Result<Response> {
    let file = material.file().zip(material.file_type()).ok_or(Error::NotFound)?;
    let open = material.access == Access::Public && material.course_state == CourseState::Published;
    answer(app, headers, (file, material.name.as_deref(), open)).await
}

async fn answer(
    app: &App,
    headers: &HeaderMap,
    ((file, kind), name, public): ((Stored, FileType), Option<&str>, bool),
) -> Result<Response> {
    let name = name.unwrap_or_default().to_owned();
    files::answer(app, headers, &Download { file, name, kind, public }).await
}

/// Somebody who looks after courses reads which versions a material has had.
pub async fn history_of(
    app: &App,
    by: &CourseKeeper,
    id: MaterialId,
) -> Result<(Material, Vec<MaterialVersion>)> {
    let found = match (by.centre(), by.region()) {
        (Some(centre), _) => materials::of_centre(&app.db, centre, id).await?,
        (None, Some(region)) => materials::of_region(&app.db, region, id).await?,
        (None, None) => None,
    };
    let found = found.ok_or(Error::NotFound)?;
    let versions = materials::history(&app.db, id).await?;
    Ok((found, versions))
}

/// Somebody who looks after courses takes an older version.
pub async fn old_download(
    app: &App,
    by: &CourseKeeper,
    headers: &HeaderMap,
    (id, number): (MaterialId, i32),
) -> Result<Response> {
    let (_, versions) = history_of(app, by, id).await?;
    let version = versions.iter().find(|version| version.number == number);
    let version = version.ok_or(Error::NotFound)?;
    let file = version.file().zip(version.file_type()).ok_or(Error::NotFound)?;
    answer(app, headers, (file, version.name.as_deref(), false)).await
}

/// Somebody takes all that they may have of a course as one file, with a list of it.
pub async fn pack(
    app: &App,
    by: &Visitor,
    (code, locale): (&CourseCode, Locale),
) -> Result<Response> {
    let course = match courses::public(&app.db, code).await? {
        Some(course) => course,
        None => unpublished(app, by, code).await?,
    };
    let reader = reader_of(app, by, (course.id, course.centre_id)).await?;
    let mut had = shown_to(app, reader, &course).await?;
    had.retain(|had| had.open);
    let packed: Vec<_> = had.iter().filter_map(packed).collect();
    if packed.is_empty() {
        return Err(Error::NotFound);
    }
    let list = list_of(&course, &had, locale);
    let name = format!("{}.zip", course.code);
    files::pack(app, &name, ("LIST.txt", list), packed).await
}

async fn unpublished(app: &App, by: &Visitor, code: &CourseCode) -> Result<Course> {
    let found = match (by.centre_staff(), by.rso_officer()) {
        (Some(staff), _) => courses::of_centre(&app.db, staff.centre(), code).await?,
        (None, Some(officer)) => courses::of_region(&app.db, officer.region(), code).await?,
        (None, None) => None,
    };
    found.ok_or(Error::NotFound)
}

fn packed(had: &Had) -> Option<Packed> {
    let material = &had.material;
    let file = material.file()?;
    Some(Packed { folder: material.language.clone(), name: material.name.clone()?, file })
}

/// What is in a pack, and where to find what is elsewhere, in the reader's language.
fn list_of(course: &Course, had: &[Had], locale: Locale) -> String {
    let mut lines = vec![course.code.clone(), String::new()];
    for Had { material, .. } in had {
        let version = Message::new("material-version-n").with("number", material.version);
        lines.push(material.title.clone());
        lines.push(format!(
            "  {}, {}, {}, {}",
            locale.say(&material.kind().label()),
            autonym(&material.language),
            locale.say(&version),
            locale.say(&material.licence.label())
        ));
        match (&material.link, material.name.as_deref().zip(material.sha256())) {
            (Some(link), _) => lines.push(format!("  {link}")),
            (None, Some((name, sha256))) => {
                lines.push(format!("  {}/{name}", material.language));
                lines.push(format!("  SHA-256 {sha256}"));
            }
            (None, None) => {}
        }
        lines.push(String::new());
    }
    lines.join("\r\n")
}
