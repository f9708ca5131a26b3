//! The numbers beside the filters are right, whatever is chosen.
use std::collections::BTreeMap;

use rctm::base::ids::CourseId;
use rctm::catalogue::actions::{self, Edition};
use rctm::catalogue::rules::{CourseCode, DeliveryMode, DeliveryScope, Level, Module};
use rctm::catalogue::{CourseContent, CourseRow};
use rctm::identity::Operator;
use tests::{Reply, TestApp};

use crate::catalogue::found;

/// How many courses are invented, and how many filters are tried on them.
const COURSES: usize = 60;
const FILTERS: usize = 80;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_003).expect("small") % most
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn some<T: Clone>(&mut self, of: &[T]) -> Vec<T> {
        let some: Vec<_> = of.iter().filter(|_| self.below(2) == 0).cloned().collect();
        if some.is_empty() { vec![self.one(of)] } else { some }
    }
}

/// A course as the test knows it: the values of each facet, and its words.
struct Known {
    facets: BTreeMap<&'static str, Vec<String>>,
    text: String,
}

const WORDS: [&str; 6] = ["amber", "basalt", "cedar", "delta", "ember", "fjord"];

fn invented(dice: &mut Dice, number: usize) -> (CourseCode, CourseContent) {
    let types: Vec<_> = seed::course_types().into_iter().map(|known| known.code).collect();
    let content = CourseContent {
        title: format!("{} {} {number}", dice.one(&WORDS), dice.one(&WORDS)),
        course_type: dice.one(&types),
        summary: dice.one(&WORDS).to_uppercase(),
        objectives: vec!["Explain".into()],
        audience: "Officers".into(),
        level: Some(dice.one(Level::ALL)),
        languages: dice
            .some(&["en", "fr", "th", "zh-Hans"])
            .into_iter()
            .map(String::from)
            .collect(),
        delivery_modes: dice.some(DeliveryMode::ALL),
        levels_of_delivery: dice.some(DeliveryScope::ALL),
        min_participants: Some(5),
        max_participants: Some(9),
        duration_days: Some(u16::try_from(dice.below(9)).expect("small") + 1),
        train_the_trainer: dice.below(4) == 0,
        modules: vec![Module {
            code: "M".into(),
            title: dice.one(&WORDS).into(),
            hours: Some(3),
            summary: "Covers".into(),
        }],
        ..CourseContent::default()
    };
    (CourseCode::read(&format!("GEN-{}", 100 + number)).expect("a code"), content)
}

fn known(content: &CourseContent, code: &str, centre: &str) -> Known {
    let kinds = seed::course_types();
    let kind = kinds.iter().find(|kind| kind.code == content.course_type).expect("a type");
    let goal = kind.goal.as_str().to_lowercase().replace(' ', "_");
    let names = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let days = content.duration_days.expect("days");
    let length = if days <= 3 {
        "short"
    } else if days <= 5 {
        "week"
    } else {
        "long"
    };
    let centres = seed::centres();
    let own = centres.iter().find(|known| known.code == centre).expect("a centre");
    let modules = content.modules.iter().map(|m| format!("{} {}", m.title, m.summary));
    let text = [
        code.to_owned(),
        content.title.clone(),
        content.summary.clone(),
        content.audience.clone(),
        content.objectives.join(" "),
        kind.name.clone(),
        own.name.clone(),
        own.short_name.clone(),
    ];
    Known {
        facets: BTreeMap::from([
            ("goal", vec![goal]),
            ("type", vec![content.course_type.clone()]),
            ("centre", vec![centre.to_owned()]),
            ("language", content.languages.clone()),
            ("mode", names(content.delivery_modes.iter().map(|v| v.as_str()).collect())),
            ("level", names(content.level.iter().map(|v| v.as_str()).collect())),
            ("delivery", names(content.levels_of_delivery.iter().map(|v| v.as_str()).collect())),
            ("length", names(vec![length])),
            ("ttt", names(vec![if content.train_the_trainer { "yes" } else { "no" }])),
        ]),
        text: text.into_iter().chain(modules).collect::<Vec<_>>().join(" ").to_lowercase(),
    }
}

