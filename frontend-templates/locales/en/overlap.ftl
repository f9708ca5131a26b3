# Similar courses of other centres.
overlap-same-type = Same course type
overlap-near-title = Nearly the same title
overlap-same-audience = Nearly the same audience
overlap-same-language = Taught in the same language
overlap-title = Similar courses of other centres
overlap-page-title = Similar courses: { $title }
overlap-lede = Centres complement each other. Look at these before you publish; they never keep you from publishing.
overlap-none = No other centre has a similar course
overlap-none-how = Courses are compared by course type, title, audience and language.
overlap-alike = Alike
overlap-score = { $score } of 100
overlap-why = In what
overlap-dismiss = Not the same
overlap-dismiss-which = Not the same as: { $title }
overlap-dismiss-what = Say why your course is something else. The pair stays marked until your centre takes that back; the other centre is not told.
overlap-reason-hint = One or two sentences for your colleagues.
overlap-dismissed = Not the same
overlap-dismissed-who = { $who }, { $date }
overlap-take-back = Compare again
overlap-back = Back to the course
overlap-needs-reason = Enter a reason.
overlap-unknown = Choose a published course of another centre.

# Help.
help-td-overlap = Complement, not duplicate
help-td-overlap-1 = “{ course-check-publish }” lists similar courses of other centres and in what they are alike. “{ overlap-title }” on the page of the course shows the same list at any time.
help-td-overlap-2 = Open the other course and decide: publish all the same, change yours, or ask the other centre to deliver it together with you.
help-td-overlap-3 = Where a course is something else, choose “{ overlap-dismiss }” and say why.
help-td-overlap-then = A pair that you dismissed stays so, with the reason, until you choose “{ overlap-take-back }”. Nothing keeps you from publishing.
