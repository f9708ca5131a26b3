//! Rounds, sheets and course nominations: nine tenths of them in one long round, so that the
//! board of a single round has them all to show, and the rest in rounds as they are in life.
use std::fmt::Write;

use anyhow::Result;
use sea_orm::Value;

use super::{Filling, MEMBERS, Size, numbers, one_of};

/// How many members the long round has: those of the demonstration, which come first.
const LONG_ROUND: usize = 49;
/// Rounds as they are in life.
const ROUNDS: usize = 20;
/// The months of every horizon.
const FREQUENCIES: [(&str, i32); 7] = [
    ("once", 1),
    ("every_two_years", 1),
    ("annual", 1),
    ("twice_a_year", 2),
    ("quarterly", 4),
    ("monthly", 12),
    ("on_request", 0),
];
const LEVELS: [(&str, i32); 4] =
    [("regional", 3), ("national", 20), ("train_the_trainer", 8), ("translation", 0)];

/// Course nominations until there are so many, with everything that belongs to them.
pub async fn nominations(filling: &Filling, size: Size) -> Result<()> {
    let members = filling.count("select count(*) from organisation where nominates").await?;
    invite_everybody(filling).await?;
    let each = size.nominations / 10 / ROUNDS / members;
    let in_life = each * ROUNDS * members;
    rounds(filling).await?;
    for number in 1..=ROUNDS {
        answers(filling, number, (members, each.max(1))).await?;
    }
    let known = filling.count("select count(*) from course_nomination").await?;
    let long = size.nominations.saturating_sub(known).max(in_life) / LONG_ROUND;
    answers(filling, 0, (LONG_ROUND, long)).await?;
    history(filling).await?;
    kept_figures(filling).await
}

/// The members that are new are invited to the round that is open.
async fn invite_everybody(filling: &Filling) -> Result<()> {
    let sql = "insert into round_member (round_id, member_id) select r.id, o.id from round r \
        cross join organisation o where r.state = 'open' and o.nominates and not exists \
        (select 1 from round_member i where i.round_id = r.id and i.member_id = o.id)";
    filling.run(sql, vec![]).await
}

/// Closed rounds with every course type and every member; the long one is the oldest.
async fn rounds(filling: &Filling) -> Result<()> {
    let begin = filling.now - chrono::Duration::days(40 * 365);
    for number in 0..=ROUNDS {
        let opens_at = begin + chrono::Duration::days(365 * i64::try_from(number)?);
        let closes_at = opens_at + chrono::Duration::days(40);
        let (start, end) =
            (opens_at.date_naive(), (opens_at + chrono::Duration::days(364)).date_naive());
        let title =
            if number == 0 { "Long round".to_owned() } else { format!("Former round {number}") };
        let sql = format!(
            "insert into round (id, title, horizon_start, horizon_end, opens_at, closes_at, \
             grace_days, minimum_cell, state, revision, sample, created_at, opened_at, closed_at) \
             values ({}, $1, $2, $3, $4, $5, 0, 3, 'closed', 1, false, $4, $4, $5)",
            filling.id(6, &number.to_string())
        );
        let values: Vec<Value> =
            vec![title.into(), start.into(), end.into(), opens_at.into(), closes_at.into()];
        filling.run(&sql, values).await?;
    }
    let ours = format!("r.id >= {} and r.id <= {}", filling.id(6, "0"), filling.id(6, "999"));
    for (table, column, from) in [
        ("round_course_type", "course_type", "select code as it from course_type"),
        ("round_member", "member_id", &format!("select id as it from {MEMBERS} m")),
    ] {
        let sql = format!(
            "insert into {table} (round_id, {column}) select r.id, x.it from round r \
             cross join ({from}) x where {ours}"
        );
        filling.run(&sql, vec![]).await?;
    }
    let long = format!(
        "delete from round_member where round_id = {} and member_id in \
         (select id from {MEMBERS} m where at >= {LONG_ROUND})",
        filling.id(6, "0")
    );
    filling.run(&long, vec![]).await
}

