# Courses that are still right.
freshness-title = Courses not verified for a year
freshness-lede = { $count ->
    [0] Every course in the catalogue was verified in the last twelve months.
    [one] One course in the catalogue was last verified more than twelve months ago. Its centre is reminded by e-mail.
   *[other] { $count } courses in the catalogue were last verified more than twelve months ago. Their centres are reminded by e-mail.
  }
freshness-none = No course is waiting
freshness-none-what = Publishing verifies a course. So does its Training Director, with one button.
freshness-all-centres = All centres
freshness-show = Show
freshness-reminded = Centre reminded
freshness-not-yet = Not yet
freshness-care = Looking after the course
freshness-just-verified = Marked as still right
freshness-undo = Undo
freshness-please-verify = Nobody has verified this course for a year. Read it, then press the button or correct it.
freshness-over-a-year = More than a year ago
freshness-refused-undo = There is nothing to undo: the course was published or verified since.
freshness-home = Is this still right?
freshness-home-what = Not verified for a year. Read the page, then mark it as still right or correct it.
freshness-home-count = { $count ->
    [one] One course waits to be verified.
   *[other] { $count } courses wait to be verified.
  }

# The reminder.
freshness-mail-over = Courses to verify
freshness-mail-heading = { $count ->
    [one] One course of your centre has not been verified for a year
   *[other] { $count } courses of your centre have not been verified for a year
  }
freshness-mail-lede = States choose from what the catalogue says. Please read these pages and say that they are still right, or correct them.
freshness-mail-course = { $code }: { $title }
freshness-mail-more = { $count ->
    [one] One more course waits.
   *[other] { $count } more courses wait.
  }
freshness-mail-what = One button marks a course as still right; it does not publish a new version. We write again in three months about what still waits.
freshness-mail-action = Look at the courses
freshness-mail-why = You get this as a Training Director of the centre.
notice-course-stale = Courses of your centre were not verified for a year
notice-course-stale-what = One e-mail with all of them, again every three months, to Training Directors.

# Help.
help-td-fresh = Keep courses right
help-td-fresh-1 = Twelve months after a course was published or verified, it stands on “{ nav-home }”, and you get one e-mail that lists all such courses.
help-td-fresh-2 = Read the page. Press “{ course-verify }” where it is right; publish a new version where it is not.
help-td-fresh-then = Readers see the new date at once. “{ freshness-undo }” gives the old date back. The RSO sees what waits; you are reminded every three months.
help-rso-stale = See which courses may be out of date
help-rso-stale-1 = Open “{ nav-organisations }” and choose “{ freshness-title }”.
help-rso-stale-2 = Choose a centre, or take the whole list away with “{ demand-csv }”.
help-rso-stale-then = Training Directors are reminded by e-mail. The list says when.
