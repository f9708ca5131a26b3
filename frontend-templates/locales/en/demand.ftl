# The demand board.
demand-title-region = What the region asked for
demand-title-centre = What States ask of the course types you teach
demand-title-own = What { $state } asked for
demand-over-open = { $round }, open until { $date }
demand-over-closed = { $round }, closed { $date }
demand-sample = Sample data: no State made these statements.
demand-xlsx = Download XLSX
demand-csv = CSV
demand-svg = SVG
demand-behind-xlsx = These as XLSX
demand-behind-csv = These as CSV
demand-workbook-too-long = This is too long for a workbook. Take the CSV, or choose less.
demand-plain = { $text }
demand-filters = What to show
demand-round = Round
demand-show = Show
demand-level = Level
demand-level-all = All levels
demand-quarter = Quarter
demand-quarter-all = Any quarter
quarter-1 = Q1
quarter-2 = Q2
quarter-3 = Q3
quarter-4 = Q4
quarter-unnamed = No quarter named
demand-goal = Goal
demand-goal-all = All goals
demand-subregion = Sub-region
demand-subregion-all = All members
demand-order = Order
demand-order-alphabetical = Alphabetical
demand-order-most = Most first
demand-apply = Show
demand-places = Places
demand-deliveries = Deliveries
demand-nominations = Course nominations
demand-tally-submitted = Members that submitted
demand-tally-of = of { $invited }
demand-tally-no-needs = Said that they need nothing
demand-tally-unanswered = No answer yet
demand-tally-drafts = { $count ->
    [0] no draft
    [one] one has a draft
   *[other] { $count } have a draft
  }
demand-tally-response = Response
demand-percent = { $percent }%
demand-tally-offered = Seats offered
demand-tally-asked = { $measure } asked for
demand-tally-on-request = On request, counted apart
demand-figure-gaps = Figure 1. Seats against places asked for, largest gap first
demand-figure-own = Figure 1. Places asked for, by course type
demand-figure-scale = Bars share one scale.
demand-gaps-note = Centres cannot schedule deliveries here yet. So no seat is offered, and every place asked for is short. Each course type has its own gap; more of one never makes up for another.
demand-response-summary = { $unanswered ->
    [0] All members answered
    [one] One member has not answered
   *[other] { $unanswered } members have not answered
  }; { $uncovered ->
    [0] every member has an active focal point
    [one] one has no active focal point
   *[other] { $uncovered } have no active focal point
  }
demand-response-silent = Not begun
demand-response-drafts = Draft, not sent
demand-response-uncovered = No active focal point
demand-response-round = Answers of this round
demand-response-members = Members and focal points
demand-names-more = { $count ->
    [one] { $names } and one more
   *[other] { $names } and { $count } more
  }
demand-figure-map = Figure 2. { $measure } asked for, by member
demand-figure-map-note = One equal square for each member. Positions are schematic and say nothing about borders.
demand-table = Table 1. { $measure } asked for, by State and course type
demand-table-note = Deliveries in the horizon of the round, multiplied by people at each delivery where places are shown. A dot means that the State did not ask.
demand-column-type = Course type
demand-column-bar = Bar
demand-column-asked = Asked
demand-column-asked-places = Places asked
demand-column-offered = Seats offered
demand-column-short = Short
demand-column-member = Member
demand-column-all = All types
demand-row-asked = Asked
demand-row-goals = Asked, by goal
demand-row-short = Still short
demand-none = No nominations
demand-key = Steps:
demand-step-1 = 1–2
demand-step-2 = 3–4
demand-step-3 = 5–6
demand-step-4 = 7–9
demand-step-5 = 10 or more
demand-total-step-1 = 1–9
demand-total-step-2 = 10–14
demand-total-step-3 = 15–19
demand-total-step-4 = 20–24
demand-total-step-5 = 25 or more
demand-words = In words
demand-finding-top = { $first } and { $second } make up { $share }% of what is asked for.
demand-finding-unasked = { $count ->
    [one] Nobody asks for one of the course types shown.
   *[other] Nobody asks for { $count } of the course types shown.
  }
demand-finding-on-request = { $count ->
    [one] One nomination is on request; it counts no delivery.
   *[other] { $count } nominations are on request; they count no delivery.
  }
demand-finding-no-needs = { $count ->
    [one] One member said that it needs nothing.
   *[other] { $count } members said that they need nothing.
  }
demand-finding-none = Nothing is asked for under this choice.
demand-source = Source: course nominations as submitted, read on { $moment }.
demand-so-far = Figures so far: members can still change their answers.
demand-chosen = Behind the figure that you chose
demand-choose-title = Look behind a figure
demand-choose-lede = Choose a figure, a member or a course type to read the nominations behind it.
demand-look-up = Look up another cell
demand-look-up-member = Member
demand-look-up-type = Course type
demand-look-up-any = Any
demand-asked-none = Nothing was asked for here.
demand-all-of-member = All of { $member }
demand-all-of-type = All for { $type }
demand-fact-asked = Asked
demand-fact-places = Places
demand-fact-level = Level
demand-fact-quarters = Quarters
demand-fact-language = Language
demand-fact-urgency = Urgency
demand-fact-priority = Priority
demand-fact-course = Preferred course
demand-fact-host = Can host
demand-fact-host-yes = Yes
demand-fact-reason = Reason
demand-fact-state = State of it
demand-fact-submitted = Submitted
demand-heading = { $member }: { $topic }
demand-heading-all = All that is shown
demand-new-courses = Courses that do not exist yet
demand-table-nominations = Table 2. Nominations behind: { $chosen }
demand-to-list = Read them in Table 2
demand-sum = { $count ->
    [one] One nomination
   *[other] All { $figure } nominations
  }
demand-sum-places = { $count ->
    [one] One nomination
   *[other] { $count } nominations
  }, { $places ->
    [one] one place
   *[other] { $places } places
  }
demand-list-first = First page
demand-list-next = Next page
demand-sheet-gaps = Gaps
demand-sheet-list = List
demand-about = About
demand-about-chosen = Chosen
demand-about-read = Read on
demand-about-state = State of the round
demand-about-places = Deliveries in the horizon of the round, multiplied by people at each delivery. Places are asked for; they are not people.
demand-about-quarter = A nomination is listed in every quarter that it names. Its deliveries are dealt out to those quarters in turn, so each delivery and place counts in one quarter only. Nominations of several quarters are not to be added up.
demand-about-on-request = Nominations on request count no delivery and no place.
demand-about-new-courses = Nominations for courses that do not exist yet are in no course type and in no total.
demand-empty-title = No round has been opened yet
demand-empty-lede = Demand appears here when members submit their course nominations in a round.
demand-none-yet = No nominations in this round yet
demand-none-yet-why = Figures appear here when members submit their course nominations.
demand-loosen = Show more:
demand-own-no-needs = Your State answered that it needs nothing: { $round }
demand-own-none = Your State asks for nothing under this choice
demand-own-none-why = What you submit in the round appears here at once. Drafts do not count.
