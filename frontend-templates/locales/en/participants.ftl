# Participants: the states of a nomination.
participant-state-draft = Draft
participant-state-submitted = Submitted
participant-state-endorsed = Endorsed
participant-state-approved = With the centre
participant-state-accepted = Accepted
participant-state-waitlisted = Waiting list
participant-state-offered = Offered a seat
participant-state-not-selected = Declined
participant-state-withdrawn = Withdrawn
participant-state-declined = Offer declined
participant-state-offer-expired = Offer ran out
participant-state-replaced = Replaced
participant-state-host-cancelled = Delivery cancelled

# Why a nomination stands where it does.
why-own-seat = A seat of the State
why-reserve = A seat from the reserve
why-no-seat = No seat is free
why-order = Seats are kept for others first
why-profile = The post does not fit the course
why-prerequisites = What the course asks for first is missing
why-took-before = Took this course before
why-agency-limit = Others of the agency take part
why-full = All seats are taken and the waiting list is long
why-other = Another reason
why-in-place-of = In place of somebody of the same State
why-state = By the State
why-cancelled = The delivery does not take place
why-names-final = Names are final, and no seat was free
why-below-floor = Nobody of the State had a seat
why-next-in-order = Next on the waiting list
why-offer-ran-out = Nobody answered the offer in time
why-offer-declined = The offer was declined

# What a Training Director decides.
decision-accept = Accept
decision-waitlist = Waiting list
decision-decline = Decline
decision-missing = Choose what to decide.
decision-needs-why = Choose a reason.
decision-needs-text = Enter the reason in your words.
decision-nobody = Choose at least one person.
decision-refused-number = Choose from 1 to { $most } people.
decision-refused-seats = You chose { $chosen } and the free seats are { $free }. Choose fewer people, or put some on the waiting list.
decision-refused-state = Decisions are taken once the seats are published, and until names are final.
decision-changed-meanwhile = Somebody has changed one of them meanwhile. Look at them again.
decision-accept-title = { $people ->
    [one] Accept one person
   *[other] Accept { $people } people
  }
decision-accept-what = Each of them gets a seat. The focal points of each State are told at once.
decision-accept-now = { $people ->
    [one] Accept one person
   *[other] Accept { $people } people
  }
decision-waitlist-title = { $people ->
    [one] Put one person on the waiting list
   *[other] Put { $people } people on the waiting list
  }
decision-waitlist-what = They wait. A seat that becomes free is offered to whoever is next. The focal points of each State read the reason.
decision-waitlist-now = { $people ->
    [one] Put one person on the waiting list
   *[other] Put { $people } people on the waiting list
  }
decision-decline-title = { $people ->
    [one] Decline one person
   *[other] Decline { $people } people
  }
decision-decline-what = They do not take part. The focal points of each State read the reason.
decision-decline-now = { $people ->
    [one] Decline one person
   *[other] Decline { $people } people
  }
decision-why-hint = The State reads it.
decision-text = In your words
decision-text-hint = The State reads it. Leave it empty where the reason above says enough.
decision-needs-why-passed = Enter why others who stand before are passed over.
decision-passed = People who stand before them on the waiting list: { $people }. Say why they are passed over; it is kept with the decision.
decision-passed-hint = The States of those who get a seat read it.
decision-accept-button = Accept
decision-waitlist-button = Waiting list
decision-decline-button = Decline…

# The page on which a centre decides.
decisions-over = Decide on participants
decisions-lede = People: { $people }. States: { $states }.
decisions-show = Show
decisions-to-decide = To decide
decisions-waiting = Waiting list
decisions-given-up = Given up
decisions-all = All
decisions-none = There is nobody here
decisions-none-how = People appear here once a focal point has sent them.
decisions-none-seats = Publish the seats first. Then States can put people forward.
decisions-caption = People by State, in the order of each State
decisions-choose = Choose
decisions-group = Seats: { $seats }. People: { $people }.
decisions-within = Within the State’s seats
decisions-over-seats = Over the State’s seats
decisions-free = Free seats: { $seats }
decisions-seats = { $seats ->
    [one] One seat
   *[other] { $seats } seats
  }
