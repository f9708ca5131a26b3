//! Deliveries as the calendar, the pages of courses and programs list them.
use chrono::{Days, NaiveDate};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::entities::{Delivery, delivery};
use super::reading::visible;
use crate::base::error::Result;
use crate::catalogue::rules::DeliveryMode;
use crate::deliveries::rules::{DeliveryState, Filter, When};
use crate::identity::ReaderScope;

use delivery::{Column, Entity};

/// No delivery is longer than so many days, so that what began earlier is over.
const LONGEST: Days = Days::new(92);

/// Which deliveries a list is of.
#[derive(Clone, Debug, Default)]
pub struct Span {
    /// The first day that they may touch.
    pub from: Option<NaiveDate>,
    /// The last day that they may touch.
    pub until: Option<NaiveDate>,
    /// The code of the course; empty for any.
    pub course: String,
    /// The code of the course type; empty for any.
    pub course_type: String,
    /// A language in which they are held; empty for any.
    pub language: String,
    /// How they are held.
    pub mode: Option<DeliveryMode>,
    /// Where they stand.
    pub state: Option<DeliveryState>,
}

impl Span {
    /// What a filter of the calendar asks for, apart from when.
    fn of(filter: &Filter) -> Self {
        Self {
            course_type: filter.course_type.clone(),
            language: filter.language.clone(),
            mode: filter.mode,
            ..Self::default()
        }
    }

    fn apply(&self, mut found: Select<Entity>) -> Select<Entity> {
        if !self.course.is_empty() {
            found = found.filter(Column::CourseCode.eq(self.course.as_str()));
        }
        if !self.course_type.is_empty() {
            found = found.filter(Column::CourseType.eq(self.course_type.as_str()));
        }
        if !self.language.is_empty() {
            found = found.filter(Column::Languages.like(format!("%;{};%", self.language)));
        }
        if let Some(mode) = self.mode {
            found = found.filter(Column::Mode.eq(mode.as_str()));
        }
        if let Some(state) = self.state {
            found = found.filter(Column::State.eq(state));
        }
        if let Some(from) = self.from {
            let earliest = from.checked_sub_days(LONGEST).unwrap_or(from);
            let open = Condition::any().add(Column::LastDay.gte(from));
            found = found.filter(Column::SortDay.gte(earliest));
            found = found.filter(open.add(Column::LastDay.is_null()));
        }
        if let Some(until) = self.until {
            found = found.filter(Column::SortDay.lte(until));
        }
        found
    }
}

fn announced(scope: ReaderScope) -> Select<Entity> {
    Entity::find().filter(Column::AnnouncedAt.is_not_null()).filter(visible(scope))
}

fn in_order(found: Select<Entity>) -> Select<Entity> {
    found.order_by_asc(Column::SortDay).order_by_asc(Column::Code)
}

fn wanted(scope: ReaderScope, filter: &Filter, today: NaiveDate) -> Select<Entity> {
    let (from, until) = filter.span(today);
    let found = Span { from, until, ..Span::of(filter) }.apply(announced(scope));
    match filter.when {
        When::Undated => found.filter(Column::FirstDay.is_null()),
        When::Past => found.filter(Column::LastDay.lt(today)),
        When::Upcoming | When::Soon => found,
    }
}

/// A page of the calendar, the next first, of what is over the last first; and how many there are.
pub async fn calendar(
    db: &impl ConnectionTrait,
    scope: ReaderScope,
    (filter, today): (&Filter, NaiveDate),
    (skipped, most): (u64, u64),
) -> Result<(Vec<Delivery>, u64)> {
    let found = wanted(scope, filter, today);
    let total = found.clone().count(db).await?;
    let page = match filter.when {
        When::Past => found.order_by_desc(Column::SortDay).order_by_desc(Column::Code),
        When::Upcoming | When::Soon | When::Undated => in_order(found),
    };
    Ok((page.offset(skipped).limit(most).all(db).await?, total))
}

