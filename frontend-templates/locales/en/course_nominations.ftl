# Nomination rounds, the sheet of a member, course nominations.

# Closed lists
frequency-none = Not needed
frequency-once = once
frequency-every-two-years = every second year
frequency-annual = 1 a year
frequency-twice-a-year = 2 a year
frequency-quarterly = 4 a year
frequency-monthly = 12 a year
frequency-on-request = on request
frequency-short-once = once
frequency-short-every-two-years = ½
frequency-short-annual = 1
frequency-short-twice-a-year = 2
frequency-short-quarterly = 4
frequency-short-monthly = 12
frequency-short-on-request = ask
level-regional = Regional
level-national = National
level-train-the-trainer = Train the trainer
level-translation = Translation
urgency-high = High
urgency-medium = Medium
urgency-low = Low
mode-any = Any mode
mode-in-person = In person
mode-online = Online
mode-blended = Blended
quarters-any = Any quarter
round-state-draft = Draft
round-state-open = Open
round-state-closed = Closed
round-state-consolidated = Consolidated
round-state-published = Published
round-state-archived = Archived
nomination-state-draft = Draft
nomination-state-submitted = Submitted
nomination-state-acknowledged = Acknowledged
nomination-state-planned = Planned
nomination-state-partly-planned = Planned in part
nomination-state-merged = Merged
nomination-state-not-feasible = Not feasible
nomination-state-met = Met
nomination-state-withdrawn = Withdrawn
standing-silent = No answer yet
standing-draft = Draft
standing-submitted = Submitted
standing-changed = Submitted, with changes not sent
standing-no-needs = No needs
round-sample = sample data
asked = { $often }, { $level }, { $people ->
    [one] 1 person
   *[other] { $people } people
  }
asked-each = { $frequency }, { $people ->
    [0] no people
    [one] one person each
   *[other] { $people } people each
  }
asked-without-people = { $often }, { $level }
horizon-days = { $from } to { $to }
rounds-pages = Pages of the list
crumb-label = You are here

# The strip
strip-label = Round
strip-opens = Opens { $when }
strip-closes = Closes { $when }
strip-late = The deadline has passed. Late answers are taken until { $when }
strip-closed = Closed { $when }
strip-days-left = { $days ->
    [0] last day
    [one] 1 day left
   *[other] { $days } days left
  }

# The sheet
sheet-page-title = Course nominations of { $state }, { $round }
sheet-question-year = Which courses does { $state } need in { $year }?
sheet-question-days = Which courses does { $state } need from { $from } to { $to }?
sheet-lede = Choose how many times a year. The other answers open when you do, already filled with your usual answers.
sheet-lede-link = What each course type covers
sheet-lede-read = You can read this sheet. It cannot be changed here.
sheet-saved = Draft saved. Nothing is sent until you check and submit.
sheet-still-saved = Your draft is saved. Nothing is lost.
sheet-refused-how = Nothing was saved. What you typed stands below, so that you can copy it. Ask the RSO if an answer must still be taken.
sheet-usual = Usual answers: { $level }, { $people ->
    [one] 1 person
   *[other] { $people } people
  }, { $language }, urgency: { $urgency }
