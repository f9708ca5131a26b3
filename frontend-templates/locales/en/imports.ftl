# Importing tables of courses.
import-title = Import courses
import-lede = Send an old spreadsheet, or courses that were exported here. You see what would become of each row first; nothing changes until you confirm, and all of it can be undone.
import-file = File
import-file-hint = CSV in any encoding, an Excel workbook (.xlsx) or JSON, up to { $most } MB and 20,000 rows. Of a workbook, the first sheet that is not hidden is read.
import-paste = Or paste a table
import-paste-hint = Copy the cells of a spreadsheet with the row of headings, and paste them here.
import-read = Check the table
import-no-file = Choose a file, or paste a table.
import-not-base64 = Send the content of the file in base64.
import-too-large = Send a smaller file: { $most } MB at the most.
import-before = Earlier imports
import-none = Nothing has been imported yet
import-none-how = Choose a file above. What it would change is shown before anything happens.
import-counts = Courses
import-counts-of = { $new } new, { $change } changed
import-sent = Sent
import-pasted = A pasted table
import-one = Import
import-state-reading = Being read
import-state-examined = Waits for you
import-state-confirmed = Imported
import-state-undone = Undone
import-state-failed = Could not be read
import-columns = What the columns hold
import-columns-lede = Say what each column of your table holds. Your centre need not say it again for tables with the same headings.
import-head = Heading
import-no-head = No heading
import-sample = Example
import-holds = Holds
import-holds-of = What column { $column } holds
import-holds-nothing = Nothing that is taken over
import-columns-save = Check the table again
import-mapping-bad = Choose the column of the title, and nothing twice.
import-progress = { $done } of { $all } rows checked.
import-progress-begun = The file is being read.
import-reading-what = You may close this page and come back later. It looks again by itself every few seconds.
import-look-again = Look again
import-failed-what = Nothing has changed.
import-another = Choose another file
import-nothing = There is nothing to import: every course of the table is there already, or cannot be taken.
import-would = If you confirm: new courses { $new }, changed drafts { $change }.
import-would-what = All of them are drafts that only your centre sees. Nothing is published.
import-confirm = { $count ->
    [one] Import one course
   *[other] Import { $count } courses
  }
import-did = Imported: new courses { $new }, changed drafts { $change }.
import-did-what = Undoing removes the courses that were begun and gives the others their drafts back, as long as nobody has changed them since.
import-undo = Undo the import
import-undone-what = This import was undone.
import-rows = Rows of the table
import-row = Row
import-verdict = What becomes of it
import-reasons = Why
import-no-rows = No such rows
import-beside = Also in the table
import-dates = Dates
import-shown-courses = Courses
import-shown-all = All
import-refused-not-waiting = This import does not wait for you any more.
import-refused-nothing = There is nothing to import.
import-refused-changed = Courses of your centre were changed since the table was checked. It is being checked again: look at the rows, then confirm.
import-refused-not-confirmed = There is nothing to undo: this was not imported.
import-refused-touched = { $count ->
    [one] This cannot be undone, because a course was changed or used since: { $codes }.
   *[other] This cannot be undone, because { $count } courses were changed or used since: { $codes }.
  }

# What becomes of a row.
import-outcome-skip = No course
import-outcome-import = Import
import-outcome-warn = Import, please check
import-outcome-reject = Left out
import-step-none = Nothing
import-step-new = New course
import-step-change = Changes a draft
import-step-same = Already there

# What columns hold.
import-field-start = Start date
import-field-end = End date or duration
import-field-venue = Venue
import-field-participants = Participants
import-field-remarks = Remarks
import-field-number = Row number

