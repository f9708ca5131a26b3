//! Courses in eight languages, as a centre would write them: the courses of the demonstration
//! under other titles, codes, centres and languages.
use std::collections::HashMap;

use anyhow::{Context, Result};
use rctm::base::ids::CourseId;
use rctm::catalogue::CourseContent;
use rctm::catalogue::rules::{Length, Level, fold, search};
use sea_orm::Value;
use uuid::Uuid;

use super::Filling;

/// The languages, each with the word that begins its titles.
const LANGUAGES: [(&str, &str); 8] = [
    ("en", "Course"),
    ("id", "Kursus"),
    ("ar", "دورة"),
    ("bn", "পাঠ্যক্রম"),
    ("th", "หลักสูตร"),
    ("vi", "Khóa học"),
    ("my", "သင်တန်း"),
    ("zh-Hans", "课程"),
];
/// The most values that are bound in one statement; SQLite takes 32,766.
const MOST_BOUND: usize = 30_000;

/// A centre: id, code, name and short name.
type Centre = (Uuid, String, String, String);
/// A course type: code, name and goal.
type Type = (String, String, String);

struct Written {
    id: Uuid,
    /// Its number in the index of words, behind those of the demonstration.
    number: i64,
    code: String,
    content: CourseContent,
}

/// Courses until so many are published.
pub async fn courses(filling: &Filling, wanted: usize) -> Result<()> {
    let known = filling.count("select count(*) from course_listing").await?;
    let sql = "select id, code, name, short_name from organisation where publishes order by code";
    let mut centres: Vec<Centre> = Vec::new();
    for row in filling.rows(sql).await? {
        centres.push((
            row.try_get("", "id")?,
            row.try_get("", "code")?,
            row.try_get("", "name")?,
            row.try_get("", "short_name")?,
        ));
    }
    let mut types: Vec<Type> = Vec::new();
    for row in filling.rows("select code, name, goal from course_type order by position").await? {
        types.push((row.try_get("", "code")?, row.try_get("", "name")?, row.try_get("", "goal")?));
    }
    let names: HashMap<&str, &Type> = types.iter().map(|one| (one.0.as_str(), one)).collect();
    let models: Vec<CourseContent> =
        seed::courses().iter().map(rctm::cli::load::course_content).collect();
    let mut rows = Rows::default();
    for number in known..wanted {
        let model = &models[number % models.len()];
        let course = write(number, model, &types[number * 7 % types.len()].0);
        let centre = &centres[number * 3 % centres.len()];
        let course_type = names.get(course.content.course_type.as_str()).context("a type")?;
        rows.add(filling, &course, (centre, course_type))?;
    }
    rows.write(filling).await
}

fn write(number: usize, model: &CourseContent, course_type: &str) -> Written {
    let (language, word) = LANGUAGES[number % LANGUAGES.len()];
    let other = LANGUAGES[number / LANGUAGES.len() % LANGUAGES.len()].0;
    let code = format!("B{:03}-{:03}", number / 1000, number % 1000);
    let mut content = model.clone();
    content.title = format!("{word} {number}: {}", model.title);
    course_type.clone_into(&mut content.course_type);
    content.languages = vec![language.to_owned()];
    if other != language {
        content.languages.push(other.to_owned());
    }
    content.prerequisites.clear();
    content.duration_days = u16::try_from(1 + number % 20).ok();
    content.train_the_trainer = number.is_multiple_of(6);
    for (place, module) in content.modules.iter_mut().enumerate() {
        module.code = format!("{code}-M{}", place + 1);
    }
    let number = 10_000 + i64::try_from(number).expect("few courses");
    Written { id: CourseId::new().0, number, code, content }
}

/// Rows of the five tables, each with its columns in the order of the statement.
#[derive(Default)]
struct Rows {
    courses: Vec<Vec<Value>>,
    versions: Vec<Vec<Value>>,
    listings: Vec<Vec<Value>>,
    facets: Vec<Vec<Value>>,
    words: Vec<Vec<Value>>,
}