async fn fill(app: &TestApp, dice: &mut Dice) -> Vec<Known> {
    let mut all = Vec::new();
    let by = Operator::at_the_console();
    for number in 0..COURSES {
        let centre = dice.one(&["JCLEC", "ABFC", "PIDC", "AIMM"]);
        let organisation = rctm::organisations::by_code(&app.app.db, centre).await.expect("found");
        let organisation = organisation.expect("a centre").for_identity();
        let director = by.training_director(organisation).expect("a director");
        let (code, content) = invented(dice, number);
        let new = CourseRow { id: CourseId::new(), code, content, sample: false };
        actions::create(&app.app, &director.as_staff(), &new).await.expect("begun");
        let edition = Edition { code: new.code.clone(), revision: 1 };
        actions::publish(&app.app, &director, &edition, "First").await.expect("published");
        all.push(known(&new.content, new.code.as_str(), centre));
    }
    for course in seed::courses() {
        let content = rctm::cli::load::course_content(&course);
        all.push(known(&content, &course.code, &course.centre_code));
    }
    all
}

type Chosen = BTreeMap<&'static str, Vec<String>>;

fn fits(course: &Known, chosen: &Chosen, words: &[&str], but: Option<&str>) -> bool {
    let has = |facet: &&str, values: &Vec<String>| {
        Some(*facet) == but || values.iter().any(|value| course.facets[facet].contains(value))
    };
    chosen.iter().all(|(facet, values)| has(facet, values))
        && words.iter().all(|word| says(&course.text, word))
}

/// Whether some word of a text begins with this one.
fn says(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|own| own.starts_with(word))
}

fn counted(
    courses: &[Known],
    chosen: &Chosen,
    words: &[&str],
) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for facet in courses[0].facets.keys() {
        for course in courses.iter().filter(|c| fits(c, chosen, words, Some(facet))) {
            for value in &course.facets[facet] {
                *counts.entry(((*facet).to_owned(), value.clone())).or_insert(0) += 1;
            }
        }
    }
    counts
}

fn shown(page: &Reply) -> BTreeMap<(String, String), usize> {
    let options = page.text.split("<div class=\"opt\"><input type=\"checkbox\"").skip(1);
    let between = |text: &str, start: &str, end: &str| {
        let rest = text.split(start).nth(1).expect("a part");
        rest.split(end).next().expect("its end").to_owned()
    };
    let all = options.map(|option| {
        let key = (between(option, "name=\"", "\""), between(option, " value=\"", "\""));
        (key, between(option, "<span class=\"n\">", "<").parse().expect("a number"))
    });
    all.filter(|(_, count)| *count > 0).collect()
}

fn chosen_at_random(dice: &mut Dice, courses: &[Known]) -> (Chosen, Vec<&'static str>) {
    let mut chosen = Chosen::new();
    for _ in 0..dice.below(5) {
        let course = &courses[dice.below(courses.len())];
        let facets: Vec<_> = course.facets.keys().copied().collect();
        let facet = dice.one(&facets);
        let value = dice.one(&course.facets[facet]);
        let values = chosen.entry(facet).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }
    let words = (0..dice.below(3)).map(|_| dice.one(&WORDS)).collect();
    (chosen, words)
}

#[tokio::test]
async fn the_number_beside_each_filter_is_that_of_the_courses_it_would_show() {
    let app = TestApp::new().await;
    let mut dice = Dice(0x5eed_cafe);
    let courses = fill(&app, &mut dice).await;
    let visitor = app.visitor();
    for _ in 0..FILTERS {
        let (chosen, words) = chosen_at_random(&mut dice, &courses);
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", &words.join(" "));
        for (facet, value) in chosen.iter().flat_map(|(f, all)| all.iter().map(move |v| (f, v))) {
            query.append_pair(facet, value);
        }
        let address = format!("/catalogue?{}", query.finish());
        let page = visitor.get(&address).await;
        let fitting = courses.iter().filter(|c| fits(c, &chosen, &words, None)).count();
        assert_eq!(found(page.is(200)), fitting, "{address}");
        assert_eq!(shown(&page), counted(&courses, &chosen, &words), "{address}");
    }
}
