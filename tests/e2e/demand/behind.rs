//! Every figure leads to the nominations behind it, all of them, and they sum to it.
use tests::{Person, Reply, TestApp};

use super::{lines, number, round_of_2016};

/// The sums under a list, or of a few nominations in full: nominations, deliveries and places.
fn foot(page: &Reply) -> [i64; 3] {
    let part = |text: &str, from: &str| {
        text.split_once(from).unwrap_or_else(|| panic!("no {from}")).1.to_owned()
    };
    let foot = part(&part(&page.text, "id=\"list\""), "<tfoot>");
    let words = part(&foot, "colspan=\"3\">");
    let words = words.split('<').next().expect("words");
    let count = if words == "One nomination" {
        1
    } else {
        number(words.trim_start_matches("All ").trim_end_matches(" nominations"))
    };
    let mut cells = foot.split("class=\"r\">").skip(1);
    let mut next = || number(cells.next().and_then(|rest| rest.split('<').next()).expect("a sum"));
    [count, next(), next()]
}

/// Walks all pages of a list: how many nominations, deliveries and places its rows hold.
async fn walk(person: &Person, first: &str) -> [i64; 3] {
    let (mut at, mut sums) = (first.to_owned(), [0; 3]);
    for _ in 0..100 {
        let page = person.get(&at).await;
        page.is(200);
        let list = page.text.split_once("id=\"list\"").expect("a list").1;
        let body = list.split("</tbody>").next().expect("rows").split("<tbody>").nth(1);
        for row in body.expect("rows").split("<tr>").skip(1) {
            let mut cells = row.split("class=\"r\">").skip(1);
            sums[0] += 1;
            for sum in &mut sums[1..] {
                let cell = cells.next().and_then(|rest| rest.split('<').next());
                *sum += number(cell.expect("a figure"));
            }
        }
        let Some(before) = list.split("#list\">Next page").next().filter(|part| *part != list)
        else {
            return sums;
        };
        let next = before.rsplit("href=\"").next().expect("an address").replace("&#38;", "&");
        at = format!("/demand{next}");
    }
    panic!("{first} has no last page");
}

#[tokio::test]
async fn every_figure_equals_the_sum_of_the_nominations_behind_it() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    for filters in [
        "level=all",
        "",
        "level=all&quarter=q2",
        "quarter=unnamed&level=all",
        "level=all&subregion=Melanesia",
        "level=all&quarter=q3&goal=protection",
    ] {
        for figure in ["look=all", "goal=prevention&look=all", "type=liaison", "state=FJ"] {
            let choice = format!("{round}&{filters}&{figure}");
            let table = lines(&rso.get(&format!("/demand.csv?{choice}")).await.text);
            let behind = |line: &&Vec<String>| match figure {
                "type=liaison" => line[4] == "liaison",
                "state=FJ" => line[1] == "FJ",
                _ => true,
            };
            let sum = |column: usize| -> i64 {
                table.iter().filter(behind).map(|line| number(&line[column])).sum()
            };
            let expected = [sum(8), sum(7), sum(6)];
            let first = format!("/demand?{choice}");
            if expected[0] == 0 {
                rso.get(&first).await.is(200).does_not_say("id=\"list\"");
                continue;
            }
            assert_eq!(foot(&rso.get(&first).await), expected, "{choice}");
            assert_eq!(walk(&rso, &first).await, expected, "{choice}");
            let taken = rso.get(&format!("/demand/nominations.csv?{choice}")).await;
            let taken = lines(&taken.text);
            let all = |column: usize| taken.iter().map(|line| number(&line[column])).sum::<i64>();
            let count = i64::try_from(taken.len()).expect("few");
            assert_eq!([count, all(11), all(12)], expected, "{choice}");
        }
    }
}

#[tokio::test]
async fn a_list_is_read_page_by_page_and_nothing_is_out_of_reach() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    let page = rso.get(&format!("/demand?{round}&level=all&look=all")).await;
    page.says("All 261 nominations").says("Next page").does_not_say("First page");
    let rows = page.text.split("id=\"list\"").nth(1).expect("a list").split("<tr>").count();
    assert!(rows <= 30, "{rows} rows at once");
    assert_eq!(walk(&rso, &format!("/demand?{round}&level=all&look=all")).await[0], 261);
    for nonsense in ["x", "..", "0.0", "00000000000000000000000000000000.99999999999"] {
        rso.get(&format!("/demand?{round}&look=all&after={nonsense}")).await.is(200);
    }
}

#[tokio::test]
async fn a_course_that_does_not_exist_yet_is_counted_apart_and_can_be_read() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let form = [
        ("revision", "0"),
        ("liaison.freq", "annual"),
        ("~1.freq", "twice_a_year"),
        ("~1.title", "Drones at borders"),
        ("~1.reason", "Seen along the coast"),
        ("do", "check"),
    ];
    fiji.post(&sheet, &form).await.is(303);
    let check = fiji.get(&format!("{sheet}/submission")).await;
    let revision = check.revision();
    fiji.post(&format!("{sheet}/submission"), &[("revision", &revision)]).await.is(303);
    let rso = app.rso().await;
    let page = rso.get("/demand").await;
    page.says("<dt>Courses that do not exist yet</dt><dd><a class=\"plain\"");
    let list = rso.get("/demand?type=~new").await;
    list.says("Drones at borders").says("Seen along the coast").says("One nomination");
    let own = fiji.get("/demand?type=~new").await;
    own.says("Drones at borders");
    let director = app.director("JCLEC").await;
    director.get("/demand?type=~new").await.is(200).does_not_say("Drones at borders");
    let taken = rso.get("/demand/nominations.csv?type=~new").await;
    taken.says("\"Drones at borders\"").does_not_say("liaison");
    director.get("/demand/nominations.csv?type=~new").await.does_not_say("Drones");
}

#[tokio::test]
async fn what_is_not_theirs_is_behind_no_figure() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let round = round_of_2016(&fiji).await;
    for look in ["look=all", "type=liaison", "type=induction", "state=FJ"] {
        let taken = fiji.get(&format!("/demand/nominations.csv?{round}&level=all&{look}")).await;
        let lines = lines(&taken.text);
        assert!(lines.iter().all(|line| line[1] == "FJ"), "{look}");
    }
    for name in ["nominations.csv", "nominations.xlsx"] {
        let path = format!("/demand/{name}?{round}&level=all");
        fiji.get(&format!("{path}&state=ID")).await.is(404);
        let director = app.director("JCLEC").await;
        director.get(&format!("{path}&type=visa_risk")).await.is(404);
    }
}