decisions-accepted = { $people } accepted
decisions-offered = { $people } offered
decisions-free-seats = { $seats } free
decisions-reserve = Of these, { $seats } are in the reserve.
decisions-change-seats = Change the seats of a State
decisions-by-state = Seats by State
decisions-due = { $people ->
    [one] One person to decide: { $title }
   *[other] { $people } people to decide: { $title }
  }
decisions-due-button = Decide
decisions-count = { $accepted } accepted, { $decide } to decide.
decisions-count-more = { $waiting } waiting, { $free } free.
decisions-key-decide = to decide
decisions-key-over = over or waiting

# What a Training Director and a State should know of somebody.
hint-took-course = Took this course, which ended on { $date }
hint-recent = Took part in { $code }, which ended on { $date }
hint-overlaps = On the same days put forward for { $code }
hint-agency-limit = The agency has more than { $limit } people here
hint-no-language = Nothing is said of { $language }

# How well somebody knows a language.
language-level-basic = Basic
language-level-intermediate = Intermediate
language-level-upper-intermediate = Upper intermediate
language-level-advanced = Advanced
language-level-native = Native

# A person on the roster.
person-lede = Only what a centre needs to choose. Travel documents are never asked for here.
person-name = Full name, as in the passport
person-post = Post
person-email = Work e-mail
person-email-hint = By this address the person is known in your State.
person-languages = Languages
person-language = Language
person-language-level = Level
person-level-of = Level of { $language }
person-needs-name = Enter the full name.
person-needs-post = Enter the post.
person-needs-agency = Enter the agency.
person-needs-email = Enter an e-mail address, such as name@ministry.example.
person-known = { $name } has this address already. Choose the person from the roster.
person-known-elsewhere = Somebody of another agency has this address already. Ask your focal point.
person-language-bad = Choose a language for each level.
person-language-level-missing = Choose a level for each language.
person-language-twice = Choose each language once.
person-languages-many = Choose at most { $most } languages.
person-changed-meanwhile = Somebody has changed this person meanwhile. Look at what you typed and save again.
person-refused-nominated = This person was put forward, so the roster keeps the name.
person-remove = Remove from the roster
person-remove-what = Possible for somebody who was never put forward.
person-remove-now = Remove this person
roster = Roster
roster-title = Roster of { $state }
roster-lede = The people whom you may put forward for deliveries. Only your State sees them here.
roster-add = Add a person
roster-leave = Back to the roster
roster-search = Search the roster
roster-none = Nobody is on the roster yet
roster-none-how = Add the people whom you may put forward, now or when you nominate them.
roster-none-found = Nobody is found with these words.

# The list of a State for a delivery.
participants-title = Participants of { $state }
participants-over = Nominate participants
participants-agency = Agency
participants-list = People, in order of preference
participants-list-what = The centre fills the seats of your State from the top.
participants-order = Order
participants-name-and-post = Name and post
participants-reason = Why this person
participants-reason-of = Why { $name }
participants-reason-none = Nothing was said.
participants-place = Place
participants-seat = Seat { $number }
participants-waits = Waiting list, { $number }
participants-cut = Seats of { $state }: { $seats }. People below this line would wait in this order.
participants-level-unknown = Not said
participants-change = Change
participants-leave = Back to the list
participants-move-up = Move { $name } up
participants-move-down = Move { $name } down
participants-up = Up
participants-down = Down
participants-remove = Remove
participants-file = File
participants-none = Nobody is nominated yet
participants-none-how = Choose people from your roster below, or add somebody new.
participants-none-late = Nobody can be put forward for this delivery now.
participants-add = Add people
participants-from-roster = From the roster of { $state }
participants-roster-empty = Your roster is empty. Whoever you add beside is kept on it.
participants-listed = On the list: { $state }
participants-add-chosen = Add chosen people
participants-whole-roster = { $people ->
    [one] The whole roster (one person)
   *[other] The whole roster ({ $people } people)
  }
