//! Finding a course by what somebody remembers of it: the same courses in the same order on both
//! databases, in every script of the region.
use rctm::base::ids::CourseId;
use rctm::catalogue::actions::{self, Edition};
use rctm::catalogue::rules::CourseCode;
use rctm::catalogue::{CourseContent, CourseRow};
use rctm::identity::Operator;
use tests::{Person, TestApp};

/// Courses in other languages than English: code, title, summary.
const TITLES: [(&str, &str, &str); 6] = [
    ("THA-101", "การตรวจสอบเอกสารเดินทาง", "สำหรับเจ้าหน้าที่ตรวจคนเข้าเมือง"),
    ("ARA-101", "فحص وثائق السفر وكشف المُنتحلين", "دورة لموظفي الحدود"),
    ("ZHO-101", "旅行证件检验与冒名者识别", "面向一线边防人员"),
    ("VIE-101", "Kiểm tra giấy tờ đi lại", "Dành cho cán bộ biên phòng"),
    ("IDN-101", "Pemeriksaan Dokumen Perjalanan", "Untuk petugas imigrasi di perbatasan"),
    (
        "FRA-101",
        "Contrôle des documents de voyage à l’aéroport",
        "Pour les agents de première ligne",
    ),
];

/// What is typed, and the courses that are found, in their order.
const QUERIES: [(&str, &[&str]); 38] = [
    // In any order, in any form, cut short, in capitals.
    ("immigration liaison officer", &["LIA-201", "LIA-901", "LIA-301", "INT-201"]),
    ("OFFICERS liaison immigration", &["LIA-201", "LIA-901", "LIA-301", "INT-201"]),
    ("liais", &["LIA-301", "LIA-201", "LIA-901", "INT-201"]),
    ("victims of trafficking", &["VIC-201", "VIC-202", "VIC-901", "TIP-301", "PRO-101", "INV-201"]),
    ("interviewing children", &["INV-202", "IND-101"]),
    ("interviewed child", &["INV-202", "IND-101"]),
    ("analysing intelligence", &["INT-201"]),
    ("manual protection", &["PRO-901", "PRO-101"]),
    ("posting first", &["LIA-201"]),
    // By the code, however it is written.
    ("lia201", &["LIA-201"]),
    ("LIA-201", &["LIA-201", "LIA-901", "INT-201"]),
    // With slips.
    ("childern interview", &["INV-202", "IND-101"]),
    ("inteligence analisis", &["INT-201", "INT-301", "INT-101"]),
    ("imposter", &["IDM-101", "IND-101"]),
    ("perjalann", &["IDN-101", "IND-101"]),
    // In Thai, where words are not told apart.
    ("การตรวจสอบ", &["THA-101"]),
    ("เอกสาร", &["THA-101", "IDM-101"]),
    ("เจ้าหน้าที่ เอกสาร", &["THA-101"]),
    ("เอกสารเดินทางปลอม", &[]),
    // In Arabic, whatever its article, its vowel signs and what is joined to it.
    ("وثائق", &["ARA-101", "IND-101"]),
    ("الوثائق", &["ARA-101", "IND-101"]),
    ("المنتحلين", &["ARA-101"]),
    ("منتحلين", &["ARA-101"]),
    ("كشف وثائق", &["ARA-101"]),
    // In Chinese.
    ("旅行证件", &["ZHO-101"]),
    ("证件", &["ZHO-101"]),
    ("冒名 旅行", &["ZHO-101"]),
    ("护照", &[]),
    // In Vietnamese, Indonesian and French, with accents and without.
    ("giay to di lai", &["VIE-101"]),
    ("Giấy tờ", &["VIE-101"]),
    ("bien phong", &["IND-101", "VIE-101"]),
    ("dokumen perjalanan", &["IDN-101", "IND-101"]),
    ("Perjalanan dokumen", &["IDN-101", "IND-101"]),
    ("controle aeroport", &["FRA-101"]),
    ("aéroport", &["FRA-101"]),
    // What no course has.
    ("zeppelins", &[]),
    ("asylum zeppelins", &[]),
    ("!?", &[]),
];

async fn publish(app: &TestApp, (code, title, summary): (&str, &str, &str)) {
    let organisation = rctm::organisations::by_code(&app.app.db, "JCLEC").await.expect("found");
    let organisation = organisation.expect("a centre").for_identity();
    let director = Operator::at_the_console().training_director(organisation).expect("a director");
    let model = seed::courses().into_iter().find(|course| course.code == "RBM-101");
    let model = rctm::cli::load::course_content(&model.expect("a course of the seed"));
    let content = CourseContent {
        title: title.to_owned(),
        summary: summary.to_owned(),
        objectives: vec!["Qualify".to_owned()],
        audience: "Qualified".to_owned(),
        modules: model.modules[..1].to_vec(),
        materials: Vec::new(),
        ..model
    };
    let code = CourseCode::read(code).expect("a code");
    let new = CourseRow { id: CourseId::new(), code, content, sample: false };
    actions::create(&app.app, &director.as_staff(), &new).await.expect("begun");
    let edition = Edition { code: new.code.clone(), revision: 1 };
    actions::publish(&app.app, &director, &edition, "First").await.expect("published");
}