# Why a file cannot be read.
table-empty = The file has no rows.
table-too-many-rows = The file has more than 20,000 rows. Divide it and send the parts one after the other.
table-too-many-columns = The file has more than 100 columns. Keep those that say something about courses.
table-too-large = Unpacked, the workbook is too large. Save only the sheet with the courses, or save it as CSV.
table-damaged = The file is damaged or did not arrive whole. Open it, save it again, and send that.
table-ends-in-quotes = The file ends inside a quoted cell: it was cut off, or a quotation mark is missing.
table-old-workbook = This is a workbook of the old kind (.xls), or one with a password. Save it as .xlsx without a password.
table-unknown-kind = This is no table. Send CSV, an Excel workbook (.xlsx) or JSON that was exported here.
table-no-sheet = Every sheet of the workbook is hidden.
table-no-heads = No row names the columns. Among the first rows there must be one with headings, such as “Title” and “Languages”.
table-other-json = This JSON is not what is exported here.
table-interrupted = The program was stopped while it read the file. Send it again.

# Why a row becomes what it becomes.
import-s-title = Title of the table
import-s-note = A note
import-s-blank = Empty row
import-s-header = Headings
import-s-section = Name of a section
import-s-subtotal = A sum
import-s-footnote = A note below the table
import-e-no-title = There is no title.
import-e-title-too-long = The title has more than 255 characters.
import-e-title-is-formula = The title is a formula whose result the file does not hold.
import-e-title-unreadable = Nothing but question marks is left of the title: its letters were lost before.
import-e-duplicate = The same course stands in a row before.
import-e-date-impossible = No calendar has this day.
import-e-end-before-start = It ends before it begins.
import-e-too-many-columns = The row has more cells than the table has columns; often a delimiter stands in a text without quotation marks.
import-e-other-centre = This is a course of another centre.
import-e-unreadable = Some columns cannot be read:
import-e-code-taken = A course of another centre has this code.
import-e-retired = The course was retired; its draft cannot change.
import-w-whitespace = Blanks in the title were put in order.
import-w-mojibake = Garbled letters were repaired.
import-w-markup = There are marks like those of a web page. They are kept as text.
import-w-merged = A value comes from a merged cell above.
import-w-ditto = A value repeats the row above.
import-w-no-centre = There is no centre.
import-w-centre-unknown = The centre is not known here.
import-w-centre-alias = The centre was known by another of its names.
import-w-centre-split = Two centres are named; the first was taken.
import-w-goal-from-section = The goal is that of the section.
import-w-goal-ambiguous = Two goals are named.
import-w-goal-unknown = The work plan has no such goal.
import-w-type-unknown = There is no such course type.
import-w-level-unknown = It is neither regional nor national.
import-w-date-ambiguous = Day and month may be the other way round.
import-w-date-month-first = The month stands before the day.
import-w-date-two-digit-year = The year has two digits.
import-w-date-serial = The date is the day number of a spreadsheet.
import-w-date-range-in-cell = One cell holds both dates.
import-w-date-buddhist-era = The year is of the Buddhist era.
import-w-date-incomplete = There is no full date yet.
import-w-date-unreadable = The date cannot be read without guessing.
import-w-date-implausible = The date is more than five years ahead.
import-w-lang-ambiguous = The language has several forms; the centre’s country decided.
import-w-lang-unknown = A language is not known.
import-w-participants-text = The number of participants stands among words.
import-w-participants-invalid = The number of participants cannot be read.
import-w-hidden-row = The row is hidden in the workbook.
import-w-possible-duplicate = A row before is like it.
import-w-long-text = The remarks have more than 2,000 characters.
import-w-formula-text = A text begins like a formula. It is kept as text.
import-w-formula = A cell is a formula whose result the file does not hold.
import-w-encoding-loss = Letters were lost before the file came here.

# Help.
help-td-import = Import courses from a spreadsheet
help-td-import-1 = Open “{ nav-courses }” and choose “{ import-title }”. Choose a file, or paste a table, and press “{ import-read }”.
help-td-import-2 = Look at what would become of each row. Where columns were understood wrongly, choose “{ import-columns }”.
help-td-import-3 = Press the button that imports the courses.
help-td-import-then = They are drafts; nothing is published. Importing the same table again changes nothing. “{ import-undo }” takes all of it back while nobody has changed the courses.