participants-new = Somebody who is not on the roster
participants-add-new = Add this person
participants-before = Before you submit
participants-shared = What is shared.
participants-shared-what = Name, post, agency, work e-mail and languages go to the Training Director of { $centre }. The RSO sees numbers only. Passport details are never asked for here.
participants-agreed = Each person has read the participant notice and agrees to be nominated.
participants-agreed-one = The person has read the participant notice and agrees to be nominated.
participants-needs-agreement = Confirm that each person has read the notice and agrees.
participants-totals = For seats: { $seats }. For the waiting list: { $waiting }.
participants-save = Save draft
participants-check = { $people ->
    [one] Check and submit one person
   *[other] Check and submit { $people } people
  }
participants-submission = Check and submit
participants-submission-centre = They go to the Training Director of { $centre }, who is told at once.
participants-submission-focal-point = They go to your focal point, with the endorsement of your agency.
participants-submit = { $people ->
    [one] Submit one person
   *[other] Submit { $people } people
  }
participants-changed-meanwhile = Somebody has changed the list meanwhile. Look at it again.
participants-seats-of = Seats of { $state }
participants-seats-named = Seats: { $seats }. People named: { $named }.
participants-seats-taken = Accepted: { $taken }.
participants-seats-open = No seats are held for your State. The centre gives seats from the reserve.
participants-seats-waiting = Waiting: { $waiting }.
participants-key-free = free
participants-key-named = named
participants-key-accepted = accepted
participants-centre-asks = The centre asks for
participants-closed = No longer on the list
participants-window-own = The deadline is over. Until { $until } you can still fill the free seats of your State.
participants-refused-shut = Nominations for this delivery are not open.
participants-refused-over = Free seats were taken back. You can still replace people who are on the list.
participants-refused-late = The deadline is over. Your State can still fill its free seats: { $seats }.
participants-refused-frozen = Names are final now.
participants-refused-many = Put forward at most { $most } people for one delivery.
participants-refused-sent = This person was sent on. Open the file to withdraw them.
participants-refused-closed = Nothing comes of this nomination any more.
participants-refused-done = The delivery is over.
participants-refused-focal-point = Your focal point has sent this person to the centre. Only the focal point can withdraw them.
participants-needs-person = Choose somebody from the roster.
participants-person-listed = Choose somebody who is not on the list yet.

# Giving somebody up.
participants-withdraw = Withdraw this person
participants-withdraw-title = Withdraw { $name }
participants-withdraw-home = The person leaves the list. The centre has not seen the name.
participants-withdraw-centre = The person leaves the list. { $centre } is told, and reads your reason.
participants-withdraw-seat = The seat is free again. Whoever of your State waits for it is offered it; else it stays with your State. { $centre } is told, and reads your reason.
participants-withdraw-seat-next = The seat is free again, and goes to whoever is next on the waiting list. { $centre } is told, and reads your reason.
participants-withdraw-offer = The offer ends, and the person leaves the list. { $centre } is told, and reads your reason.
participants-withdraw-now = Withdraw
participants-replace = Send somebody else instead
participants-replace-title = Replace { $name }
participants-replace-free = Who comes instead takes over the place. { $centre } is told.
participants-replace-decide = Who comes instead takes over the place on the list. { $centre } is told and decides.
participants-replace-asks = The time for free replacements is over. Give a reason; { $centre } decides on who comes instead.
participants-replace-until = Without a reason until { $until }.
participants-replace-now = Replace
participants-instead = Who comes instead
participants-reason-hint = The centre reads it once it knows of the person.

