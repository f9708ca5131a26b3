use proptest::prelude::*;

use super::*;
use crate::base::export;
use crate::catalogue::rules::choices::{DeliveryMode, DeliveryScope, Level, MaterialKind};
use crate::catalogue::rules::content::{Material, Module};
use crate::catalogue::rules::texts::TextsOf;

/// Anything that the form keeps, with the signs that tables trip over.
fn text(most: usize) -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        prop::sample::select(vec![
            '=', '+', '-', '@', '\'', '"', ',', ';', '|', '\\', ' ', 'ก', 'ع', '訓'
        ]),
        prop::char::range('a', 'z'),
    ];
    prop::collection::vec(letter, 0..most)
        .prop_map(|letters| letters.into_iter().collect::<String>().trim().to_owned())
}

fn some(most: usize) -> impl Strategy<Value = String> {
    text(most).prop_map(|text| if text.is_empty() { "x".to_owned() } else { text })
}

prop_compose! {
    fn module()(number in 1..999u16, title in text(20), hours in prop::option::of(0..9999u16), summary in text(60))
        -> Module {
        Module { code: format!("LIA-201-M{number}"), title, hours, summary }
    }
}

prop_compose! {
    fn material()(title in some(20), kind in prop::option::of(prop::sample::select(MaterialKind::ALL))) -> Material {
        Material { title, kind, language: "th".to_owned() }
    }
}

prop_compose! {
    fn lists()(
        objectives in prop::collection::vec(some(30), 0..5),
        modules in prop::collection::vec(module(), 0..4),
        materials in prop::collection::vec(material(), 0..4),
        prerequisites in prop::sample::subsequence(vec!["INT-201".to_owned(), "IND-101".to_owned()], 0..=2),
        languages in prop::sample::subsequence(vec!["en".to_owned(), "fa-AF".to_owned(), "zh-Hans".to_owned()], 0..=3),
        modes in prop::sample::subsequence(DeliveryMode::ALL.to_vec(), 0..=3),
        scopes in prop::sample::subsequence(DeliveryScope::ALL.to_vec(), 0..=2),
    ) -> CourseContent {
        CourseContent {
            objectives, modules, materials, prerequisites,
            translations_available: languages.clone(),
            languages, delivery_modes: modes, levels_of_delivery: scopes,
            ..CourseContent::default()
        }
    }
}

prop_compose! {
    fn texts()(title in some(20), audience in text(60), objectives in prop::collection::vec(text(20), 0..3), reviewed in any::<bool>())
        -> TextsOf {
        let modules = [("LIA-201-M1".to_owned(), title.clone())].into();
        let made_from = "a mark".to_owned();
        TextsOf { title, objectives, audience, modules, reviewed, made_from, ..TextsOf::default() }
    }
}

prop_compose! {
    fn content()(
        lists in lists(), title in text(60), course_type in text(9), summary in text(300), audience in text(80),
        level in prop::option::of(prop::sample::select(Level::ALL)), days in prop::option::of(0..9999u16),
        most in prop::option::of(0..9999u16), train_the_trainer in any::<bool>(),
        texts in prop::collection::btree_map(prop::sample::select(vec!["th".to_owned(), "ms-Arab".to_owned()]), texts(), 0..3),
    ) -> CourseContent {
        CourseContent {
            title, course_type, summary, audience, level, duration_days: days, max_participants: most,
            train_the_trainer, texts, ..lists
        }
    }
}

fn record(content: CourseContent) -> Record {
    Record {
        code: "LIA-201".into(),
        centre: "JCLEC".into(),
        centre_name: "=A centre".into(),
        state: CourseState::Published,
        goal: "prevention".into(),
        version: Some(3),
        published_at: None,
        verified_at: None,
        content,
    }
}

/// What a reader of CSV finds in the cells of a table.
fn cells(csv: &[u8]) -> Vec<Vec<String>> {
    let text = csv.strip_prefix("\u{feff}".as_bytes()).expect("the mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(|cell| export::restored(cell).into_owned()).collect()).collect()
}

fn through_csv(content: CourseContent) -> Result<Read, crate::base::error::FieldErrors> {
    let rows = [vec![heads()], rows(&record(content))].concat();
    let mut read = cells(&export::csv(rows).expect("it writes"));
    let columns = Columns::of(&read.remove(0)).expect("heads of ours");
    columns.read(&together(&columns, &read))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_is_taken_away_as_a_table_comes_back_as_it_was(content in content()) {
        let read = through_csv(content.clone()).expect("it reads");
        prop_assert_eq!(read.code.as_str(), "LIA-201");
        prop_assert_eq!(read.centre, "JCLEC");
        prop_assert_eq!(read.content, content);
    }

    #[test]
    fn what_is_taken_away_as_json_comes_back_as_it_was(content in content()) {
        let json = serde_json::to_string(&Exported::from(record(content.clone()))).expect("JSON");
        let course: Exported = serde_json::from_str(&json).expect("ours");
        prop_assert_eq!(read_json(&course).expect("it reads").content, content);
    }
}

#[test]
fn a_list_longer_than_a_cell_goes_on_in_the_next_row() {
    let module = |n: usize| Module {
        code: format!("LIA-201-M{n}"),
        title: "=".repeat(200),
        summary: "a summary = of it |".repeat(100),
        ..Module::default()
    };
    let content =
        CourseContent { modules: (1..=40).map(module).collect(), ..CourseContent::default() };
    let rows = rows(&record(content.clone()));
    assert!(rows.len() > 1);
    for cell in rows.iter().flatten() {
        assert!(cell.safe().chars().count() <= 32_767, "a cell of a workbook holds no more");
    }
    assert_eq!(through_csv(content.clone()).expect("it reads").content, content);
}

#[test]
fn only_a_table_of_ours_is_known_for_one() {
    let heads = |names: &[&str]| -> Vec<String> { names.iter().map(|n| (*n).to_owned()).collect() };
    assert!(Columns::of(&heads(&["title", "", "code"])).is_some());
    assert!(Columns::of(&heads(&["code", "title", "remarks"])).is_none());
    assert!(Columns::of(&heads(&["code", "title", "title"])).is_none());
    assert!(Columns::of(&heads(&["title", "centre"])).is_none());
}

#[test]
fn a_value_that_no_list_has_is_told_by_its_column() {
    let heads = ["code", "title", "level", "languages", "duration_days"].map(str::to_owned);
    let columns = Columns::of(&heads).expect("ours");
    let cells = ["LIA-201", "Liaison", "hard", "en; Klingon!", "two"].map(str::to_owned);
    let faults = columns.read(&cells).expect_err("faults");
    let named: Vec<_> = faults.iter().map(|(column, _)| column).collect();
    assert_eq!(named, ["level", "languages", "duration_days"]);
}
