//! What is said of a row, each by a code that stays the same.
use crate::base::closed_list::{closed_list, stored_list};

stored_list! {
    /// What becomes of a row.
    Outcome {
        /// It is no course: a title, a note, a sum.
        Skip = "skip", "import-outcome-skip";
        /// It is taken as it stands.
        Import = "import", "import-outcome-import";
        /// It is taken, and somebody should look at it.
        ImportWithWarning = "import_with_warning", "import-outcome-warn";
        /// It is left out.
        Reject = "reject", "import-outcome-reject";
    }
}

closed_list! {
    /// What is said of a row, in the order in which it is said.
    Code {
        /// The title of the table.
        Title = "S_TITLE", "import-s-title";
        /// A note before the table.
        Note = "S_NOTE", "import-s-note";
        /// Nothing, or no more than a number.
        Blank = "S_BLANK", "import-s-blank";
        /// The heads of the columns.
        Header = "S_HEADER", "import-s-header";
        /// The name of a section.
        Section = "S_SECTION", "import-s-section";
        /// A sum.
        Subtotal = "S_SUBTOTAL", "import-s-subtotal";
        /// A note after the table.
        Footnote = "S_FOOTNOTE", "import-s-footnote";
        /// No title.
        NoTitle = "E_NO_TITLE", "import-e-no-title";
        /// A title that is too long.
        TitleTooLong = "E_TITLE_TOO_LONG", "import-e-title-too-long";
        /// The title is a formula whose result was not stored.
        TitleIsFormula = "E_TITLE_IS_FORMULA", "import-e-title-is-formula";
        /// Nothing but question marks is left of the title.
        TitleUnreadable = "E_TITLE_UNREADABLE", "import-e-title-unreadable";
        /// The same title, centre and start as a row before.
        Duplicate = "E_DUPLICATE", "import-e-duplicate";
        /// No calendar has such a day.
        DateImpossible = "E_DATE_IMPOSSIBLE", "import-e-date-impossible";
        /// It ends before it begins.
        EndBeforeStart = "E_END_BEFORE_START", "import-e-end-before-start";
        /// More cells than the table has columns.
        TooManyColumns = "E_TOO_MANY_COLUMNS", "import-e-too-many-columns";
        /// A course of another centre.
        OtherCentre = "E_OTHER_CENTRE", "import-e-other-centre";
        /// Columns that cannot be read as a course of ours.
        Unreadable = "E_UNREADABLE", "import-e-unreadable";
        /// The code belongs to a course of another centre.
        CodeTaken = "E_CODE_TAKEN", "import-e-code-taken";
        /// The course was given up, so that its draft cannot change.
        Retired = "E_RETIRED", "import-e-retired";
        /// Blanks in the title were put in order.
        Whitespace = "W_WHITESPACE", "import-w-whitespace";
        /// Letters were garbled and could be repaired.
        Mojibake = "W_MOJIBAKE", "import-w-mojibake";
        /// It looks like markup.
        Markup = "W_MARKUP", "import-w-markup";
        /// A value comes from a merged cell above.
        Merged = "W_MERGED", "import-w-merged";
        /// A value comes from the row above, by a ditto mark.
        Ditto = "W_DITTO", "import-w-ditto";
        /// No centre.
        NoCentre = "W_NO_CENTRE", "import-w-no-centre";
        /// A centre that nobody knows.
        CentreUnknown = "W_CENTRE_UNKNOWN", "import-w-centre-unknown";
        /// A centre by another of its names.
        CentreAlias = "W_CENTRE_ALIAS", "import-w-centre-alias";
        /// The first of two centres.
        CentreSplit = "W_CENTRE_SPLIT", "import-w-centre-split";
        /// The goal is that of the section.
        GoalFromSection = "W_GOAL_FROM_SECTION", "import-w-goal-from-section";
        /// Two goals.
        GoalAmbiguous = "W_GOAL_AMBIGUOUS", "import-w-goal-ambiguous";
        /// A goal that the work plan does not have.
        GoalUnknown = "W_GOAL_UNKNOWN", "import-w-goal-unknown";
        /// A course type that nobody knows.
        TypeUnknown = "W_TYPE_UNKNOWN", "import-w-type-unknown";
        /// Neither regional nor national.
        LevelUnknown = "W_LEVEL_UNKNOWN", "import-w-level-unknown";
        /// Day and month may be the other way round.
        DateAmbiguous = "W_DATE_AMBIGUOUS", "import-w-date-ambiguous";
        /// The month stands before the day.
        DateMonthFirst = "W_DATE_MONTH_FIRST", "import-w-date-month-first";
        /// A year of two digits.
        DateTwoDigitYear = "W_DATE_TWO_DIGIT_YEAR", "import-w-date-two-digit-year";
        /// The day number of a spreadsheet.
        DateSerial = "W_DATE_SERIAL", "import-w-date-serial";
        /// Both dates in one cell.
        DateRangeInCell = "W_DATE_RANGE_IN_CELL", "import-w-date-range-in-cell";
        /// A year of the Buddhist era.
        DateBuddhistEra = "W_DATE_BUDDHIST_ERA", "import-w-date-buddhist-era";
        /// A month, a quarter or "to be confirmed".
        DateIncomplete = "W_DATE_INCOMPLETE", "import-w-date-incomplete";
        /// No date that can be read without guessing.
        DateUnreadable = "W_DATE_UNREADABLE", "import-w-date-unreadable";
        /// More than five years ahead.
        DateImplausible = "W_DATE_IMPLAUSIBLE", "import-w-date-implausible";
        /// A language whose variety follows from the centre's country, or stays open.
        LangAmbiguous = "W_LANG_AMBIGUOUS", "import-w-lang-ambiguous";
        /// A language that nobody knows.
        LangUnknown = "W_LANG_UNKNOWN", "import-w-lang-unknown";
        /// A number of participants among words.
        ParticipantsText = "W_PARTICIPANTS_TEXT", "import-w-participants-text";
        /// No number of participants.
        ParticipantsInvalid = "W_PARTICIPANTS_INVALID", "import-w-participants-invalid";
        /// The sheet hides the row.
        HiddenRow = "W_HIDDEN_ROW", "import-w-hidden-row";
        /// Like a row before.
        PossibleDuplicate = "W_POSSIBLE_DUPLICATE", "import-w-possible-duplicate";
        /// Remarks that are very long.
        LongText = "W_LONG_TEXT", "import-w-long-text";
        /// A text that a spreadsheet would take for a formula.
        FormulaText = "W_FORMULA_TEXT", "import-w-formula-text";
        /// A formula whose result was not stored.
        Formula = "W_FORMULA", "import-w-formula";
        /// Letters were lost before the file came.
        EncodingLoss = "W_ENCODING_LOSS", "import-w-encoding-loss";
    }
}

impl Code {
    /// What becomes of a row of which this is said.
    pub fn outcome(self) -> Outcome {
        match self.as_str().as_bytes().first() {
            Some(b'S') => Outcome::Skip,
            Some(b'E') => Outcome::Reject,
            _ => Outcome::ImportWithWarning,
        }
    }
}

/// What is said of one row: each code once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said(Vec<Code>);

impl Said {
    pub(super) fn add(&mut self, code: Code) {
        if !self.0.contains(&code) {
            self.0.push(code);
        }
    }

    /// The codes in the order of the list; where a row is rejected, only why.
    pub(super) fn codes(mut self) -> Vec<Code> {
        self.0.sort_unstable();
        let rejects = |code: &Code| code.outcome() == Outcome::Reject;
        if self.0.iter().any(rejects) {
            self.0.retain(rejects);
        }
        self.0
    }
}
