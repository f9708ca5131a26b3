# The catalogue: goals, course types, courses.
goal-early-detection = Early detection
goal-early-detection-what = Data and intelligence sharing, public awareness
goal-prevention = Prevention
goal-prevention-what = Borders and the work against smuggling and trafficking networks
goal-protection = Protection
goal-protection-what = People in need of protection, movements by sea
goal-migration-management = Migration management
goal-migration-management-what = Border systems, identity, voluntary return
goal-special-projects = Special projects
goal-special-projects-what = Work beside the four goals: trafficking, victims, training of trainers
catalogue-search-label = Search titles, modules and summaries

# Words around every course.
yes = Yes
no = No
save = Save
edit = Edit
remove = Remove
cancel = Cancel
choose = Choose
status = Status
action = Action
total = Total
pages = Pages
pages-next = Next
pages-previous = Previous
breadcrumb = Breadcrumb
list-separator = { ", " }
course-sample-data = Sample data
course = Course

# The public catalogue.
catalogue-title = Catalogue of courses
catalogue-lede = { $courses ->
    [one] One course
   *[other] { $courses } courses
  } from { $centres ->
    [one] one centre of excellence
   *[other] { $centres } centres of excellence
  }. Reading is open to everyone.
catalogue-found = { $count ->
    [0] No course found
    [one] One course found
   *[other] { $count } courses found
  }
catalogue-order = Order
catalogue-order-title = Title
catalogue-order-newest = Newly published
catalogue-order-shortest = Shortest first
catalogue-filters = Filters in use:
catalogue-filters-in-use = { $count ->
    [0] Filters
   *[other] Filters: { $count } in use
  }
catalogue-chip-search = Search: { $text }
catalogue-chip-remove = remove
catalogue-remove-all = Remove all
catalogue-apply = Apply filters
catalogue-range = { $first } to { $last } of { $total }
catalogue-none = No course fits
catalogue-none-yet = No centre has published a course yet.
catalogue-none-how = Every word must occur in the course, and one choice of each filter must fit. Try less:
catalogue-loosen-facets = Search for “{ $text }” in all courses
facet-language = Language
facet-centre = Centre

# Course types.
course-types-title = What each course type covers
course-types-lede = States ask for course types; centres publish courses of a type. The RSO keeps the list.
course-types-none = There are no course types yet
course-types-none-how = The RSO adds them.
course-types-courses = Courses
course-types-source = The number of courses in the catalogue now.

# What a course says.
course-code = Code
course-title = Title
course-type = Course type
course-goal = Goal
course-activity = Activity of the work plan
course-work-plan = Work plan
course-summary = Summary
course-days = Days
course-fewest = Fewest people
course-most = Most people
course-delivery = Held for
course-delivery-regional = Regional
course-delivery-national = National
course-mode = Way of teaching
course-mode-in-person = In person
course-mode-online = Online
course-mode-blended = Blended
course-level = Level
course-level-introductory = Introductory
course-level-intermediate = Intermediate
course-level-advanced = Advanced
course-length = Length
course-length-short = Up to 3 days
course-length-week = 4 to 5 days
course-length-long = More than 5 days
course-trainers = Train the trainer
course-trainers-yes = Trains trainers
course-trainers-no = Trains officers
course-objectives = What an officer can do afterwards
course-objectives-after = After the course an officer can
course-modules = Modules
course-module = Module
course-module-n = Module { $number }
course-module-line = { $title } ({ $hours } h): { $summary }
course-hours = Hours
course-audience = Audience
course-who = Who it is for
course-prerequisites = Courses to take first
course-take-first = Courses to take first:
course-languages = Languages
course-language = Language
course-taught-in = Taught in
course-translations = Materials translated into
course-materials = Materials
course-material-n = Material { $number }
course-material-line = { $title } ({ $language })
course-material-kind = Kind
course-languages-materials = Languages and materials
course-translation-exists = Translated material exists
course-no-material = None listed
course-days-count = { $count ->
    [one] One day
   *[other] { $count } days
  }
