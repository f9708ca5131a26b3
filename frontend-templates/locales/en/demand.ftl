# The demand board.
demand-title-region = What the region asked for
demand-title-centre = What States ask of the course types you teach
demand-title-own = What { $state } asked for
demand-over-open = { $round }, open until { $date }
demand-over-closed = { $round }, closed { $date }
demand-sample = Sample data: no State made these statements.
demand-csv = Download CSV
demand-filters = What to show
demand-round = Round
demand-show = Show
demand-level = Level
demand-level-all = All levels
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
demand-tally-silent = No answer yet
demand-tally-asked = { $measure } asked for
demand-tally-on-request = On request, counted apart
demand-figure-types = Figure 1. { $measure } asked for, by course type
demand-figure-types-scale = Bars share one scale. Seats are set beside them when centres schedule deliveries.
demand-figure-map = Figure 2. { $measure } asked for, by member
demand-figure-map-note = One equal square for each member. Positions are schematic and say nothing about borders.
demand-table = Table 1. { $measure } asked for, by State and course type
demand-table-note = Deliveries in the horizon of the round, multiplied by people at each delivery where places are shown. A dot means that the State did not ask.
demand-column-type = Course type
demand-column-bar = Bar
demand-column-asked = Asked
demand-column-member = Member
demand-column-all = All types
demand-row-asked = Asked
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
demand-source = Source: course nominations as submitted, when this page was loaded.
demand-source-silent = No answer: { $members }.
demand-chosen = Chosen in Table 1
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
demand-table-nominations = Table 2. The nominations behind it
demand-limited = The first 200 are shown.
demand-empty-title = No round has been opened yet
demand-empty-lede = Demand appears here when members submit their course nominations in a round.
demand-own-none = Your State asks for nothing under this choice
demand-own-none-why = What you submit in the round appears here at once. Drafts do not count.
demand-own-all-levels = Show all levels