sheet-use-usual = Use for rows at 0
sheet-copy = Copy answers from { $round }
sheet-type = Course type
sheet-often = Times a year
sheet-often-half = ½ is every second year
sheet-level = Level
sheet-people = People
sheet-people-long = People each time
sheet-people-each = People at each delivery
sheet-language = Language
sheet-rank = Priority
sheet-rank-what = 1 comes first
sheet-rank-long = Priority, 1 comes first
sheet-urgency = Urgency
sheet-quarters = Quarters
sheet-quarters-long = Preferred quarters
sheet-quarter = Quarter { $number }
sheet-quarter-short = Q{ $number }
sheet-reason = Reason
sheet-reason-long = Reason, in one sentence
sheet-title = Title of the course
sheet-course = Preferred course
sheet-course-any = No preference
sheet-course-code = Preferred course, by its code
sheet-course-find = Find the code in the catalogue
sheet-mode = Mode
sheet-host = We can host
sheet-more = More
sheet-more-set = More, filled in
sheet-add = Ask for it once more
sheet-remove = Remove this row
sheet-again = Once more
sheet-new-courses = A course that is not on the list
sheet-new-course = A course that is not on the list
sheet-line = { $type }
sheet-line-again = { $type }, row { $number }
sheet-line-new = New course: { $title }
sheet-last = { $round }: { $asked }
sheet-last-more = { $round }: { $asked }, and { $more } more
sheet-last-none = { $round }: not asked
sheet-no-needs = Nothing needed?
sheet-no-needs-how = “No needs” is an answer too. It tells the RSO that you were asked and that you need nothing.
sheet-no-needs-button = Answer “no needs”
sheet-who = Who sees your answers
sheet-who-what = Draft: only focal points and nominators of { $state }. After you submit: the RSO, and the Training Directors of centres that teach the course type. Never the public.
sheet-progress = { $answered } of { $types } course types, { $deliveries ->
    [one] 1 delivery
   *[other] { $deliveries } deliveries
  }
sheet-last-saved = when last saved, { $when }
sheet-saved-at = Saved { $when }
sheet-state = { $standing }. { $progress }
sheet-dropped = Not saved yet: the line is down or the server is busy. It is tried again; keep this page open.
sheet-met = Not saved: somebody else saved this sheet meanwhile. “Save draft” shows both side by side.
sheet-session-ended = Not saved: sign in again in another tab, then save.
sheet-refused = Not saved. “Save draft” shows why.
sheet-not-saved = Nothing is saved yet
sheet-save = Save draft
sheet-check = Check and submit
sheet-fault = { $line }: { $fault }
sheet-fault-nothing = Ask for at least one course type, or answer “no needs” below the table.
sheet-fault-choose = Choose one of the answers.
sheet-fault-course = Enter the code of a published course of this type, or leave it empty.
sheet-fault-people = Enter a number of people from 1 to { $most }.
sheet-fault-people-regional = Enter a number from 1 to { $most }. A regional delivery has at most { $most } places for one State.
sheet-fault-rank = Enter a priority from 1 to { $most }, or leave it empty.
sheet-fault-rank-twice = Enter another priority: { $rank } is taken by a row above.
sheet-fault-reason = Give a reason. High urgency needs one sentence.
sheet-fault-why = Say why this course is needed, in one sentence.
sheet-fault-long = Shorten the reason to { $most } characters.
sheet-fault-title = Enter a title of at most { $most } characters.
answer-none = No answer
answer-typed = { $text }
answer-yes = Yes
answer-no = No

# Two people at one sheet
conflict-title = Somebody else saved this sheet meanwhile
conflict-who = { $who } saved it on { $when }.
conflict-when = It was saved on { $when }.
conflict-how = Your answers are not saved yet, and nothing is lost: the form below holds what you typed. Compare, change what you want, and save over.
conflict-keep-theirs = Keep theirs and drop mine
conflict-caption = Answers that differ
conflict-answer = Answer
conflict-theirs = Theirs, saved
conflict-yours = Yours, not saved
conflict-save-over = Save mine over theirs

# Before and after sending
submission-title = Check before you submit
submission-lede = Nothing is sent yet. This is what the RSO and the centres will read.
submission-needs = { $count ->
    [one] 1 course nomination
   *[other] { $count } course nominations
  }
submission-asked = Asked for
submission-places = Places
submission-total = In all
submission-deliveries = { $count ->
    [one] 1 delivery
   *[other] { $count } deliveries
  }
submission-preferred = Preferred: { $code } { $title }
submission-dropped = { $count ->
    [one] 1 earlier nomination will be withdrawn
   *[other] { $count } earlier nominations will be withdrawn
  }
submission-submit = { $count ->
    [one] Submit 1 course nomination
   *[other] Submit { $count } course nominations
  }