impl Rows {
    fn add(
        &mut self,
        filling: &Filling,
        course: &Written,
        (centre, course_type): (&Centre, &Type),
    ) -> Result<()> {
        let Written { id, code, content, .. } = course;
        let (id, now, none) =
            (Value::from(*id), Value::from(filling.now), Value::from(None::<Uuid>));
        let text = Value::from(serde_json::to_string(content)?);
        self.courses.push(vec![
            id.clone(),
            code.clone().into(),
            centre.0.into(),
            "published".into(),
            1.into(),
            text.clone(),
            false.into(),
            now.clone(),
            1.into(),
            now.clone(),
            "".into(),
            now.clone(),
            true.into(),
            now.clone(),
        ]);
        self.versions.push(vec![
            id.clone(),
            1.into(),
            text,
            "First version".into(),
            now.clone(),
            none,
        ]);
        let names = [course_type.1.as_str(), &centre.2, &centre.3];
        self.words.push(vec![
            course.number.into(),
            id.clone(),
            search::VERSION.into(),
            search::tokens(code, &names, content).into(),
        ]);
        self.listings.push(listing(course, (centre, course_type), now));
        let facet = |(facet, value): (&str, String)| vec![facet.into(), value.into(), id.clone()];
        self.facets.extend(facets(content, (centre, course_type)).into_iter().map(facet));
        Ok(())
    }

    async fn write(self, filling: &Filling) -> Result<()> {
        let course = "course (id, code, centre_id, state, revision, draft, draft_differs, \
            draft_saved_at, published_version, state_since, reason, verified_at, sample, created_at)";
        let version =
            "course_version (course_id, number, content, change_note, published_at, published_by)";
        let listing = "course_listing (course_id, code, centre_id, centre_code, course_type, goal, \
            title, sort_title, summary, level, duration_days, length, train_the_trainer, \
            module_count, languages, levels_of_delivery, search_text, sample, published_at)";
        insert(filling, course, self.courses).await?;
        insert(filling, version, self.versions).await?;
        insert(filling, listing, self.listings).await?;
        insert(filling, "course_facet (facet, value, course_id)", self.facets).await?;
        insert(filling, "course_search (number, course_id, version, tokens)", self.words).await
    }
}

fn listing(course: &Written, (centre, course_type): (&Centre, &Type), now: Value) -> Vec<Value> {
    let Written { id, code, content, .. } = course;
    let days = content.duration_days.unwrap_or_default();
    let levels: Vec<_> = content.levels_of_delivery.iter().map(|level| level.as_str()).collect();
    let level = content.level.map(Level::as_str).unwrap_or_default();
    vec![
        (*id).into(),
        code.clone().into(),
        centre.0.into(),
        centre.1.clone().into(),
        content.course_type.clone().into(),
        course_type.2.clone().into(),
        content.title.clone().into(),
        fold(&content.title).into(),
        content.summary.clone().into(),
        level.into(),
        i32::from(days).into(),
        Length::of_days(days).as_str().into(),
        yes_no(content.train_the_trainer).into(),
        i32::try_from(content.modules.len()).unwrap_or(i32::MAX).into(),
        content.languages.join(";").into(),
        levels.join(";").into(),
        search::passages(content).join("\n").into(),
        true.into(),
        now,
    ]
}

fn facets(
    content: &CourseContent,
    (centre, course_type): (&Centre, &Type),
) -> Vec<(&'static str, String)> {
    let length = Length::of_days(content.duration_days.unwrap_or_default());
    let mut facets = vec![
        ("goal", course_type.2.clone()),
        ("type", content.course_type.clone()),
        ("centre", centre.1.clone()),
        ("length", length.as_str().to_owned()),
        ("ttt", yes_no(content.train_the_trainer).to_owned()),
    ];
    facets.extend(content.level.map(|level| ("level", level.as_str().to_owned())));
    facets.extend(content.languages.iter().map(|tag| ("language", tag.clone())));
    facets.extend(content.delivery_modes.iter().map(|mode| ("mode", mode.as_str().to_owned())));
    let levels = content.levels_of_delivery.iter();
    facets.extend(levels.map(|level| ("delivery", level.as_str().to_owned())));
    facets
}

const fn yes_no(truth: bool) -> &'static str {
    if truth { "yes" } else { "no" }
}

/// Inserts rows, as many in a statement as may be bound.
async fn insert(filling: &Filling, into: &str, rows: Vec<Vec<Value>>) -> Result<()> {
    let width = rows.first().map_or(1, Vec::len);
    for some in rows.chunks(MOST_BOUND / width) {
        let places = (0..some.len()).map(|row| {
            let columns = (1..=width).map(|column| format!("${}", row * width + column));
            format!("({})", columns.collect::<Vec<_>>().join(", "))
        });
        let sql = format!("insert into {into} values {}", places.collect::<Vec<_>>().join(", "));
        filling.run(&sql, some.iter().flatten().cloned().collect()).await?;
    }
    Ok(())
}
