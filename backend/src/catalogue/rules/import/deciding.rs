//! What a row does to the catalogue of a centre: begins a course, changes the draft of one, or
//! nothing, where all that it says stands there already.
use std::collections::{HashMap, HashSet};

use super::code::{Code, Outcome};
use super::plan::{Plan, Verdict};
use super::title_key;
use crate::base::closed_list::stored_list;
use crate::base::ids::CourseId;
use crate::catalogue::rules::columns::Column;
use crate::catalogue::rules::{Act, CourseContent, CourseState, Material, Module};

stored_list! {
    /// What a row does.
    Step {
        /// Nothing: it is no course, or it is left out.
        None = "none", "import-step-none";
        /// It begins a course.
        New = "new", "import-step-new";
        /// It changes the draft of a course.
        Change = "change", "import-step-change";
        /// Nothing: the course is there already.
        Same = "same", "import-step-same";
    }
}

/// A course that the centre has, without its draft.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// Its code.
    pub code: String,
    /// Its revision.
    pub revision: i32,
    /// Its state.
    pub state: CourseState,
    /// What makes its title the same as another.
    pub title_key: String,
}

/// What the drafts of some courses say.
pub type Drafts = HashMap<CourseId, CourseContent>;

/// What is there before anything is imported.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The code of the centre.
    pub centre: String,
    /// Its courses, in the order of their codes.
    pub own: Vec<Course>,
    /// The codes of every course, whoever's.
    pub taken: HashSet<String>,
}

/// What a row does, and to which course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// What it does; none where it is no course.
    pub step: Option<Step>,
    /// The code of the course.
    pub code: String,
    /// The place of the course among those that were there; none for a new one.
    pub place: Option<usize>,
    /// What the draft says afterwards; nothing where it stays as it is.
    pub content: CourseContent,
}

/// Decides what each row does, in their order. It needs the drafts of those courses only that rows
/// name, so that those of a large centre are never in memory all at once.
#[derive(Debug)]
pub struct Deciding<'a> {
    around: &'a Around,
    held: Vec<Column>,
    by_code: HashMap<&'a str, usize>,
    /// The courses of a title that no row has meant yet, the first last.
    by_title: HashMap<&'a str, Vec<usize>>,
    /// The codes that rows before have.
    given: HashSet<String>,
    next: u32,
}

impl<'a> Deciding<'a> {
    /// Begins with the first row of a table that says something of the columns `held`.
    pub fn new(around: &'a Around, held: Vec<Column>) -> Self {
        let mut by_title: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, own) in around.own.iter().enumerate().rev() {
            by_title.entry(&own.title_key).or_default().push(place);
        }
        let by_code = around.own.iter().enumerate().map(|(at, own)| (own.code.as_str(), at));
        let (by_code, given) = (by_code.collect(), HashSet::new());
        Self { around, held, by_code, by_title, given, next: 1 }
    }

    /// The courses whose drafts are needed to decide on these rows.
    pub fn named(&self, verdicts: &[Verdict]) -> Vec<CourseId> {
        let plans = verdicts.iter().filter_map(|verdict| verdict.plan.as_ref());
        let places = plans.filter_map(|plan| self.by_code.get(plan.code.as_str()));
        places.map(|place| self.around.own[*place].id).collect()
    }

    /// Decides what the next row does. A row that cannot be taken as things stand is rejected.
    /// What it says is moved rather than copied, as a table may be large.
    pub fn decide(&mut self, verdict: &mut Verdict, drafts: &Drafts) -> Decided {
        let Some(plan) = &mut verdict.plan else { return Decided::default() };
        let decided = match self.decided(plan, drafts) {
            Ok(decided) => decided,
            Err(code) => {
                verdict.outcome = Outcome::Reject;
                verdict.codes = vec![code];
                verdict.plan = None;
                return Decided::default();
            }
        };
        self.given.insert(decided.code.clone());
        decided
    }

    fn decided(&mut self, plan: &mut Plan, drafts: &Drafts) -> Result<Decided, Code> {
        if plan.code.is_empty() {
            return Ok(match self.by_title(plan) {
                Some(decided) => decided,
                None => self.new_one(plan),
            });
        }
        if self.given.contains(&plan.code) {
            return Err(Code::Duplicate);
        }
        match self.by_code.get(plan.code.as_str()) {
            Some(place) => self.changed(*place, plan, drafts),
            None if self.around.taken.contains(&plan.code) => Err(Code::CodeTaken),
            None => Ok(began(plan, plan.code.clone())),
        }
    }

    fn changed(&self, place: usize, plan: &mut Plan, drafts: &Drafts) -> Result<Decided, Code> {
        let own = &self.around.own[place];
        // A course that is gone since it was counted, such as one of an import taken back, begins
        // anew; confirming notices that the courses are others and reads the table again.
        let Some(draft) = drafts.get(&own.id) else { return Ok(began(plan, plan.code.clone())) };
        let content = over(draft, plan, &self.held);
        if content == *draft {
            return Ok(same(own, place));
        }
        if !own.state.may(Act::Save) {
            return Err(Code::Retired);
        }
        let step = Some(Step::Change);
        Ok(Decided { step, code: own.code.clone(), place: Some(place), content })
    }

    /// A course of this title is the one that is meant, and stays as it is: what somebody has
    /// written since is worth more than the old table.
    fn by_title(&mut self, plan: &Plan) -> Option<Decided> {
        let places = self.by_title.get_mut(title_key(&plan.content.title).as_str())?;
        let place = places.pop()?;
        Some(same(&self.around.own[place], place))
    }

    /// A course without a code gets one of the centre's own.
    fn new_one(&mut self, plan: &mut Plan) -> Decided {
        loop {
            let code = format!("{}-{}", self.prefix(), self.next);
            self.next += 1;
            if !self.around.taken.contains(&code) && !self.given.contains(&code) {
                return began(plan, code);
            }
        }
    }

    fn prefix(&self) -> String {
        let letters = self.around.centre.chars().filter(char::is_ascii_alphanumeric);
        let code: String = letters.skip_while(char::is_ascii_digit).take(12).collect();
        if code.is_empty() { "COURSE".to_owned() } else { code.to_ascii_uppercase() }
    }
}

