//! Loading reference and demonstration data, through the same actions as everybody uses.
//! What is there already is left alone, so loading twice changes nothing.
use super::demo::DemoAccount;
use super::{load_deliveries, load_materials, load_participants, load_rounds, load_seats};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::CourseId;
use crate::catalogue::actions::Edition;
use crate::catalogue::rules::{
    CourseCode, DeliveryMode, DeliveryScope, Level, Material, MaterialKind, Module, TextsOf,
};
use crate::catalogue::{self, Activity, CourseContent, CourseRow, CourseType, Goal};
use crate::identity::actions::{self, AccountToOpen, RoleToGive};
use crate::identity::{Operator, Role};
use crate::organisations;
use crate::organisations::rules::{Capabilities, Kind, NewOrganisation, Tile};

/// Loads members, centres and the Regional Support Office.
pub async fn organisations(app: &App, by: &Operator) -> Result<()> {
    organisations::actions::register(app, by, office()).await?;
    for member in seed::members() {
        organisations::actions::register(app, by, member_to_register(&member)).await?;
    }
    for centre in seed::centres() {
        organisations::actions::register(app, by, centre_to_register(centre)).await?;
    }
    Ok(())
}

fn office() -> NewOrganisation {
    let office = seed::regional_support_office();
    NewOrganisation {
        code: office.code.to_owned(),
        name: office.name.to_owned(),
        short_name: office.code.to_owned(),
        kind: Kind::Office,
        tile_letters: office.code.to_owned(),
        capabilities: Capabilities { oversees: true, ..Capabilities::default() },
        subregion: None,
        country: None,
        city: Some(office.city.to_owned()),
        website: None,
        languages: vec!["en".to_owned()],
        zone: office.time_zone,
        tile: None,
    }
}

fn member_to_register(member: &seed::Member) -> NewOrganisation {
    NewOrganisation {
        code: member.code.clone(),
        name: member.name.clone(),
        short_name: if member.tile.is_some() { &member.name } else { &member.code }.clone(),
        kind: match member.kind {
            seed::MemberKind::State => Kind::State,
            seed::MemberKind::Territory => Kind::Territory,
            seed::MemberKind::Organisation => Kind::International,
        },
        tile_letters: member.alpha3.clone().unwrap_or_else(|| member.code.clone()),
        capabilities: Capabilities { nominates: true, ..Capabilities::default() },
        subregion: member.subregion.clone(),
        country: None,
        city: None,
        website: None,
        languages: member.official_languages.clone(),
        zone: member.time_zone,
        tile: member.tile.map(|tile| Tile { column: tile.column, row: tile.row }),
    }
}

fn centre_to_register(centre: seed::Centre) -> NewOrganisation {
    NewOrganisation {
        tile_letters: centre.code.clone(),
        code: centre.code,
        name: centre.name,
        short_name: centre.short_name,
        kind: Kind::Centre,
        capabilities: Capabilities { publishes: true, ..Capabilities::default() },
        subregion: None,
        country: Some(centre.host_country),
        city: Some(centre.city),
        website: centre.website,
        languages: Vec::new(),
        zone: centre.time_zone,
        tile: None,
    }
}

/// Loads what every installation starts from.
pub async fn reference(app: &App, by: &Operator) -> Result<()> {
    organisations(app, by).await?;
    controlled_lists(app, by).await
}

/// Loads everything but the accounts.
pub async fn demonstration(app: &App, by: &Operator) -> Result<()> {
    reference(app, by).await?;
    courses(app, by).await?;
    load_materials::materials(app, by).await?;
    load_deliveries::deliveries(app, by).await?;
    load_rounds::rounds(app, by).await?;
    load_seats::seats(app, by).await?;
    load_participants::participants(app, by).await
}

/// Loads the courses: first each as a draft, then each is published after those to take first.
pub async fn courses(app: &App, by: &Operator) -> Result<()> {
    let mut waiting = Vec::new();
    for course in seed::courses() {
        let centre = organisations::by_code(&app.db, &course.centre_code).await?;
        let centre = by.training_director(centre.ok_or(Error::NotFound)?.for_identity())?;
        let new = course_to_create(&course)?;
        catalogue::actions::begin(app, &centre.as_staff(), &new).await?;
        let begun = catalogue::course_of_centre(&app.db, centre.centre(), &new.code).await?;
        if let Some(begun) = begun.filter(|begun| !begun.is_public()) {
            let edition = Edition { code: new.code, revision: begun.revision };
            waiting.push((course, centre, edition));
        }
    }
    while !waiting.is_empty() {
        let (later, now): (Vec<_>, Vec<_>) = waiting.iter().cloned().partition(|(course, _, _)| {
            waiting.iter().any(|(other, _, _)| course.prerequisites.contains(&other.code))
        });
        for (_, centre, edition) in &now {
            catalogue::actions::publish(app, centre, edition, "First version").await?;
        }
        if now.is_empty() {
            return Err(Error::Internal(anyhow::anyhow!("courses ask for one another first")));
        }
        waiting = later;
    }
    Ok(())
}

fn course_to_create(course: &seed::Course) -> Result<CourseRow> {
    Ok(CourseRow {
        id: CourseId::new(),
        code: CourseCode::read(&course.code).map_err(Error::Refused)?,
        content: course_content(course),
        sample: true,
    })
}

