//! The demand board: the region for the RSO, course types for a centre, the own for a State.
mod behind;
mod exports;
mod quarters;
mod size;

use std::collections::BTreeMap;

use seed::{DeliveryLevel, Frequency};
use tests::{Person, TestApp};

/// The address of the board of the round of 2016, as the choice of rounds lists it.
async fn round_of_2016(person: &Person) -> String {
    let page = person.get("/demand").await;
    let choice = page.text.split("<option value=\"").find(|part| part.contains(">Round 2016<"));
    let id = choice.and_then(|part| part.split('"').next()).expect("the round of 2016 is listed");
    format!("round={id}")
}

/// Places that the seed's rows of a member ask for at regional level, by course type.
fn expected(member: &str) -> BTreeMap<String, i64> {
    let courses = seed::courses();
    let type_of = |code: &str| {
        let course = courses.iter().find(|course| course.code == code).expect("a course");
        course.course_type.clone()
    };
    let mut places = BTreeMap::new();
    for row in seed::demand_2016() {
        if row.member_code == member && row.delivery_level == DeliveryLevel::Regional {
            let deliveries = match row.frequency {
                Frequency::Once | Frequency::EveryTwoYears | Frequency::Annual => 1,
                Frequency::TwiceAYear => 2,
                Frequency::Quarterly => 4,
                Frequency::Monthly => 12,
            };
            *places.entry(type_of(&row.course_code)).or_default() +=
                deliveries * i64::from(row.participants_per_delivery);
        }
    }
    places
}

/// The lines of a CSV without its head, as cells.
fn lines(csv: &str) -> Vec<Vec<String>> {
    let unquoted = |line: &str| line.trim_matches('"').split("\",\"").map(str::to_owned).collect();
    csv.trim_start_matches('\u{feff}').trim_end().split("\r\n").skip(1).map(unquoted).collect()
}

#[tokio::test]
async fn the_rso_sees_what_every_member_asked_for() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    let table = rso.get(&format!("/demand.csv?{round}")).await;
    table.is(200);
    let lines = lines(&table.text);
    for member in ["ID", "BD", "FJ", "UNHCR"] {
        let shown: BTreeMap<String, i64> = lines
            .iter()
            .filter(|line| line[1] == member)
            .map(|line| (line[4].clone(), line[6].parse().expect("a number")))
            .collect();
        assert_eq!(shown, expected(member), "{member}");
    }
}

#[tokio::test]
async fn every_figure_leads_to_the_nominations_behind_it() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    let row = seed::demand_2016()
        .into_iter()
        .find(|row| row.member_code == "FJ" && row.delivery_level == DeliveryLevel::Regional)
        .expect("Fiji asked for something");
    let course = seed::courses().into_iter().find(|c| c.code == row.course_code).expect("known");
    let page = rso.get(&format!("/demand?{round}&state=FJ&type={}", course.course_type)).await;
    page.is(200).says(&row.justification);
    page.says(&format!("href=\"/courses/{}\"", course.code));
}

#[tokio::test]
async fn the_response_rate_is_visible_to_the_rso() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    let page = rso.get(&format!("/demand?{round}")).await;
    page.says("Members that submitted").says("<dd>45 <small>of 48</small></dd>");
    page.says("<dt>Response</dt><dd>93%</dd>");
    page.says("<summary>3 members have not answered; 46 have no active focal point</summary>");
    page.says("<dt>Not begun</dt><dd>DPR Korea, Macau SAR, Syria</dd>");
    page.says("<dt>No active focal point</dt>").says("href=\"/organisations\"");
    let melanesia = rso.get(&format!("/demand?{round}&subregion=Melanesia")).await;
    melanesia.does_not_say("DPR Korea").does_not_say(" <small>of 48</small>");
}

#[tokio::test]
async fn a_draft_is_told_from_silence_and_neither_from_no_needs() {
    let app = TestApp::new().await;
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let (fiji, bangladesh) = (app.focal_point("Fiji").await, app.focal_point("Bangladesh").await);
    let typed = [("revision", "0"), ("liaison.freq", "once"), ("do", "save")];
    fiji.post(&sheet, &typed).await.is(303);
    bangladesh.post(&format!("{sheet}/no-needs"), &[("revision", "0")]).await.is(303);
    let page = app.rso().await.get("/demand").await;
    page.says("<dt>Said that they need nothing</dt><dd>1</dd>").says("<small>one has a draft");
    page.says("<dt>Draft, not sent</dt><dd>Fiji</dd>");
    page.says("Figures so far: members can still change their answers.");
    bangladesh.get("/demand").await.says("Your State answered that it needs nothing: ");
}

#[tokio::test]
async fn a_centre_sees_the_course_types_that_it_teaches_and_no_other() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let round = round_of_2016(&director).await;
    let own: Vec<String> = seed::courses()
        .into_iter()
        .filter(|course| course.centre_code == "JCLEC")
        .map(|course| course.course_type)
        .collect();
    let table = director.get(&format!("/demand.csv?{round}&level=all")).await;
    let lines = lines(&table.text);
    assert!(lines.iter().any(|line| line[4] == "liaison"));
    for line in &lines {
        assert!(own.contains(&line[4]), "JCLEC sees {}", line[4]);
    }
    let foreign = director.get(&format!("/demand?{round}&type=visa_risk")).await;
    foreign.is(200).does_not_say("Table 2");
    let cell = director.get(&format!("/demand?{round}&level=all&state=ID&type=induction")).await;
    cell.does_not_say("Recruitment of new officers");
}

