//! Pressed twice, sent again because the answer was lost, or changed by two at once.
use rctm::base::ids::RoundId;
use tests::{Person, TestApp};

use super::{new_course, post};
use crate::catalogue_editing::{WHOLE, written};
use crate::rounds::{prepared, with};

/// Presses a button nine times: three at once, again and again. All answers are the same.
async fn nine_presses(person: &Person, path: &str, form: &[(String, String)]) -> String {
    let mut answers = Vec::new();
    for _ in 0..3 {
        let hands = [person.second_browser(), person.second_browser(), person.second_browser()];
        let [one, two, three] = &hands;
        let pressed =
            tokio::join!(post(one, path, form), post(two, path, form), post(three, path, form));
        answers.extend([pressed.0, pressed.1, pressed.2]);
    }
    for answer in &answers {
        answer.is(303);
        assert_eq!(answer.location(), answers[0].location());
    }
    answers[0].location().expect("it leads on").to_owned()
}

#[tokio::test]
async fn nine_presses_begin_one_course() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let form = new_course("IDM-777", "Once");
    assert_eq!(nine_presses(&editor, "/courses/new", &form).await, "/courses/IDM-777/edit");
    let sql = "select count(*) as n from course where code = 'IDM-777'";
    assert_eq!(app.count(sql, vec![]).await, 1);
    let sql = "select count(*) as n from audit_entry where action = 'course.create' \
        and object_id = $1";
    assert_eq!(app.count(sql, vec![form[0].1.clone().into()]).await, 1);
}

#[tokio::test]
async fn nine_presses_make_one_round() {
    let app = TestApp::new().await;
    let (rso, id) = (app.rso().await, RoundId::new());
    let form = prepared(&app, id, "Round 2028").await;
    assert_eq!(nine_presses(&rso, "/rounds", &form).await, format!("/rounds/{id}"));
    let sql = "select count(*) as n from round where title = 'Round 2028'";
    assert_eq!(app.count(sql, vec![]).await, 1);
    let sql = "select count(*) as n from audit_entry where action = 'round.create' \
        and object_id = $1";
    assert_eq!(app.count(sql, vec![id.to_string().into()]).await, 1);
}

#[tokio::test]
async fn nine_presses_save_and_submit_one_sheet() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let revision = fiji.get(&sheet).await.revision();
    let mut form: Vec<_> =
        [("liaison.freq", "annual"), ("liaison.rank", "1"), ("liaison.people", "3")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
    form.push(("revision".to_owned(), revision));
    nine_presses(&fiji, &sheet, &form).await;
    let submission = format!("{sheet}/submission");
    let sent = vec![("revision".to_owned(), fiji.get(&submission).await.revision())];
    assert_eq!(nine_presses(&fiji, &submission, &sent).await, submission);
    let by = "select count(*) as n from audit_entry e join account a on a.id = e.account_id \
        where a.email = 'focal.point@fiji.example' and e.action = $1";
    assert_eq!(app.count(by, vec!["sheet.save".into()]).await, 1);
    assert_eq!(app.count(by, vec!["sheet.submit".into()]).await, 1);
    let told = "select count(*) as n from outbox where to_address = 'focal.point@fiji.example'";
    assert_eq!(app.count(told, vec![]).await, 1);
}

#[tokio::test]
async fn nine_presses_save_a_round_and_a_course_once() {
    let app = TestApp::new().await;
    let (rso, id) = (app.rso().await, RoundId::new());
    let form = prepared(&app, id, "Round 2028").await;
    post(&rso, "/rounds", &form).await.is(303);
    let changed = with(&with(&form, "title", "Round 2028 and more"), "revision", "1");
    nine_presses(&rso, &format!("/rounds/{id}/edit"), &changed).await;
    let sql = "select revision as n from round where title = 'Round 2028 and more'";
    let rows = app.query(sql, vec![]).await;
    assert_eq!(rows[0].try_get::<i32>("", "n").expect("a revision"), 2);

    let editor = app.editor("JCLEC").await;
    written(&editor, "IDM-777").await;
    let revision = editor.get("/courses/IDM-777/edit").await.revision();
    let mut course: Vec<(String, String)> =
        WHOLE.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    course.retain(|(name, _)| name != "title");
    course.extend([("revision".to_owned(), revision), ("title".to_owned(), "Once".to_owned())]);
    nine_presses(&editor, "/courses/IDM-777/edit", &course).await;
    assert_eq!(editor.get("/courses/IDM-777/edit").await.revision(), "6");
}