fn address(form: &str, query: &str) -> String {
    let mut pairs = url::form_urlencoded::Serializer::new(String::new());
    pairs.append_pair("q", query);
    format!("/catalogue{form}?{}", pairs.finish())
}

/// The codes of what is found, in the order of the list.
async fn found(visitor: &Person, query: &str) -> Vec<String> {
    let list = visitor.get(&address(".json", query)).await;
    let courses = list.is(200).json()["courses"].as_array().expect("courses").clone();
    courses.iter().map(|course| course["code"].as_str().expect("a code").to_owned()).collect()
}

#[tokio::test]
async fn everybody_finds_the_same_courses_in_the_same_order_whatever_the_script() {
    let app = TestApp::new().await;
    for course in TITLES {
        publish(&app, course).await;
    }
    let visitor = app.visitor();
    let mut wrong = Vec::new();
    for (query, expected) in QUERIES {
        let found = found(&visitor, query).await;
        if found != expected {
            wrong.push(format!("{query}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn hits_are_marked_and_nothing_that_was_typed_becomes_markup() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor.get(&address("", "liaison officers")).await;
    page.is(200).says("Immigration <mark>Liaison</mark> <mark>Officer</mark> Training");
    // Where neither title nor summary says it, the passage that does is shown.
    let page = visitor.get(&address("", "posting")).await;
    page.is(200).says("<mark>posting</mark>");
    let page = visitor.get(&address("", "<mark>liaison</mark>")).await;
    page.is(200).does_not_say("&#60;mark&#62;Liaison");
    visitor
        .get(&address("", "<script>alert(1)</script>"))
        .await
        .is(200)
        .does_not_say("<script>alert");
}

#[tokio::test]
async fn a_slip_is_forgiven_said_and_can_be_taken_as_it_is() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor.get(&address("", "childern")).await;
    page.is(200).says("These are the courses for “children”.").says("/courses/INV-202\"");
    page.says("/catalogue?q=childern&#38;exact=yes");
    let exact = visitor.get("/catalogue?q=childern&exact=yes").await;
    exact.is(200).says("No course found").says("Did you mean “children”?");
    let list = app.program().get("/courses?q=childern").await;
    assert_eq!(list.is(200).json()["corrected"], "children");
    // A word that some course has is no slip, however near it is to others.
    let page = visitor.get(&address("", "officer")).await;
    page.is(200).does_not_say("These are the courses for");
}

#[tokio::test]
async fn a_course_is_found_by_what_is_published_and_by_nothing_else() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    assert_eq!(found(&visitor, "旅行证件").await, [""; 0]);
    publish(&app, TITLES[2]).await;
    assert_eq!(found(&visitor, "旅行证件").await, ["ZHO-101"]);
    let director = app.director("JCLEC").await;
    let revision = director.get("/courses/ZHO-101").await.revision();
    let fields = [("revision", revision.as_str()), ("reason", "A reason")];
    director.post("/courses/ZHO-101/suspension", &fields).await.is(303);
    assert_eq!(found(&visitor, "旅行证件").await, [""; 0]);
}

#[tokio::test]
async fn nothing_that_is_typed_breaks_the_search_or_holds_it_up() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let long = "a".repeat(200);
    let many = (b'a'..=b'z').map(|letter| char::from(letter).to_string()).collect::<Vec<_>>();
    let many = many.join(" ");
    let hostile = [
        "\"liaison",
        "liaison\"",
        "(liaison",
        "liaison*",
        "^liaison",
        "title:liaison",
        "-liaison",
        "liaison AND",
        "NEAR(liaison officer, 2)",
        "'; DROP TABLE course; --",
        "\\",
        "%_%",
        "&|!()<->:*",
        "\u{202e}liaison",
        "\u{200b}",
        "ลิ\u{0e31}\u{0e31}\u{0e31}",
        "🇫🇯",
        &long,
        &many,
    ];
    for query in hostile {
        let began = std::time::Instant::now();
        visitor.get(&address("", query)).await.is(200);
        assert!(began.elapsed().as_secs() < 5, "{query}");
    }
    assert_eq!(found(&visitor, "lia201").await, ["LIA-201"]);
}