submission-back = Back to the sheet
submission-told = Who will be told
submission-told-directors = { $count ->
    [0] No Training Director: nothing changes for a centre, or no centre that teaches these types has one here
    [one] 1 Training Director
   *[other] { $count } Training Directors
  }
submission-told-own = { $count ->
    [one] 1 focal point of { $state }, who gets the receipt
   *[other] { $count } focal points of { $state }, who get the receipt
  }
submission-told-change = You can change what you sent until the deadline.
submission-meanwhile = Somebody else saved this sheet meanwhile.
submission-meanwhile-how = Nothing was sent. Check once more: this is the sheet as it stands now.
receipt-title = Submitted
receipt-who = Sent by { $who } on { $when }.
receipt-when = Sent on { $when }.
receipt-change = Change the answers
receipt-all = All our nominations
no-needs-title = Answer “no needs”
no-needs-receipt-title = “No needs” is submitted
no-needs-words = { $state } needs no course in { $round }.
no-needs-submit = Submit “no needs”

# Taking one back
withdrawal-title = Withdraw { $type }
withdrawal-what = The RSO and the centres are told that this is no longer asked for. The row in your sheet goes to 0.
withdrawal-reason = Why?
withdrawal-reason-hint = One sentence. It stands in the history of the nomination.
withdrawal-button = Withdraw this nomination
withdrawal-keep = Keep it
withdrawal-fault-reason = Give a reason in one sentence.
withdrawal-refused-planned = A delivery is planned for this nomination, so it can no longer be withdrawn here. Ask the RSO.

# The member's rounds
overview-title = Course nominations of { $state }
overview-none-open = No round is open
overview-none-open-how = The RSO opens a round about once a year. You will see it here.
overview-progress = { $answered } of { $types } course types answered
overview-start = Start
overview-continue = Continue
overview-change = Change
overview-read = Read
overview-became = What became of our course nominations
overview-asked = We asked for
overview-state = State
overview-action = Action
overview-withdraw = Withdraw
overview-rounds = Rounds
overview-no-rounds = Your State has not been invited to a round yet.

# The RSO's rounds
rounds-title = Nomination rounds
rounds-lede = In a round, members say which types of course they need and how often.
rounds-new = New round
rounds-none = There is no round yet
rounds-none-how = A new round is a draft until you open it.
round-title = Title
round-horizon = Horizon
round-horizon-start = First day of the horizon
round-horizon-end = Last day of the horizon
round-opens = Opens
round-opens-date = Opens on
round-opens-time = Opens at
round-closes = Closes
round-closes-date = Closes on
round-closes-time = Closes at
round-state = State
round-answers = Answers
round-answered = { $answered } of { $invited } members have answered
round-grace = Late answers
round-grace-label = Days for late answers
round-grace-days = { $days ->
    [0] not taken
    [one] taken for 1 day
   *[other] taken for { $days } days
  }
round-minimum = Smallest public figure
round-minimum-label = Smallest figure shown to the public
round-types = Course types in scope
round-members = Members invited
round-facts = The round
round-responses = Who has answered
round-member = Member
round-answer = Answer
round-when = When
round-who = Who
round-who-console = loaded at the console
round-silent = No answer yet: { $count }
round-answered-group = Answered: { $count }
round-invited = { $count ->
    [one] 1 member is invited
   *[other] { $count } members are invited
  }
round-draft-what = This round is a draft: members do not see it.
round-edit = Edit
round-edit-title = Edit the round
round-open = Open the round
round-close = Close the round
round-demand = See the demand
round-create = Create as a draft
round-save = Save
round-back = Back
round-form-lede = Times are those of { $place }. Members read them in their own zone.
round-opening-title = Open { $round }?
round-opening-members = { $count ->
    [one] 1 member can answer at once.
   *[other] { $count } members can answer at once.
  }