#[tokio::test]
async fn a_state_sees_only_its_own() {
    let app = TestApp::new().await;
    let focal_point = app.focal_point("Fiji").await;
    let round = round_of_2016(&focal_point).await;
    let table = focal_point.get(&format!("/demand.csv?{round}&level=all")).await;
    let lines = lines(&table.text);
    assert!(!lines.is_empty());
    assert!(lines.iter().all(|line| line[1] == "FJ"), "{lines:?}");
    let others = focal_point.get(&format!("/demand?{round}&level=all&state=ID")).await;
    others.is(200).does_not_say("Recruitment of new officers");
    let without_languages = others.text.replace("Bahasa Indonesia", "");
    assert!(!without_languages.contains("Indonesia"), "{without_languages}");
    others.does_not_say("Members that submitted");
}

#[tokio::test]
async fn the_public_sees_no_demand() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.get("/demand").await.leads_to("/sign-in?next=%2Fdemand");
    visitor.get("/demand.csv").await.leads_to("/sign-in?next=%2Fdemand.csv");
    app.nominator("Bangladesh").await.get("/demand").await.is(403);
    app.auditor().await.get("/demand").await.is(403);
}

#[tokio::test]
async fn a_round_that_is_not_there_is_not_found() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    rso.get("/demand?round=01999999-0000-7000-8000-000000000000").await.is(404);
    rso.get("/demand?round=nonsense&show=x&level=y&goal=z&order=w").await.is(200);
}

#[tokio::test]
async fn filters_and_orders_are_in_the_address() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    let table = rso.get(&format!("/demand.csv?{round}&subregion=Melanesia&goal=prevention")).await;
    let lines = lines(&table.text);
    assert!(!lines.is_empty());
    for line in &lines {
        assert_eq!(line[3], "Melanesia");
        assert!(["liaison", "visa_risk"].contains(&line[4].as_str()), "{line:?}");
    }
    let all = rso.get(&format!("/demand?{round}&order=most")).await;
    all.says("<option value=\"most\" selected>");
}

#[tokio::test]
async fn a_state_that_asked_for_nothing_is_shown_the_way_to_ask() {
    let app = TestApp::new().await;
    let page = app.focal_point("Fiji").await.get("/demand").await;
    page.is(200).says("Your State asks for nothing under this choice").says(">All levels</a>");
    page.says("href=\"/nominations\"").does_not_say("Table 1");
}

#[tokio::test]
async fn every_filter_is_kept_in_every_link() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    let filters = "show=deliveries&level=all&quarter=q3&goal=prevention&subregion=Southern+Asia";
    let page = rso.get(&format!("/demand?{round}&{filters}&order=most")).await;
    page.is(200);
    let kept = format!("{round}&{filters}&order=most").replace('&', "&#38;");
    let links = page.text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let links: Vec<_> =
        links.filter(|link| link.starts_with('?') || link.starts_with("/demand.")).collect();
    assert!(links.len() > 20, "{links:?}");
    for link in links {
        assert!(link.contains(&kept), "{link} does not keep {kept}");
    }
    for value in ["deliveries", "all", "q3", "prevention"] {
        page.says(&format!("<option value=\"{value}\" selected>"));
    }
}

#[tokio::test]
async fn a_choice_without_a_match_says_what_to_loosen() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    let page = rso.get(&format!("/demand?{round}&level=translation&subregion=Melanesia")).await;
    page.is(200).says("Nothing is asked for under this choice").does_not_say("Table 1");
    page.says(">All levels</a>").says(">All members</a>").does_not_say(">Any quarter</a>");
    let open = rso.get("/demand?level=all").await;
    open.is(200);
}

#[tokio::test]
async fn gaps_are_never_netted_and_say_what_can_be_known() {
    let app = TestApp::new().await;
    let rso = app.rso().await;
    let round = round_of_2016(&rso).await;
    let page = rso.get(&format!("/demand?{round}")).await;
    page.says("Centres cannot schedule deliveries here yet.").says("Places asked</th>");
    let figures: Vec<i64> =
        seed::course_types().iter().map(|one| short_of(&page, &one.name)).collect();
    let total = page.text.split("<dd class=\"short\">").nth(1).expect("a total");
    let total: i64 = number(total.split('<').next().expect("its end"));
    assert_eq!(figures.iter().sum::<i64>(), total);
    let asked = rso.get(&format!("/demand.csv?{round}")).await;
    let asked: i64 = lines(&asked.text).iter().map(|line| number(&line[6])).sum();
    assert_eq!(asked, total, "no seat is offered");
    let deliveries = rso.get(&format!("/demand?{round}&show=deliveries")).await;
    deliveries.does_not_say("Still short");
}

/// What Figure 1 says is short of a course type.
fn short_of(page: &tests::Reply, course_type: &str) -> i64 {
    let row = page.text.split("<tr>").find(|row| {
        row.contains("class=\"gauge\"") && row.contains(&format!(">{course_type}</a>"))
    });
    let row = row.unwrap_or_else(|| panic!("{course_type} has no bar"));
    number(row.rsplit("<b>").next().and_then(|rest| rest.split('<').next()).expect("a figure"))
}

fn number(text: &str) -> i64 {
    text.replace(',', "").parse().expect("a number")
}