course-modules-count = { $count ->
    [one] One module
   *[other] { $count } modules
  }
course-modules-total = { $modules ->
    [one] One module
   *[other] { $modules } modules
  }, { $hours ->
    [one] one hour
   *[other] { $hours } hours
  } over { $days ->
    [one] one day
   *[other] { $days } days
  }
course-hours-in-modules = { $hours ->
    [one] One hour
   *[other] { $hours } hours
  } in { $modules ->
    [one] one module
   *[other] { $modules } modules
  }
course-group = Group
course-group-people = { $least } to { $most } people
course-in-short = In short
course-history = Versions
course-version = Version
course-published-on = Published
course-change-note = What changed
course-updated = Updated
course-verified = Last verified
course-nothing = Nothing
material-trainer-guide = Trainer’s guide
material-participant-workbook = Participant’s workbook
material-slides = Slides
material-case-study = Case study
material-exercise = Exercise
material-checklist = Checklist
material-template = Template
material-policy-guide = Policy guide
material-video = Video
material-e-learning = Lesson at a screen
material-assessment = Assessment

# Beside the course.
course-nominate = Nominate this course
course-nominate-public = States ask for courses in nomination rounds, through their focal points.
course-nominate-sign-in = Focal points: sign in
course-nominate-how = In your sheet, choose this course under its course type.
course-nominate-open = Open course nominations
course-own = Your centre’s course
course-edit = Edit the course
course-preview = See the draft as the public would
course-see-public = See it as the public does
course-draft-notice = This is a draft.
course-draft-notice-who = Your centre and the RSO see it; nobody else does.
course-suspended-since = Suspended since { $date }.
course-retired-since = Retired on { $date }.
course-successor = Take this course instead: { $title }

# The states of a course.
course-state-draft = Draft
course-state-in-review = In review
course-state-published = Published
course-state-suspended = Suspended
course-state-retired = Retired
course-changes-unpublished = Changes not published
course-refused-not-published = The course was never published. Publish it first.
course-refused-not-suspended = The course is in the catalogue already.
course-refused-publish-suspended = The course is suspended. Put it back into the catalogue first, then publish.
course-refused-suspended = The course is suspended. Put it back into the catalogue first.
course-refused-retired = The course is retired. Its page stays as it is; begin a new course instead.
course-refused-unchanged = Nothing has changed since the version that is published.

# A centre’s own courses.
courses-title = Courses
courses-new = New course
courses-new-lede = Begin with three answers. Everything else can wait: a draft may be incomplete, and only your centre and the RSO see it.
courses-begin = Begin the draft
courses-none = Your centre has no course yet
courses-none-how = A course begins as a draft. It comes into the catalogue when your Training Director publishes it.
courses-last-change = Last change
course-code-hint = Three letters and three digits, such as LIA-201, or your centre’s own code. It cannot be changed later.
course-code-bad = Enter a code of letters, digits and hyphens with at least one digit, such as LIA-201.
course-code-taken = Enter another code: a course has this one.

# The course form.
course-edit-title = Edit: { $title }
course-parts = Parts of this form
course-part = Part
course-part-publish = Publish
course-title-hint = Say what an officer will be able to do, not the name of a project.
course-type-hint = States nominate by course type.
course-goal-hint = Follows from the course type when you save.
course-activity-none = None
course-summary-hint = Two or three sentences. They are shown in search results.
course-objectives-hint = One on each line.
course-level-hint = How much the course expects of those who come.
course-prerequisites-hint = Their codes, with commas between.
course-module-covers = What it covers
course-module-up = Move module { $number } up
course-module-down = Move module { $number } down
course-add-module = Add a module
course-add-material = Add a material
course-add-saves = Moving, adding and removing also save the draft.
course-saved = Saved { $moment }
course-check-publish = Check and publish
course-publish-director = Check and publish shows what is missing, what changes and who will see it. Nothing is published before you confirm.
course-publish-editor = Check and publish shows what is missing and what changes. There you propose the draft; your Training Director publishes.
course-verify = Mark as still right
course-suspend = Suspend the course
course-resume = Put back into the catalogue
course-retire = Retire the course
course-conflict = Nothing was saved: a colleague saved this course { $moment }
course-conflict-who = Nothing was saved: { $who } saved this course { $moment }
course-conflict-take-theirs = Leave your text and open what they saved
course-conflict-parts = Where the two differ
course-conflict-yours = Yours
course-conflict-theirs = Your colleague’s