fn same(own: &Course, place: usize) -> Decided {
    let (step, place) = (Some(Step::Same), Some(place));
    Decided { step, code: own.code.clone(), place, content: CourseContent::default() }
}

fn began(plan: &mut Plan, code: String) -> Decided {
    let content = std::mem::take(&mut plan.content);
    Decided { step: Some(Step::New), code, place: None, content }
}

/// What a draft says once a row was written over it. What the table has no column for stays; in a
/// table that is not ours, so does what it leaves empty.
pub(super) fn over(draft: &CourseContent, plan: &Plan, held: &[Column]) -> CourseContent {
    let (read, nothing) = (&plan.content, CourseContent::default());
    let mut all = draft.clone();
    macro_rules! take {
        ($($column:ident: $field:ident),+ $(,)?) => {
            $(if held.contains(&Column::$column) && (plan.whole || read.$field != nothing.$field) {
                all.$field = read.$field.clone();
            })+
        };
    }
    take! {
        Title: title, CourseType: course_type, Activity: work_plan_activity, Level: level,
        Days: duration_days, Fewest: min_participants, Most: max_participants,
        Scopes: levels_of_delivery, Modes: delivery_modes, Trainers: train_the_trainer,
        Languages: languages, Translations: translations_available, Summary: summary,
        Audience: audience, Objectives: objectives, Prerequisites: prerequisites,
        Modules: modules, Materials: materials, Texts: texts,
    }
    // A module or a material may say more than the table has room for.
    for module in &mut all.modules {
        let known = draft.modules.iter().find(|known| known.code == module.code);
        if let Some(known) = known {
            let Module { code, title, hours, summary, .. } = std::mem::take(module);
            *module = known.clone();
            (module.code, module.title, module.hours, module.summary) =
                (code, title, hours, summary);
        }
    }
    for material in &mut all.materials {
        let like = |known: &&Material| {
            known.title == material.title && known.language == material.language
        };
        if let Some(known) = draft.materials.iter().find(like) {
            let kind = material.kind;
            *material = known.clone();
            material.kind = kind;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::rules::import::{World, examine_file};

    fn decided(table: &str, around: &Around, drafts: &Drafts) -> (Vec<Decided>, Vec<Vec<Code>>) {
        let mut examined =
            examine_file(table.as_bytes(), None, &World::default()).expect("it is read");
        let mut deciding = Deciding::new(around, examined.held.clone());
        let all = examined.verdicts.iter_mut().map(|verdict| deciding.decide(verdict, drafts));
        let taken = all.filter(|decided| decided.step.is_some()).collect();
        (taken, examined.verdicts.into_iter().map(|verdict| verdict.codes).collect())
    }

    fn course(code: &str, title: &str) -> Course {
        let (id, state) = (CourseId::new(), CourseState::Draft);
        Course { id, code: code.into(), revision: 1, state, title_key: title_key(title) }
    }

    fn kept(own: &[Course]) -> Drafts {
        let draft = CourseContent { summary: "Kept".into(), ..Default::default() };
        own.iter().map(|own| (own.id, draft.clone())).collect()
    }

    fn around(own: Vec<Course>) -> Around {
        let mut taken: HashSet<String> = own.iter().map(|own| own.code.clone()).collect();
        taken.insert("ABF-1".into());
        Around { centre: "JCLEC".into(), own, taken }
    }

    #[test]
    fn a_table_read_twice_changes_nothing_the_second_time() {
        let table = "Title,Pax\nOne,12\nOne,13\nTwo,\n";
        let (first, _) = decided(table, &around(Vec::new()), &Drafts::new());
        let codes: Vec<_> = first.iter().map(|decided| decided.code.as_str()).collect();
        assert_eq!(codes, ["JCLEC-1", "JCLEC-2", "JCLEC-3"]);
        let made = first.iter().map(|made| course(&made.code, &made.content.title)).collect();
        let (second, _) = decided(table, &around(made), &Drafts::new());
        assert!(second.iter().all(|decided| decided.step == Some(Step::Same)));
        let again: Vec<_> = second.iter().map(|decided| decided.code.as_str()).collect();
        assert_eq!(again, codes);
    }

    #[test]
    fn what_a_table_has_no_column_for_stays() {
        let own = around(vec![course("LIA-201", "Liaison")]);
        let table = "code,title,audience\nLIA-201,Liaison,Officers\n";
        let (decided, _) = decided(table, &own, &kept(&own.own));
        assert_eq!(decided[0].step, Some(Step::Change));
        assert_eq!(decided[0].content.summary, "Kept");
        assert_eq!(decided[0].content.audience, "Officers");
    }

    #[test]
    fn a_code_of_another_centre_and_a_course_that_was_given_up_are_refused() {
        let mut own = around(vec![course("LIA-201", "Liaison")]);
        own.own[0].state = CourseState::Retired;
        let table = "code,title\nLIA-201,Another\nABF-1,Theirs\n";
        let (_, codes) = decided(table, &own, &kept(&own.own));
        assert_eq!(codes[1..], [vec![Code::Retired], vec![Code::CodeTaken]]);
    }
}
