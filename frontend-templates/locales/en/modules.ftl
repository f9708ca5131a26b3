# Modules that belong to a centre and are shared by its courses.
modules-title = Modules
modules-lede = A module is written once and used in any course of your centre. A change makes a new version; courses keep the version that they have.
modules-new = New module
modules-new-lede = It can be used in every course of your centre. Only your centre sees it before a course with it is published.
modules-none = Your centre has no module yet
modules-none-how = Write one here. The modules of a course also come here when the course is published.
modules-search = Search the modules
modules-not-found = No module found for “{ $text }”
modules-not-found-how = Try fewer words, or the code of the module.
modules-all = Show all modules
modules-add = Add the module
modules-choose = Use a module of your centre
modules-choose-hint = Its newest version is added as the last module.
modules-choose-code = Enter the code of a module. There are too many to list here: { $count }.
modules-choose-none = There is no other module to choose from.
modules-choose-do = Add this module
module-code-hint = Such as LIA-201-M1. It cannot be changed later.
module-code-bad = Enter a code of letters, digits and hyphens with at least one digit and at most { $most } characters.
module-code-taken = Enter another code: a module of your centre has this one.
module-needs-title = Enter the title of the module.
module-needs-hours = Enter the hours of the module, from 1 to { $most }.
module-needs-summary = Enter what the module covers.
module-choose-one = Choose a module.
module-not-offered = Choose a module of your centre that is in use.
module-there-already = Choose another module: the course has this one.
module-refused-retired = The module is retired. Take it back into use first.

# A module and its versions.
module-change = Change the module
module-change-title = Change: { $title }
module-change-lede = This makes a new version. Published courses stay as they are; each draft takes the new version when you say so there.
module-note-hint = One or two sentences for your colleagues.
module-make-version = Make version { $number }
module-conflict = Nothing was saved: a colleague made version { $number } { $moment }
module-retired = Retired
module-retired-since = Retired on { $date }.
module-retired-what = It is not offered for courses any more. Courses that have it keep it.
module-retire = Retire the module
module-retire-what = It is then not offered for courses any more. Courses that have it keep it.
module-take-back = Take it back into use
module-courses = Courses with this module
module-courses-note = The version that each has. A published course never changes by itself.
module-courses-none = No course has this module yet.
module-in-catalogue = In the catalogue
module-in-draft = In the draft
module-not-there = Not there
module-version-n = Version { $number }
module-newer = Version { $number } is there
module-text-of-its-own = A text that is no version yet
module-made = Made on
module-first = First version
module-compare = Compare two versions
module-compare-from = From
module-compare-to = To
module-compare-do = Compare
module-compare-same = Versions { $from } and { $to } say the same.

# In the form of a course, and before publishing.
module-newer-here = Version { $version }; version { $newest } is there
module-changed-here = Changed here: becomes version { $number } when the course is published
module-new-here = New: comes to the modules of your centre when the course is published
module-open = See the module
module-take = Take version { $number }
module-keep-version = Make it a version now
module-keep-new = Add it to the modules of your centre now
module-publish = Modules that are new or changed
module-publish-what = Publishing keeps these texts with the modules of your centre. Other courses keep the version that they have.
module-publish-version = version { $number }
module-publish-new = new

# Help.
help-ce-modules = Use a module in several courses
help-ce-modules-1 = Open “{ modules-title }” from “{ courses-title }”. Choose “{ modules-new }”, or open a module and choose “{ module-change }”.
help-ce-modules-2 = In a course, open “{ course-modules }”. Choose a module below “{ modules-choose }”, then “{ modules-choose-do }”.
help-ce-modules-3 = Where a newer version is there, the course says so. One press takes it into the draft.
help-ce-modules-4 = A module that you change inside a course becomes its next version when the course is published.
help-ce-modules-then = Published courses keep the version that they were published with. The page of a module lists which course has which version. A Training Director can retire a module.