/// A sheet of each member for a round, and `each` nominations on it.
async fn answers(filling: &Filling, number: usize, (members, each): (usize, usize)) -> Result<()> {
    let round = filling.id(6, &number.to_string());
    let (first_sheet, first) = (number * members, number * members * 100_000);
    let sheets = format!(
        "insert into sheet (id, round_id, member_id, state, revision, answers, saved_at, \
         submissions, submitted_revision, submitted_at) \
         select {}, r.id, m.id, 'submitted', 1, '{{}}', r.opens_at, 1, 1, r.opens_at \
         from {MEMBERS} m cross join round r where r.id = {round} and m.at < {members}",
        filling.id(7, &format!("{first_sheet} + m.at"))
    );
    filling.run(&sheets, vec![]).await?;
    let types = filling.count("select count(*) from course_type").await?;
    let id = filling.id(8, &format!("{first} + m.at * 100000 + n.i"));
    let sql = format!(
        "{} insert into course_nomination (id, round_id, member_id, line, course_type, course_id, \
         frequency, level, participants, deliveries, places, priority, urgency, language, mode, \
         quarters, can_host, justification, state, submitted_at, changed_at) \
         select {id}, r.id, m.id, t.code || case when n.i < {types} then '' else '~' || (n.i / {types} + 1) end, \
         t.code, case when (n.i + m.at) % 4 = 0 then p.course_id end, {}, {}, {people}, {deliveries}, \
         ({people}) * ({deliveries}), n.i + 1, {}, 'en', {}, {}, n.i % 5 = 0, \
         'Needed by ' || m.code || ', reason ' || n.i, 'submitted', r.opens_at, r.opens_at \
         from {MEMBERS} m cross join n cross join round r \
         join (select code, row_number() over (order by position) - 1 as at from course_type) t \
         on t.at = (n.i + m.at) % {types} \
         left join (select course_type, course_id, row_number() over (partition by course_type order by code) as k \
         from course_listing) p on p.course_type = t.code and p.k = 1 \
         where r.id = {round} and m.at < {members} order by m.at, n.i",
        numbers(each),
        one_of(&FREQUENCIES.map(|(name, _)| name), "n.i / 3 + m.at"),
        one_of(&LEVELS.map(|(name, _)| name), "n.i / 13 + m.at"),
        one_of(&["high", "medium", "low"], "n.i"),
        one_of(&["any", "in_person", "online", "blended"], "n.i"),
        one_of(&["", "1", "23", "4"], "n.i + m.at"),
        people = figure(&LEVELS, "n.i / 13 + m.at"),
        deliveries = figure(&FREQUENCIES, "n.i / 3 + m.at"),
    );
    filling.run(&sql, vec![]).await
}

/// The figure at the place `at` (an SQL expression) of a list, counted from 0.
fn figure(list: &[(&str, i32)], at: &str) -> String {
    let mut sql = format!("case ({at}) % {}", list.len());
    for (place, (_, figure)) in list.iter().enumerate() {
        let _ = write!(sql, " when {place} then {figure}");
    }
    sql + " end"
}

/// Every nomination that has no history was submitted once.
async fn history(filling: &Filling) -> Result<()> {
    let first = filling.id(8, "0");
    let sql = format!(
        "insert into course_nomination_event (id, nomination_id, state, at) \
         select id, id, 'submitted', submitted_at from course_nomination \
         where id >= {first} and id <= {} order by id",
        filling.id(8, "281474976710655")
    );
    filling.run(&sql, vec![]).await
}

/// Demand by member, course type and level, as a whole and by quarter, counted from the
/// nominations themselves. Every delivery goes to one of the quarters that its nomination names,
/// in turn from the first.
async fn kept_figures(filling: &Filling) -> Result<()> {
    filling.run("delete from demand_cell", vec![]).await?;
    filling.run("delete from demand_quarter", vec![]).await?;
    count(filling, ("demand_cell", ""), ("deliveries", "true")).await?;
    count(filling, ("demand_quarter", "unnamed"), ("deliveries", "quarters = ''")).await?;
    for (quarter, earlier) in [("1", ""), ("2", "1"), ("3", "12"), ("4", "123")] {
        let is_named =
            |digit: char| format!("(case when quarters like '%{digit}%' then 1 else 0 end)");
        let before: Vec<String> = earlier.chars().map(is_named).chain(["0".to_owned()]).collect();
        let share = format!(
            "deliveries / length(quarters) + case when {} < deliveries % length(quarters) \
             then 1 else 0 end",
            before.join(" + ")
        );
        let named = format!("quarters like '%{quarter}%'");
        count(filling, ("demand_quarter", &format!("q{quarter}")), (&share, &named)).await?;
    }
    Ok(())
}

/// Counts the nominations that are `listed` into a table; `share` is how many of its deliveries
/// each brings.
async fn count(
    filling: &Filling,
    (table, quarter): (&str, &str),
    (share, listed): (&str, &str),
) -> Result<()> {
    let (column, value) = match quarter {
        "" => (String::new(), String::new()),
        quarter => ("quarter, ".to_owned(), format!("'{quarter}', ")),
    };
    let sql = format!(
        "insert into {table} (round_id, {column}member_id, course_type, level, nominations, \
         deliveries, places, on_request) select round_id, {value}member_id, \
         coalesce(course_type, '~new'), level, count(*), sum(share), sum(share * participants), \
         sum(case when frequency = 'on_request' then 1 else 0 end) \
         from (select *, {share} as share from course_nomination \
         where state <> 'withdrawn' and {listed}) as n \
         group by round_id, member_id, coalesce(course_type, '~new'), level"
    );
    filling.run(&sql, vec![]).await
}
