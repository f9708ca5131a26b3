//! Members, centres and the people who act for them.
use anyhow::Result;

use super::{Filling, MEMBERS, numbers, one_of};

/// How many Training Directors there are, and so how many are told of a sheet.
const DIRECTORS: usize = 9;

/// Members until there are so many.
pub async fn members(filling: &Filling, wanted: usize) -> Result<()> {
    let known = filling.count("select count(*) from organisation where nominates").await?;
    let subregion = one_of(&["Southern Asia", "South-eastern Asia", "Melanesia"], "i");
    organisations(
        filling,
        (1, wanted.saturating_sub(known)),
        ("M", "Member"),
        (&subregion, "state"),
    )
    .await
}

/// Centres until there are so many.
pub async fn centres(filling: &Filling, wanted: usize) -> Result<()> {
    let known = filling.count("select count(*) from organisation where publishes").await?;
    organisations(filling, (2, wanted.saturating_sub(known)), ("C", "Centre"), ("null", "centre"))
        .await
}

async fn organisations(
    filling: &Filling,
    (id, count): (u8, usize),
    (letter, name): (&str, &str),
    (subregion, kind): (&str, &str),
) -> Result<()> {
    if count == 0 {
        return Ok(());
    }
    let sql = format!(
        "{} insert into organisation (id, code, name, short_name, kind, tile, publishes, \
         nominates, oversees, subregion, country, languages, time_zone, sample, created_at) \
         select {}, '{letter}' || i, '{name} of the region ' || i, '{name} ' || i, '{kind}', \
         '{letter}' || i, {}, {}, false, {subregion}, 'Somewhere', 'en', 'Asia/Bangkok', false, $1 from n",
        numbers(count),
        filling.id(id, "i"),
        kind == "centre",
        kind == "state",
    );
    filling.run(&sql, vec![filling.now.into()]).await
}

/// A focal point and a deputy of every member, and Training Directors of some centres.
pub async fn accounts(filling: &Filling, hash: &str) -> Result<()> {
    staff(filling, (3, MEMBERS), "focal_point", hash).await?;
    staff(filling, (4, MEMBERS), "deputy_focal_point", hash).await?;
    let known =
        filling.count("select count(*) from membership where role = 'training_director'").await?;
    let led = "select organisation_id from membership where role = 'training_director'";
    let leaderless = format!(
        "(select id, code, row_number() over (order by code) - 1 as at from organisation \
         where publishes and id not in ({led}) order by code limit {})",
        DIRECTORS - known
    );
    staff(filling, (5, &leaderless), "training_director", hash).await
}

async fn staff(filling: &Filling, (kind, of): (u8, &str), role: &str, hash: &str) -> Result<()> {
    let id = filling.id(kind, "o.at");
    let accounts = format!(
        "insert into account (id, email, full_name, password_hash, locale, created_at) \
         select {id}, lower(o.code) || '.{role}@bench.example', 'Person of ' || o.code, $1, 'en', $2 \
         from {of} o"
    );
    // The memberships come first where they decide of whom there is none yet.
    let memberships = format!(
        "insert into membership (id, account_id, organisation_id, role, lead, starts_at, confirmed_at) \
         select {id}, {id}, o.id, '{role}', false, $1, $1 from {of} o"
    );
    filling.run(&accounts, vec![hash.into(), filling.now.into()]).await?;
    filling.run(&memberships, vec![filling.now.into()]).await
}
