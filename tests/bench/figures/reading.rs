//! Reading: catalogue, course page, search, API list, board, sheet.
use std::sync::Arc;

use anyhow::{Context, Result};

use super::Stage;
use crate::client::{Client, Request};
use crate::goals::{
    API_LIST, BOARD, CATALOGUE, CATALOGUE_READY, COURSE, COURSE_READY, Figure, SEARCH_BROAD,
    SEARCH_NARROW, SEARCH_SLIP, SEARCH_WORD, SHEET_OPEN,
};
use crate::load::{Asked, alone, always, in_turn};
use crate::table::Table;

/// How many course pages are read.
const PAGES: usize = 200;
/// The languages that are looked for in turn, so that no answer is that of the request before.
const LANGUAGES: [&str; 8] = ["en", "id", "ar", "bn", "th", "vi", "my", "zh-Hans"];
const LEVELS: [&str; 3] = ["introductory", "intermediate", "advanced"];
const LENGTHS: [&str; 3] = ["short", "week", "long"];
const WORDS: [&str; 8] =
    ["border", "document", "interview", "trafficking", "analysis", "victim", "migrant", "police"];

impl Stage {
    pub(super) async fn reading(&self, table: &mut Table) -> Result<()> {
        let visitor = self.browser();
        let courses = self.strings("select code from course_listing order by code desc").await?;
        let pages = courses.into_iter().take(PAGES).map(|code| format!("/courses/{code}"));
        let pages: Vec<String> = pages.collect();
        let course = each(pages.clone());
        let officer = self.person("officer@rso.example").await?.another(&visitor);
        for (who, of_list, of_course) in
            [(&officer, CATALOGUE, COURSE), (&visitor, CATALOGUE_READY, COURSE_READY)]
        {
            // What is kept ready is made by whoever comes first.
            read_once(who.another(who), &pages).await?;
            self.pair(table, of_list, ("/list.html", always("/catalogue")), who).await?;
            self.pair(table, of_course, ("/one", course.clone()), who).await?;
        }
        for (figure, searches) in [
            (SEARCH_NARROW, narrow()),
            (SEARCH_BROAD, broad()),
            (SEARCH_WORD, words(str::to_owned)),
            (SEARCH_SLIP, words(with_a_slip)),
        ] {
            table.load(figure, None, alone(&self.product, &each(searches), &officer).await?);
        }
        let list = self.api_list();
        let list: Asked = Arc::new(move |_, _| list.clone());
        // Programs take answers as they are.
        let program = Client::reader(self.product.address);
        self.pair(table, API_LIST, ("/list.json", list), &program).await?;
        let board = format!("/demand?round={}", self.long_round);
        self.pair(table, BOARD, ("/board", always(&board)), &officer).await?;
        let code = self.members().await?.into_iter().nth(1).context("a member")?;
        let focal_point = self.person(&super::focal_point(&code)).await?.another(&visitor);
        let sheet = always(&format!("/rounds/{}/sheet", self.round));
        table.load(SHEET_OPEN, None, alone(&self.product, &sheet, &focal_point).await?);
        Ok(())
    }

    async fn pair(
        &self,
        table: &mut Table,
        figure: Figure,
        (floor, product): (&str, Asked),
        who: &Client,
    ) -> Result<()> {
        let floor = (&self.floor, &always(floor));
        let (floor, found) = in_turn(floor, (&self.product, &product), who).await?;
        table.load(figure, Some(floor), found);
        Ok(())
    }
}

async fn read_once(mut client: Client, pages: &[String]) -> Result<()> {
    for page in pages {
        client.page(page).await?;
    }
    Ok(())
}

/// Each of these pages in turn.
fn each(pages: impl IntoIterator<Item = String>) -> Asked {
    let pages: Vec<Request> = pages.into_iter().map(Request::get).collect();
    Arc::new(move |client, number| pages[(client * 61 + number) % pages.len()].clone())
}

fn narrow() -> Vec<String> {
    let mut searches = Vec::new();
    for language in LANGUAGES {
        for level in LEVELS {
            for length in LENGTHS {
                searches
                    .push(format!("/catalogue?language={language}&level={level}&length={length}"));
            }
        }
    }
    searches
}

fn broad() -> Vec<String> {
    let mut searches: Vec<String> =
        LEVELS.iter().map(|level| format!("/catalogue?level={level}")).collect();
    searches.extend(["regional", "national"].map(|level| format!("/catalogue?delivery={level}")));
    searches.extend(["yes", "no"].map(|truth| format!("/catalogue?ttt={truth}")));
    searches
}

fn words(typed: fn(&str) -> String) -> Vec<String> {
    WORDS.iter().map(|word| format!("/catalogue?q={}", typed(word))).collect()
}

/// Two letters have changed places.
fn with_a_slip(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.swap(2, 3);
    letters.into_iter().collect()
}
