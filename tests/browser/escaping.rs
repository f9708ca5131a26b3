//! Texts that would like to be programs are read in a real browser: none runs, and the policy of
//! the pages has nothing to forbid.
use std::time::Duration;

use rctm::base::csp;
use rctm::catalogue::rules::Part;
use tests::browser::Browser;
use tests::{PASSWORD, Person, Served};

/// Breaks out of elements, attributes in either quotation, comments, scripts and styles.
const HOSTILE: [&str; 6] = [
    "\"><img src=x onerror=alert(1)><script>alert(2)</script>",
    "' autofocus onfocus=alert(1) x='<svg onload=alert(2)>",
    "</script><script>alert(1)</script>--><iframe src=javascript:alert(2)>",
    "</textarea></select></title><style>*{}</style><body onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a><base href=//evil.example/>",
    "<details open ontoggle=alert(1)><math><mtext><img src=x onerror=alert(2)>",
];
const COURSE: &str = "/courses/LIA-201";

/// The form that is open on a page, with these fields put over it.
async fn send(person: &Person, page: &str, path: &str, fields: &[(&str, &str)]) {
    let opened = person.get(page).await.text;
    let form = opened.split_once(&format!("action=\"{path}\"")).expect("the form").1;
    let revision = form.split_once("name=\"revision\" value=\"").expect("a revision").1;
    let revision = revision.split('"').next().unwrap_or_default();
    let fields = [&[("revision", revision)], fields].concat();
    person.post(path, &fields).await.is(303);
}

/// Every text of a course, of a sheet and of a program is hostile.
async fn plant(served: &Served, round: &str) {
    let [image, focus, script, style, link, math] = HOSTILE;
    let director = served.test.director("JCLEC").await;
    let fields = [
        ("title", image),
        ("course_type", "liaison"),
        ("summary", focus),
        ("duration_days", "4"),
        ("min_participants", "8"),
        ("max_participants", "16"),
        ("levels_of_delivery", "regional"),
        ("delivery_modes", "in_person"),
        ("objectives", script),
        ("m1.title", style),
        ("m1.hours", "6"),
        ("m1.summary", link),
        ("audience", math),
        ("level", "introductory"),
        ("languages", "en"),
        ("f1.title", image),
        ("f1.kind", "slides"),
        ("f1.language", "en"),
    ];
    for part in Part::ALL.into_iter().filter(|part| *part != Part::Texts) {
        let page = format!("{COURSE}/{}", part.place());
        send(&director, &page, &page, &fields).await;
    }
    let arabic = format!("{COURSE}/edit/texts/ar");
    let page = director.get(&arabic).await;
    let (english, seen) = (page.hidden("english"), page.hidden("seen"));
    let before = [("english", english.as_str()), ("seen", seen.as_str())];
    let fields = [&before[..], &[("title", script), ("summary", math)]].concat();
    send(&director, &arabic, &arabic, &fields).await;
    send(&director, &arabic, &format!("{arabic}/review"), &[]).await;
    let publication = format!("{COURSE}/publication");
    send(&director, &publication, &publication, &[("note", focus)]).await;
    let fiji = served.test.focal_point("Fiji").await;
    let sheet = format!("/rounds/{round}/sheet");
    let fields = [
        ("liaison.freq", "annual"),
        ("liaison.people", "3"),
        ("liaison.reason", script),
        ("~1.freq", "once"),
        ("~1.people", "3"),
        ("~1.title", style),
        ("~1.reason", link),
    ];
    send(&fiji, &sheet, &sheet, &fields).await;
    let submission = format!("{sheet}/submission");
    send(&fiji, &submission, &submission, &[]).await;
    let id = rctm::base::ids::ApiClientId::new().to_string();
    let form = [("id", id.as_str()), ("name", math), ("scopes", "catalogue:read")];
    fiji.post("/api-clients", &form).await.is(200);
    for sql in [
        "update account set full_name = $1",
        "update organisation set name = $1 where code in ('FJ', 'JCLEC')",
        "update course_type set name = $1 where code = 'liaison'",
    ] {
        served.test.execute(sql, vec![image.into()]).await;
    }
}

#[tokio::test]
async fn no_text_runs_in_a_browser_and_the_policy_has_nothing_to_forbid() {
    let served = Served::new().await;
    let rounds = rctm::course_nominations::open_rounds(&served.test.app.db).await.expect("rounds");
    let round = rounds.first().expect("an open round").id.to_string();
    plant(&served, &round).await;
    let typed: String = url::form_urlencoded::byte_serialize(HOSTILE[0].as_bytes()).collect();
    let sheet = format!("/rounds/{round}/sheet");
    let tours: [(&str, Vec<String>); 4] = [
        (
            "",
            vec![
                "/".into(),
                format!("/catalogue?q={typed}"),
                COURSE.into(),
                format!("{COURSE}?text=ar"),
                "/centres".into(),
                format!("/sign-in?next={typed}"),
                "/demo/mail".into(),
                "/course-types".into(),
            ],
        ),
        (
            "training.director@jclec.example",
            vec![
                "/my-centre".into(),
                "/courses".into(),
                format!("{COURSE}/edit"),
                format!("{COURSE}/edit/materials"),
                format!("{COURSE}/edit/modules"),
                format!("{COURSE}/edit/texts/ar"),
                format!("{COURSE}/preview?text=ar"),
                "/my-centre/texts".into(),
                format!("{COURSE}/preview"),
                format!("/demand?round={round}&type=liaison&level="),
                "/account".into(),
            ],
        ),
        (
            "focal.point@fiji.example",
            vec![
                "/my-state".into(),
                sheet.clone(),
                format!("{sheet}/submission"),
                "/nominations".into(),
                "/api-clients".into(),
            ],
        ),
        (
            "officer@rso.example",
            vec![
                format!("/demand?round={round}&look=all&level=&subregion={typed}"),
                format!("/rounds/{round}"),
                "/organisations".into(),
                "/audit-log".into(),
            ],
        ),
    ];
    let before = csp::reported();
    let mut looked = 0;
    for (email, pages) in tours {
        let browser = Browser::open(&served).await;
        if !email.is_empty() {
            browser.sign_in(email, PASSWORD).await;
        }
        for page in pages {
            // A dialog would stand in the way of everything that follows.
            browser.goto(&page).await;
            browser.run("document.querySelectorAll('details').forEach(it => it.open = true)").await;
            let own = browser.run("return document.querySelectorAll('main').length").await;
            assert_eq!(own, 1, "{page} is another page");
            looked += 1;
        }
    }
    // Reports leave the browser a little later.
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(csp::reported() - before, 0, "the policy was violated");
    println!("{looked} pages in a browser, 0 dialogs, 0 violations of the policy");
    served.stop().await;
}