# The check before publishing.
course-publish-title = Publish: { $title }
course-missing = { $count ->
    [one] One answer is missing before this course can be published:
   *[other] { $count } answers are missing before this course can be published:
  }
course-unchanged = Nothing to publish
course-unchanged-how = The draft says the same as the version in the catalogue.
course-changes = What changes
course-changes-since = Compared with version { $version }.
course-changes-before = Published now
course-changes-after = In the draft
course-first-version = This will be the first version of the course.
course-who-sees = Who will see it
course-who-sees-what = Everyone: the catalogue is open. Focal points can then choose the course in their sheets, and your centre is told when a State nominates its course type.
course-change-note-hint = One or two sentences for the readers of the course page.
course-publish-version = Publish version { $version }
course-director-publishes = Your Training Director publishes.
course-director-publishes-how = Propose the draft: they get an e-mail, and publish it or send it back.
course-back-to-form = Back to the form
course-changed-meanwhile = Nothing was done: a colleague changed the course while you were reading. Look at it as it is now, then decide again.

# Suspending and retiring.
course-suspend-what = The course leaves the catalogue and the sheets until you put it back. Its page stays and says why.
course-retire-what = The course leaves the catalogue for good. Its page stays readable. This cannot be undone.
course-reason = Reason
course-reason-hint = Everyone reads it on the page of the course.
course-successor-label = Course that takes its place
course-successor-hint = The code of a published course, if there is one.
course-suspend-now = Suspend
course-retire-now = Retire for good

# What needs another look.
course-needs-title = Enter a title.
course-needs-type = Choose a course type.
course-activity-unknown = Choose an activity of the list, or none.
course-needs-summary = Enter a summary of two or three sentences.
course-needs-days = Enter the days, from 1 to { $most }.
course-needs-fewest = Enter the fewest people, from 1 to { $most }.
course-needs-most = Enter the most people, from 1 to { $most }.
course-people-order = Enter a number that is not smaller than the fewest people.
course-needs-delivery = Choose regional, national or both.
course-needs-mode = Choose at least one way of teaching.
course-needs-objectives = Enter what an officer can do afterwards, one on each line.
course-needs-modules = Add at least one module.
course-needs-module-title = Module { $number }: enter a title.
course-needs-module-hours = Module { $number }: enter the hours, from 1 to { $most }.
course-needs-module-summary = Module { $number }: enter what it covers.
course-needs-audience = Enter who the course is for.
course-needs-level = Choose a level.
course-needs-languages = Choose at least one language.
course-needs-material-title = Material { $number }: enter a title.
course-needs-material-kind = Material { $number }: choose a kind.
course-needs-material-language = Material { $number }: choose a language.
course-needs-note = Enter what this version changes.
course-needs-reason = Enter a reason. Everyone reads it.
course-successor-unknown = Enter the code of another course that is published, or nothing.
course-prerequisite-unknown = Take { $code } out: no published course and none of yours has this code.
course-prerequisite-bad = Take { $code } out: it is not a course code.
course-prerequisite-self = Take the course’s own code out.
course-too-long = Shorten this to { $most } characters.
course-too-many-lines = Keep at most { $most } lines.
course-too-many-modules = Keep at most { $most } modules.
course-too-many-materials = Keep at most { $most } materials.
course-not-a-number = Enter a whole number in place of “{ $typed }”, or leave it empty.