# The file of somebody, and the people of a State.
participants-steps = Steps
participants-when = When
participants-why = Why
participants-notice-version = Version { $version }
passed-over = Passed over
passed-over-what = When a seat went to somebody who stands behind, and why.
passed-over-seat-of-state = It was a seat of another State
passed-over-offer-ran-out = An offer to this person ran out before
passed-over-centre-chose = The centre chose somebody else
waiting-place = Waiting list: { $number } of { $of }.
waiting-floor = Nobody of the State has a seat yet.
waiting-order = By the order of each State, then by when it was sent.
waiting-ran-out = Behind all others: an offer ran out.
offer-answer = Answer the offer
offer-answer-until = Answer by { $until }.
offer-due = A seat is offered: { $title }
offer-title = A seat for { $name }
offer-lede = { $centre } keeps a seat until { $until }.
offer-without-answer = Without an answer by then it is offered to whoever is next.
offer-reason = Reason, if you decline
offer-reason-hint = You can leave it empty. The State and the centre read it.
offer-accept = Accept the seat
offer-decline = Decline
offer-until = Answer by
offer-refused-over = This offer is over: it was answered, or ran out.
offer-link-title = A seat is offered to you
offer-link-until = The seat is kept for you until { $until }.
offer-link-delivery = Look at the delivery
offer-accepted = The seat is yours
offer-accepted-what = Your State and the centre know. Tell your focal point if you cannot come after all.
offer-declined = You declined the seat
offer-declined-what = It is offered to whoever is next. Your State and the centre know.
offer-over = This offer is over
offer-over-what = It was answered, or ran out. The focal point of your State knows where you stand.
participants-delivery = Delivery
participants-next = Deliveries that take nominations
participants-until = Nominate by
participants-only-own = Own free seats only
participants-nominate = Nominate
participants-open = Open
participants-all = All
participants-ours = Our participants
participants-home-all = All participants and the roster
participants-due = Nominate participants: { $title }
participants-due-until = { $deadline }. Seats of your State: { $seats }. People on your list: { $listed }.
participants-due-draft = To send: { $people }
participants-due-none = Not started
participants-nobody = Nobody is put forward
participants-nobody-how = Open a delivery that takes nominations and choose people.

# The notice to participants.
notice-participants-title = Participant notice
notice-participants-lede = For people whom a State nominates for training. It says what is kept of you, why, and what you can ask for.
notice-participants-what = What is kept
notice-participants-what-text = Your name, post, agency, work e-mail and languages, why your State nominates you, and what became of it. Nothing about your health, beliefs or origin, and no photograph.
notice-participants-why = What it is for
notice-participants-why-text = The centre of the delivery chooses participants with it, and tells your State what it decided and why. It serves nothing else.
notice-participants-who = Who sees it
notice-participants-who-text = The focal points of your State, your agency, and the Training Director of that centre once your focal point has sent your name. The RSO sees numbers without names. No other State sees anything.
notice-participants-long = How long
notice-participants-long-text = As long as your State keeps you on its roster. Each step on a nomination is kept with it.
notice-participants-yours = What you can ask for
notice-participants-yours-text = Ask the focal point of your State to see, correct or withdraw what is kept of you. You can refuse to be nominated at any time.