/// What the calendar shows between two days, at most so many.
pub async fn in_days(
    db: &impl ConnectionTrait,
    scope: ReaderScope,
    (filter, from, until): (&Filter, NaiveDate, NaiveDate),
    most: u64,
) -> Result<Vec<Delivery>> {
    let span = Span { from: Some(from), until: Some(until), ..Span::of(filter) };
    let found = span.apply(announced(scope)).filter(Column::FirstDay.is_not_null());
    Ok(in_order(found).limit(most).all(db).await?)
}

/// What was announced of a course and is not over, at most so many.
pub async fn of_course(
    db: &impl ConnectionTrait,
    scope: ReaderScope,
    (course, today): (&str, NaiveDate),
    most: u64,
) -> Result<Vec<Delivery>> {
    let span = Span { from: Some(today), course: course.to_owned(), ..Span::default() };
    Ok(in_order(span.apply(announced(scope))).limit(most).all(db).await?)
}

/// What was announced of these courses and is not over, at most so many.
pub async fn of_courses(
    db: &impl ConnectionTrait,
    scope: ReaderScope,
    (courses, today): (&[String], NaiveDate),
    most: u64,
) -> Result<Vec<Delivery>> {
    if courses.is_empty() {
        return Ok(Vec::new());
    }
    let span = Span { from: Some(today), ..Span::default() };
    let found = span.apply(announced(scope)).filter(Column::CourseCode.is_in(courses));
    Ok(in_order(found).limit(most).all(db).await?)
}

/// The languages in which some delivery is held that was announced, by tag.
pub async fn languages_held(db: &impl ConnectionTrait, scope: ReaderScope) -> Result<Vec<String>> {
    let lists = announced(scope).select_only().column(Column::Languages).distinct();
    let lists: Vec<String> = lists.into_tuple().all(db).await?;
    let mut tags: Vec<_> = lists.iter().flat_map(|list| list.split(';')).collect();
    tags.retain(|tag| !tag.is_empty());
    tags.sort_unstable();
    tags.dedup();
    Ok(tags.into_iter().map(str::to_owned).collect())
}

/// The next deliveries for several States that have their days, at most so many.
pub async fn next_public(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    most: u64,
) -> Result<Vec<Delivery>> {
    let span = Span { from: Some(today), ..Span::default() };
    let found = span.apply(announced(ReaderScope::default()));
    let takes_place = found
        .filter(Column::FirstDay.is_not_null())
        .filter(Column::State.ne(DeliveryState::Cancelled));
    Ok(in_order(takes_place).limit(most).all(db).await?)
}

/// What somebody's own calendar holds: for a State what is for several and for itself, for a
/// centre its own, for the Regional Support Office all that was announced; what ended long ago is
/// left out.
pub async fn told_to(
    db: &impl ConnectionTrait,
    scope: ReaderScope,
    from: NaiveDate,
    most: u64,
) -> Result<Vec<Delivery>> {
    let found = match scope.centre() {
        Some(centre) => {
            let own = Condition::any()
                .add(Column::CentreId.eq(centre.id()))
                .add(Column::OwnerId.eq(centre.id()));
            Entity::find().filter(visible(scope)).filter(own)
        }
        None => announced(scope),
    };
    let span = Span { from: Some(from), ..Span::default() };
    Ok(in_order(span.apply(found)).limit(most).all(db).await?)
}

/// The deliveries behind one in the order of the list, at most so many, for programs.
pub async fn stretch(
    db: &impl ConnectionTrait,
    scope: ReaderScope,
    (span, after): (&Span, Option<&(NaiveDate, String)>),
    most: u64,
) -> Result<Vec<Delivery>> {
    let mut found = span.apply(Entity::find().filter(visible(scope)));
    if let Some((day, code)) = after {
        let same_day =
            Condition::all().add(Column::SortDay.eq(*day)).add(Column::Code.gt(code.as_str()));
        found = found.filter(Condition::any().add(Column::SortDay.gt(*day)).add(same_day));
    }
    Ok(in_order(found).limit(most).all(db).await?)
}