#[tokio::test]
async fn of_two_officers_at_one_round_neither_loses_anything() {
    let app = TestApp::new().await;
    let (rso, manager) = (app.rso().await, app.rso_manager().await);
    let id = RoundId::new();
    let form = prepared(&app, id, "Round 2028").await;
    post(&rso, "/rounds", &form).await.is(303);
    let edit = format!("/rounds/{id}/edit");
    let opened = with(&form, "revision", &rso.get(&edit).await.revision());
    post(&manager, &edit, &with(&opened, "title", "The manager’s title")).await.is(303);

    let mine = with(&with(&opened, "title", "The officer’s title"), "minimum_cell", "5");
    let page = post(&rso, &edit, &mine).await;
    page.is(409).says("<title>Error:").says("Somebody else saved this round meanwhile");
    let manager_name = name_of(&app, "rso_manager").await;
    page.says(&format!("{manager_name} saved it on 25 November 2026, 10:00"));
    page.says("<bdi>The manager’s title</bdi>").says("<bdi>The officer’s title</bdi>");
    page.says("value=\"The officer’s title\"").says("Save mine over theirs");
    manager.get(&edit).await.says("The manager’s title").does_not_say("The officer’s title");
    post(&rso, &edit, &with(&mine, "revision", &page.revision())).await.is(303);
    manager.get(&edit).await.says("The officer’s title");
}

async fn name_of(app: &TestApp, role: &str) -> String {
    let sql = "select a.full_name from account a join membership m on m.account_id = a.id \
        where m.role = $1";
    let rows = app.query(sql, vec![role.into()]).await;
    rows[0].try_get("", "full_name").expect("a name")
}

/// Two people save at the same moment, five times: one is told that the other was faster, and
/// nothing that was taken is lost.
async fn race(
    app: &TestApp,
    (one, other): (&Person, &Person),
    path: &str,
    form: &[(String, String)],
) {
    for round in 0..5 {
        let revision = one.get(path).await.revision();
        let typed = |who: &str| {
            with(&with(form, "revision", &revision), "title", &format!("{who} {round}"))
        };
        let (mine, theirs) = (typed("Mine"), typed("Theirs"));
        let (first, second) = tokio::join!(post(one, path, &mine), post(other, path, &theirs));
        let mut statuses = [first.status.as_u16(), second.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "round {round}");
        let (taken, lost) = if first.status.as_u16() == 303 {
            ("Mine", (&second, "Theirs"))
        } else {
            ("Theirs", (&first, "Mine"))
        };
        lost.0.says(&format!("{taken} {round}")).says(&format!("{} {round}", lost.1));
        one.get(path).await.says(&format!("value=\"{taken} {round}\""));
    }
    app.visitor().get("/").await.is(200);
}

#[tokio::test]
async fn five_races_for_a_round_lose_no_update() {
    let app = TestApp::new().await;
    let (rso, manager, id) = (app.rso().await, app.rso_manager().await, RoundId::new());
    let form = prepared(&app, id, "Round 2028").await;
    post(&rso, "/rounds", &form).await.is(303);
    race(&app, (&rso, &manager), &format!("/rounds/{id}/edit"), &form).await;
}

#[tokio::test]
async fn five_races_for_a_course_lose_no_update() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    written(&editor, "IDM-777").await;
    let mut form: Vec<(String, String)> =
        WHOLE.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    form.push(("revision".to_owned(), String::new()));
    race(&app, (&editor, &director), "/courses/IDM-777/edit", &form).await;
}

#[tokio::test]
async fn five_races_for_a_sheet_lose_no_update() {
    let app = TestApp::new().await;
    let (lead, deputy) = (app.focal_point("Bangladesh").await, app.deputy("Bangladesh").await);
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    for round in 0..5 {
        let revision = lead.get(&sheet).await.revision();
        let (mine, theirs) = (format!("mine {round}"), format!("theirs {round}"));
        let typed = |reason| [("revision", revision.as_str()), ("liaison.freq", "annual"), reason];
        let (mine_typed, theirs_typed) =
            (typed(("liaison.reason", &mine)), typed(("liaison.reason", &theirs)));
        let (first, second) =
            tokio::join!(lead.post(&sheet, &mine_typed), deputy.post(&sheet, &theirs_typed));
        let mut statuses = [first.status.as_u16(), second.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "round {round}");
        let met = if first.status.as_u16() == 409 { &first } else { &second };
        met.says(&mine).says(&theirs);
    }
}