# E-mails.
participants-mail-over = Participants
participants-mail-nominated = { $state } has nominated participants: { $title }
participants-mail-nominated-lede = New people to decide on: { $people }. Their names are behind the sign-in.
participants-mail-withdrawn = { $state } has withdrawn a participant: { $title }
participants-mail-withdrawn-lede = The person had no seat yet. The reason is in the file.
participants-mail-withdrawn-seat = The seat is free again. Whoever waits for it is offered it. The reason is in the file.
participants-mail-replaced = { $state } sends somebody else: { $title }
participants-mail-replaced-lede = Who comes instead has taken over the place. There is nothing to decide.
participants-mail-replaced-decide = Who comes instead is yours to decide on.
participants-mail-decide = Open the list
participants-mail-proposed = { $agency } proposes participants: { $title }
participants-mail-proposed-lede = People endorsed by the agency: { $people }. They go to the centre once you send them.
participants-mail-accepted = Accepted: { $title }
participants-mail-accepted-lede = { $centre } has accepted people of your State: { $people }.
participants-mail-waits = Waiting list: { $title }
participants-mail-waits-lede = { $centre } has put people of your State on the waiting list: { $people }. The reason is in each file.
participants-mail-declined = Declined: { $title }
participants-mail-declined-lede = { $centre } has declined people of your State: { $people }. The reason is in each file.
participants-mail-go = Does “{ $title }” take place?
participants-mail-go-lede = Confirm it, postpone it or cancel it, so that States and participants can plan.
participants-mail-go-late = Your answer is late: “{ $title }”
participants-mail-go-late-lede = States and participants still do not know whether it takes place. Confirm it, postpone it or cancel it.
participants-mail-seated = Have a seat
participants-mail-answer = Answer
participants-mail-final = Names are final: { $title }
participants-mail-final-lede = People of your State who have no seat: { $people }. No seat was free for them.
participants-mail-offered = A seat is offered: { $title }
participants-mail-offered-lede = People of your State who are offered a seat: { $people }. Answer for them, or let them answer by the link that they got.
participants-mail-ran-out = An offer ran out: { $title }
participants-mail-ran-out-waits = Nobody answered in time for people of your State: { $people }. They wait again, behind the others, and are offered a seat once more at most.
participants-mail-ran-out-over = Nobody answered in time for people of your State: { $people }. They are offered no other seat.
participants-mail-offer-accepted = { $state } accepts an offered seat: { $title }
participants-mail-offer-declined = { $state } declines an offered seat: { $title }
participants-mail-offer-answered = The list of participants says who. There is nothing to decide.
participants-mail-offer-accepted-state = A person of your State has accepted by the link in the letter.
participants-mail-offer-declined-state = A person of your State has declined by the link in the letter. The seat is offered to whoever is next.
offer-mail-over = Offered seat
offer-mail = A seat is offered to you: { $title }
offer-mail-lede = { $centre } keeps a seat for you. Say whether you take it.
offer-mail-note = Without an answer by then the seat is offered to whoever is next. The focal point of { $state } can answer for you as well.
offer-mail-why = You get this because { $state } has put you forward for this delivery.
notice-participant = A letter to a participant
participants-mail-list = Open your list
participants-mail-why-centre = You get this as a Training Director of the centre that holds the delivery.
participants-mail-why-state = You get this as a focal point of the State.
notice-participants-nominated = A State nominates, withdraws or replaces participants, or answers an offer
notice-participants-nominated-what = One e-mail for each step on deliveries of your centre.
notice-delivery-to-confirm = A delivery of your centre is to be confirmed
notice-delivery-to-confirm-what = One e-mail a week before the answer is due, then every third day until it is given.
notice-participants-proposed = An agency of your State proposes participants
notice-participants-proposed-what = One e-mail each time an agency sends people to you.
notice-participant-outcome = What becomes of people of your State, and seats that they are offered
notice-participant-outcome-what = One e-mail for each decision or offer. It is always sent.

# Help.
help-fp-participants = Nominate participants
help-fp-participants-1 = Open “{ nav-participants }” and choose “{ participants-nominate }” beside a delivery.
help-fp-participants-2 = Choose people from the roster or add somebody new. The arrows set the order in which seats are filled.
help-fp-participants-3 = Press “{ participants-submission }”, look at the people again, tick the box and submit.
help-fp-participants-then = The centre decides, and you read why in the file of each person. There you can also withdraw somebody, send somebody else, or answer for somebody who is offered a seat.
help-agency-participants = Propose participants
help-agency-participants-1 = Open “{ nav-participants }” and choose “{ participants-nominate }” beside a delivery.
help-agency-participants-2 = Choose people of your agency, set their order, and submit them.
help-agency-participants-then = Your focal point gets an e-mail and sends them to the centre.
help-td-participants = Decide on participants
help-td-participants-1 = On the page of a delivery choose “{ decisions-over }”. People stand by State, in the order of each State.
help-td-participants-2 = Tick people and press “{ decision-accept-button }”, “{ decision-waitlist-button }” or “{ decision-decline-button }”. The next page shows what follows.
help-td-participants-then = Hints inform you and decide nothing. The focal points get one e-mail, without names, and read the reason. Seats that become free are offered to the waiting list by themselves, in its published order.
help-td-confirmation = Say whether a delivery takes place
help-td-confirmation-1 = Nominations close by themselves on their deadline. A week before the answer is due, your home and an e-mail ask for it.
help-td-confirmation-2 = Open the delivery, look how many people have a seat, and confirm it, postpone it or cancel it.
help-td-confirmation-then = States that have put people forward are told. You are asked every third day until there is an answer. Free seats are taken back, names become final, and the delivery begins and ends by its dates, without you.
