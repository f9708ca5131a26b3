use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::base::tables;

const WORKBOOK: &[u8] = include_bytes!("../../../../../seed/data/catalogue_messy.xlsx");
const CSV: &[u8] = include_bytes!("../../../../../seed/data/catalogue_messy.csv");
const EXPECTED: &str = include_str!("../../../../../seed/data/catalogue_messy.expected.csv");

fn world() -> World {
    let centre = |centre: seed::Centre| KnownCentre {
        code: centre.code,
        name: centre.name,
        short_name: centre.short_name,
        country: centre.host_country,
    };
    let kind = |kind: seed::CourseType| KnownType {
        code: kind.code,
        name: kind.name,
        short_name: kind.short_name,
        abbreviation: kind.abbreviation,
    };
    World {
        centres: seed::centres().into_iter().map(centre).collect(),
        types: seed::course_types().into_iter().map(kind).collect(),
        own: None,
        reference: NaiveDate::from_ymd_opt(2015, 11, 15).expect("a day"),
    }
}

fn examined(bytes: &[u8]) -> Examined {
    let table = tables::read(bytes).expect("it is read");
    examine(&table, None, &world()).expect("it has heads")
}

fn goal_name(goal: Goal) -> &'static str {
    match goal {
        Goal::EarlyDetection => "Early Detection",
        Goal::Prevention => "Prevention",
        Goal::Protection => "Protection",
        Goal::MigrationManagement => "Migration Management",
        Goal::SpecialProjects => "Special Projects",
    }
}

/// What a row was understood to say, as the expected file writes it.
fn normalised(plan: &Plan) -> [String; 11] {
    let text = |value: Option<String>| value.unwrap_or_default();
    let number = |number: Option<u16>| text(number.map(|number| number.to_string()));
    let day = |day: Option<NaiveDate>| text(day.map(|day| day.to_string()));
    let levels: Vec<_> = plan.levels().iter().map(|level| level.as_str()).collect();
    [
        plan.content.title.clone(),
        plan.centre.clone(),
        text(plan.goal.map(|goal| goal_name(goal).to_owned())),
        plan.content.course_type.clone(),
        levels.join(";"),
        day(plan.start),
        day(plan.end),
        number(plan.content.duration_days),
        plan.content.languages.join(";"),
        number(plan.content.min_participants),
        number(plan.content.max_participants),
    ]
}

fn faults_of(which: &str, (outcome, codes): (usize, usize), bytes: &[u8]) -> Vec<String> {
    let examined = examined(bytes);
    let mut reader = csv::Reader::from_reader(EXPECTED.as_bytes());
    let mut faults = Vec::new();
    let rows: Vec<_> = reader.records().map(|row| row.expect("a record")).collect();
    for row in &rows {
        let number: u32 = row[0].parse().expect("a number");
        let Some(verdict) = examined.verdicts.iter().find(|known| known.number == number) else {
            faults.push(format!("{which} {number}: no verdict"));
            continue;
        };
        let mine: BTreeSet<&str> = verdict.codes.iter().map(|code| code.as_str()).collect();
        let wanted: BTreeSet<&str> =
            row[codes].split(';').filter(|code| !code.is_empty()).collect();
        if verdict.outcome.as_str() != &row[outcome] || mine != wanted {
            faults.push(format!(
                "{which} {number}: {} {mine:?}, not {} {wanted:?}",
                verdict.outcome.as_str(),
                &row[outcome]
            ));
        }
        // The values are those of the workbook; for rows that only the CSV takes, of the CSV.
        let of_this = which == "xlsx" || &row[3] == "reject";
        if let Some(plan) = verdict.plan.as_ref().filter(|_| of_this && !row[7].is_empty()) {
            let wanted: Vec<&str> = (7..18).map(|place| &row[place]).collect();
            if normalised(plan).as_slice() != wanted.as_slice() {
                faults.push(format!("{which} {number}: {:?}, not {wanted:?}", normalised(plan)));
            }
        }
    }
    if examined.verdicts.len() != rows.len() {
        faults.push(format!("{which}: {} verdicts", examined.verdicts.len()));
    }
    faults
}

#[test]
fn the_messy_catalogue_gives_exactly_what_is_expected_of_it() {
    let mut faults = faults_of("xlsx", (3, 4), WORKBOOK);
    faults.extend(faults_of("csv", (5, 6), CSV));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_centre_takes_its_own_courses_only() {
    let table = b"title,centre\nA course,JCLEC\nAnother,ABFC\nA third,\nA fourth,Nobody\n";
    let table = tables::read(table).expect("it is read");
    let own = World { own: Some("JCLEC".into()), ..world() };
    let examined = examine(&table, None, &own).expect("it has heads");
    let codes: Vec<_> = examined.verdicts.iter().skip(1).map(|row| row.codes.clone()).collect();
    let [none, unknown] =
        [Code::NoCentre, Code::CentreUnknown].map(|code| vec![code, Code::TypeUnknown]);
    assert_eq!(codes[1..], [vec![Code::OtherCentre], none, unknown]);
    let centres = examined.verdicts.iter().filter_map(|row| row.plan.as_ref());
    assert_eq!(
        centres.map(|plan| plan.centre.as_str()).collect::<Vec<_>>(),
        ["JCLEC", "JCLEC", "JCLEC"]
    );
}

#[test]
fn heads_are_known_in_several_languages() {
    for heads in [
        ["Judul", "Penyelenggara", "Tanggal mulai", "Bahasa", "Peserta"],
        ["Intitulé", "Organisateur", "Date de début", "Langues", "Participants"],
        ["عنوان", "المركز", "تاريخ البدء", "اللغة", "المشاركون"],
        ["ชื่อหลักสูตร", "ศูนย์", "วันที่", "ภาษา", "ผู้เข้าร่วม"],
    ] {
        let mapping = Mapping::of_heads(&heads.map(str::to_owned));
        let wanted =
            [Field::Title, Field::Centre, Field::Start, Field::Languages, Field::Participants];
        assert_eq!(mapping.0, wanted.map(Some), "{heads:?}");
    }
}

#[test]
fn a_mapping_that_somebody_chose_is_followed() {
    let table =
        tables::read(b"title,host,notes\nignored,JCLEC,The real title\n").expect("it is read");
    let mapping = Mapping(vec![None, Some(Field::Centre), Some(Field::Title)]);
    let examined = examine(&table, Some(&mapping), &world()).expect("it has heads");
    let plan = examined.verdicts[1].plan.as_ref().expect("a course");
    assert_eq!(plan.content.title, "The real title");
}

proptest! {
    #[test]
    fn no_table_is_too_strange(rows in prop::collection::vec(prop::collection::vec(".{0,12}", 4), 0..8)) {
        let mut text = String::from("title,centre,start,participants\n");
        for row in &rows {
            let cells: Vec<_> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        if let Ok(table) = tables::read(text.as_bytes()) {
            let _ = examine(&table, None, &world());
        }
    }
}