round-opening-until = Answers are taken until { $when }.
round-opening-fixed = Dates, course types and members are fixed from then on.
round-open-now = Open now
round-closing-title = Close { $round }?
round-closing-what = Nobody can answer, change or withdraw any more. Drafts that were not submitted stay drafts.
round-closing-forever = A round that is closed cannot be opened again.
round-close-now = Close now
round-title-bad = Enter a title of 1 to 80 characters.
round-title-taken = Choose another title: a round has this one.
round-date-bad = Enter a date.
round-time-bad = Enter a time as hours and minutes, like 23:59.
round-time-missing = Choose another time: the clocks change, and this one does not exist on that day.
round-horizon-backwards = Choose a last day after the first.
round-horizon-long = Choose a horizon of at most five years.
round-closes-before-opening = Choose a closing after the opening.
round-number-bad = Enter a number from { $least } to { $most }.
round-without-types = Choose at least one course type.
round-without-members = Invite at least one member.
round-refused-edit = This round is open or closed, so it can no longer be edited.
round-refused-step = This round is not at the step before this one, so nothing was changed.
round-refused-past = The closing of this round has passed. Edit its dates, then open it.
round-refused-early = This round opens { $when }. Until then it takes no answers.
round-refused-over = This round closed { $when }. It takes no more answers.

# Emails to Training Directors
email-nominated-over = New course nomination
email-nominated-one = { $state } asks for { $type }, { $often }
email-nominated-one-heading = { $state } asks for { $type }
email-nominated-many = { $state } asks for { $count ->
    [one] 1 course type you teach
   *[other] { $count } course types you teach
  }
email-nominated-changed-one = { $state } has changed what it asks for: { $type }, { $often }
email-nominated-changed-many = { $state } has changed what it asks for: { $count ->
    [one] 1 course type you teach
   *[other] { $count } course types you teach
  }
email-nominated-dropped-one = { $state } no longer asks for { $type }
email-nominated-dropped-many = { $state } no longer asks for { $count ->
    [one] 1 course type you teach
   *[other] { $count } course types you teach
  }
email-nominated-lede = To the Training Director of { $centre }: your centre teaches { $count ->
    [one] this course type, so you receive each State’s nomination for it
   *[other] these course types, so you receive each State’s nominations for them
  }. { $round }.
email-nominated-total = { $states ->
    [0] No State now asks for { $type } in { $round }.
    [one] 1 State now asks for { $type } in { $round }, { $places } places in all.
   *[other] { $states } States now ask for { $type } in { $round }, { $places } places in all.
  }
email-nominated-action = See the demand
email-nominated-why = You receive this because you are Training Director of { $centre }. There is one message for each submission.
email-line-heading = { $type }
email-line-new = New
email-line-changed = Changed
email-line-dropped = Withdrawn: no longer asked for
email-fact-state = State
email-fact-type = Course type
email-fact-status = Nomination
email-fact-often = How often
email-fact-people = People
email-fact-quarters = Quarters
email-fact-language = Language
email-fact-urgency = Urgency
email-fact-preferred = Preferred course
email-fact-reason = Reason
email-how-often = { $often }, { $level }
email-people = { $people } at each delivery, { $places } in all
email-preferred-yours = { $code } { $title }, which is yours
email-preferred-other = { $code } { $title }, of another centre

# Receipt of the member
email-receipt-over = Receipt
email-receipt-heading = { $state } has submitted { $count ->
    [one] 1 course nomination
   *[other] { $count } course nominations
  } for { $round }
email-receipt-no-needs = { $state } has answered “no needs” for { $round }
email-receipt-lede = To the focal points of { $state }: this is what stands in { $round } now.
email-receipt-line = { $rank }. { $type }
email-receipt-line-new = { $rank }. New course: { $title }
email-receipt-total = In all: { $deliveries ->
    [one] 1 delivery
   *[other] { $deliveries } deliveries
  }, { $places } places.
email-receipt-change = You can change or withdraw it until { $deadline }: open the sheet, change it, and submit again.
email-receipt-action = Open what was sent
email-receipt-why = You receive this because you are a focal point of { $state }. Receipts cannot be stopped.