/// What a course of the seed says.
pub fn course_content(course: &seed::Course) -> CourseContent {
    let module = |module: &seed::Module| Module {
        code: module.code.clone(),
        title: module.title.clone(),
        hours: Some(module.hours.into()),
        summary: module.summary.clone(),
    };
    let material = |material: &seed::Material| Material {
        title: material.title.clone(),
        kind: MaterialKind::of(material.kind.as_str()),
        language: material.language.clone(),
    };
    let modes = course.delivery_modes.iter();
    let levels = course.levels_of_delivery.iter();
    let mut content = CourseContent {
        title: course.title.clone(),
        course_type: course.course_type.clone(),
        work_plan_activity: course.work_plan_activity.clone(),
        summary: course.summary.clone(),
        objectives: course.objectives.clone(),
        audience: course.audience.clone(),
        level: Level::of(course.level.as_str()),
        prerequisites: course.prerequisites.clone(),
        languages: course.languages.clone(),
        translations_available: course.translations_available.clone(),
        delivery_modes: modes.filter_map(|mode| DeliveryMode::of(mode.as_str())).collect(),
        levels_of_delivery: levels.filter_map(|level| DeliveryScope::of(level.as_str())).collect(),
        min_participants: Some(course.min_participants),
        max_participants: Some(course.max_participants),
        duration_days: Some(course.duration_days.into()),
        train_the_trainer: course.train_the_trainer,
        modules: course.modules.iter().map(module).collect(),
        materials: course.materials.iter().map(material).collect(),
        ..CourseContent::default()
    };
    let made_from = content.fingerprint();
    let texts = |texts: seed::CourseTexts| TextsOf {
        title: texts.title,
        summary: texts.summary,
        objectives: texts.objectives,
        audience: texts.audience,
        modules: texts.modules,
        reviewed: true,
        made_from: made_from.clone(),
    };
    content.texts = seed::course_texts(&course.code)
        .into_iter()
        .map(|(tag, said)| (tag, texts(said)))
        .collect();
    content
}

/// Loads course types and the work plan.
pub async fn controlled_lists(app: &App, by: &Operator) -> Result<()> {
    let mut types = seed::course_types();
    types.sort_by_key(|course_type| goal_of(course_type.goal));
    let types: Vec<_> = types.into_iter().zip(1..).map(course_type_to_add).collect();
    catalogue::actions::add_course_types(app, by, &types).await?;
    let activities: Vec<_> = seed::work_plan().into_iter().map(activity_to_add).collect();
    catalogue::actions::add_activities(app, by, &activities).await
}

fn course_type_to_add((course_type, position): (seed::CourseType, i32)) -> CourseType {
    CourseType {
        goal: goal_of(course_type.goal),
        code: course_type.code,
        name: course_type.name,
        abbreviation: course_type.abbreviation,
        short_name: course_type.short_name,
        description: course_type.description,
        position,
    }
}

fn activity_to_add(activity: seed::Activity) -> Activity {
    Activity {
        code: activity.code,
        goal: goal_of(activity.goal),
        title: activity.title,
        funding_status: activity.funding_status.as_str().to_owned(),
        implies_training: activity.implies_training,
        summary: activity.summary,
    }
}

/// The goal of this name in the seed.
fn goal_of(goal: seed::Goal) -> Goal {
    match goal {
        seed::Goal::EarlyDetection => Goal::EarlyDetection,
        seed::Goal::Prevention => Goal::Prevention,
        seed::Goal::Protection => Goal::Protection,
        seed::Goal::MigrationManagement => Goal::MigrationManagement,
        seed::Goal::SpecialProjects => Goal::SpecialProjects,
    }
}

/// Opens the demonstration accounts with this password.
pub async fn accounts(app: &App, by: &Operator, password: &str) -> Result<Vec<DemoAccount>> {
    let mut opened = Vec::new();
    for account in seed::demonstration_accounts() {
        let mut roles = Vec::new();
        for membership in &account.memberships {
            let (role, organisation) = role_to_give(app, by, membership).await?;
            roles.push(role);
            opened.push(DemoAccount {
                email: account.email.to_owned(),
                password: password.to_owned(),
                role: membership.role.as_str().to_owned(),
                organisation,
                client: None,
            });
        }
        let new = AccountToOpen {
            full_name: account.full_name.to_owned(),
            email: account.email.to_owned(),
            password: Some(password.to_owned()),
            roles,
        };
        actions::open_account(app, by, new).await?;
    }
    Ok(opened)
}

async fn role_to_give(
    app: &App,
    by: &Operator,
    membership: &seed::Membership,
) -> Result<(RoleToGive, String)> {
    let code = membership.organisation_code;
    let organisation = organisations::by_code(&app.db, code).await?.ok_or(Error::NotFound)?;
    let agency = match membership.agency {
        Some(name) => {
            Some(organisations::actions::add_agency(app, by, organisation.id, name).await?)
        }
        None => None,
    };
    let role = Role::of(membership.role.as_str()).ok_or(Error::NotFound)?;
    let lead = matches!(membership.role, seed::Role::FocalPoint { lead: true });
    let given = RoleToGive { role, organisation: organisation.id, agency, lead };
    // Centres go by their codes; their names are long.
    let known_as = if organisation.publishes { organisation.code } else { organisation.name };
    Ok((given, known_as))
}
