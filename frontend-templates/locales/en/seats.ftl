# Seats of deliveries: how they are shared.
seats-sharing-demand = By what States asked for
seats-sharing-equal = The same for each State that is chosen
seats-sharing-open = All in reserve, for whoever is accepted first
seats-sharing-custom = As the centre typed
seats-sharing-national = All for the one State

# What happened to seats.
seats-entry-capacity-raised = The delivery has more seats
seats-entry-capacity-lowered = The delivery has fewer seats
seats-entry-allotted = Given to a State
seats-entry-quota-lowered = Taken from a State
seats-entry-granted = Given to a State for one person
seats-entry-taken = Taken by a person
seats-entry-freed = Left by a person
seats-entry-offered = Offered to a person
seats-entry-offer-ended = An offer came to nothing
seats-entry-turned-back = Returned by a State
seats-entry-recalled = Taken back: nobody took it in time
seats-side-outside = Outside the delivery
seats-side-reserve = Reserve
seats-side-person = A person of { $member }

# What a rule refuses.
seats-refused-running = This delivery is under way. Its seats stay as they are.
seats-refused-published = The seats of this delivery are published already.
seats-refused-not-announced = Announce the delivery first, then publish its seats.
seats-refused-postponed = This delivery is postponed. Settle its new days and announce it first.
seats-refused-not-published = The seats of this delivery are not published yet.
seats-refused-no-days = Settle the days first. A delivery without days has no deadline for nominations.
seats-refused-past = The first day is over. Change the days, then publish the seats.
seats-refused-no-draft = Share the seats first, then publish them.
seats-refused-national = All seats of a national delivery are for its State.
seats-refused-director = Only a Training Director changes seats that are published.
seats-refused-all-yours = All seats of this delivery are for your State. There is nobody else to have them.
seats-refused-frozen = Names are final. Seats are not returned any more.
seats-refused-none-free = Your State has no free seat to return.

# What is wrong with a form.
seats-needs-sharing = Choose how the seats are shared.
seats-number-bad = Enter a number from { $least } to { $most }.
seats-member-unknown = Use the code of a State.
seats-member-twice = Name each State once.
seats-below-taken = Enter at least { $taken } for { $member }: so many people of this State have a seat.
seats-too-many = Enter { $over ->
    [one] 1 seat
   *[other] { $over } seats
} less: States have { $sum } together, and the delivery has { $capacity }.
seats-return-bad = Enter a number from 1 to { $most }.
seats-capacity-held = Enter at least { $least }, or change the seats of States first. They hold: { $held }.
seats-capacity-taken = Enter at least { $least }: so many people have a seat. { $held }.

# The pages of seats.
seats-title = Seats
seats-of = Seats of { $member }
seats-your = Seats of your State
seats-held = { $held ->
    [one] 1 held:
   *[other] { $held } held:
}
seats-figures = { $taken } taken, { $free } free
seats-taken-key = taken
seats-free-key = free
seats-you-asked = Your State asked for { $asked ->
    [one] 1 place
   *[other] { $asked } places
} of this course type.
seats-by-state = Seats by State
seats-shared = How seats are shared
seats-states-hold = Held by States
seats-reserve = Reserve
seats-published = Published on
seats-column-asked = Places asked
seats-column-held = Held
seats-column-taken = Taken
seats-column-free = Free
seats-column-equal = Shares equally
seats-none = The seats are not shared yet
seats-none-how = Start from what States asked for, share equally, or keep all in reserve.
seats-none-what = The Training Director publishes how many seats each State holds.
seats-none-held = No State holds a seat of its own. All are in reserve.
seats-draft = Draft.
seats-draft-what = Only your centre sees it until the Training Director publishes it.
seats-share = Share the seats
seats-edit-draft = Change the draft
seats-change = Change the seats of States
seats-form-lede = The delivery has { $capacity ->
    [one] 1 seat
   *[other] { $capacity } seats
}. What no State holds is in reserve.
seats-how = Proposal
seats-demand-what = By what States asked for: in proportion to places asked, by largest remainder. Each State that asked has at least one seat and no more than it asked for. Where there are fewer seats than States, those that asked most have one.
seats-keep = Seats to keep in reserve
seats-keep-hint = Empty: none.
seats-cap = Most seats of one State
seats-cap-hint = Empty: no limit.
seats-propose = Propose
seats-propose-what = The proposal replaces the numbers below. Nothing is saved.
seats-asked-in = Places asked in the round “{ $round }”, at regional level.
seats-asked-nothing = No State asked for a place of this course type.
seats-agencies = Agencies
seats-agency-limit = Most people of one agency
seats-agency-hint = A wish that is shown when people are chosen. Nobody is refused for it. Empty: no wish.
seats-no-limit = No wish
seats-save-draft = Save the draft
seats-changed-meanwhile = Nothing was saved: the seats were changed while you typed. Your numbers are below. Saving them now replaces what is kept.
seats-see-theirs = See what is kept
seats-check = Check the changes
seats-change-what = Nobody loses a seat that a person has.
seats-change-told = The focal points of these States get an e-mail with both numbers. Other States are told nothing.
seats-change-nothing = No State has other seats than before.
seats-change-now = Change the seats now
seats-before = Before
seats-after = After
seats-back = Back
seats-publish = Publish the seats
seats-publish-what = Each State sees its own seats, and nominations open. Later changes are told to the States concerned.
seats-publish-told = { $states ->
    [0] No State by e-mail: all seats are in reserve.
    [one] The focal points of 1 State get an e-mail with its number.
   *[other] The focal points of { $states } States get an e-mail, each with the number of its own State.
}
seats-publish-now = Publish the seats now
seats-publish-meanwhile = Nothing was published: the seats were changed while you were reading. Look at them as they are now, then decide again.
seats-return = Return seats
seats-return-what = Free seats go to the reserve, from which others may have them. You cannot take them back.
seats-return-told = The Training Directors of { $centre } get an e-mail. Other States are told nothing.
seats-return-many = Seats to return
seats-return-hint = { $free ->
    [one] 1 seat is free.
   *[other] { $free } seats are free.
}
seats-return-reason = You need not give one. The centre reads it.
seats-return-now = Return the seats now
seats-return-meanwhile = Nothing was returned: the free seats of your State are others by now. Look at them again.
seats-ledger = Where seats went
seats-ledger-lede = Every move of a seat, the newest first.
seats-ledger-none = No seat has moved
seats-ledger-none-what = The first rows are written when the seats are published.
seats-ledger-csv = Download as CSV
seats-ledger-workbook = Download as a workbook
seats-number = Number
seats-when = When
seats-what = What happened
seats-from = From
seats-to = To
seats-by = By
seats-returned = Seats returned
seats-free = Free seats
seats-recalled = Seats taken back

# What people are told.
seats-mail-over = Seats
seats-mail-published = { $seats ->
    [one] Your State holds 1 seat at “{ $title }”
   *[other] Your State holds { $seats } seats at “{ $title }”
}
seats-mail-published-lede = Nominations are open. Other States are not told your number.
seats-mail-changed = { $seats ->
    [0] Your State holds no seat at “{ $title }” any more
    [one] Your State now holds 1 seat at “{ $title }”
   *[other] Your State now holds { $seats } seats at “{ $title }”
}
seats-mail-changed-lede = The centre has changed the seats of your State. Nobody loses a seat that they have.
seats-mail-returned = { $seats ->
    [one] { $member } returns 1 seat at “{ $title }”
   *[other] { $member } returns { $seats } seats at “{ $title }”
}
seats-mail-returned-lede = They are in the reserve.
seats-mail-recall-soon = { $seats ->
    [one] One seat of your State at “{ $title }” is still free
   *[other] { $seats } seats of your State at “{ $title }” are still free
}
seats-mail-recall-soon-lede = Put people forward for them, or return them. What is free then goes to other States.
seats-mail-recalled = { $seats ->
    [one] One seat of your State at “{ $title }” was taken back
   *[other] { $seats } seats of your State at “{ $title }” were taken back
}
seats-mail-recalled-lede = Nobody was put forward for them in time. They are in the reserve, for people who wait.
seats-mail-recalled-in-all = { $seats ->
    [one] One free seat at “{ $title }” was taken back
   *[other] { $seats } free seats at “{ $title }” were taken back
}
seats-mail-recalled-in-all-lede = They are in the reserve. Accept people from the waiting list.
seats-mail-action = Open the seats
seats-mail-why-state = You get this as a focal point of a State that holds seats.
seats-mail-why-centre = You get this as a Training Director of the centre that holds the delivery.
notice-seats-for-state = A centre gives your State seats at a delivery, or changes how many
notice-seats-for-state-what = One e-mail when seats are published, and one for each change of your number.
notice-seats-returned = A State returns seats at a delivery of your centre
notice-seats-returned-what = One e-mail for each return.

# Help.
help-td-seats = Share the seats of a delivery
help-td-seats-1 = On the page of the delivery choose “{ seats-title }”, then “{ seats-share }”. Choose how, and press “{ seats-propose }”.
help-td-seats-2 = Change numbers by hand where you know better. Press “{ seats-save-draft }”: only your centre sees the draft.
help-td-seats-3 = Once the delivery is announced and has its days, choose “{ seats-publish }”. Look at the numbers, then confirm.
help-td-seats-4 = To give a State more or fewer seats later choose “{ seats-change }”.
help-td-seats-then = Each State is told its own number, and nominations open. “{ seats-ledger }” shows every move of a seat.
help-fp-seats = See and return the seats of your State
help-fp-seats-1 = Open the delivery in “{ nav-calendar }”. It says how many seats your State holds, and how many are free.
help-fp-seats-2 = Where you have nobody for a seat choose “{ seats-title }”, then “{ seats-return }”.
help-fp-seats-then = The seats go to the reserve, and the centre is told. Other States do not see your numbers.
help-rso-seats = See how the seats of a delivery are shared
help-rso-seats-1 = Open the delivery in “{ nav-calendar }” and choose “{ seats-title }”.
help-rso-seats-2 = “{ seats-ledger }” shows every move of a seat. It can be downloaded.
help-rso-seats-then = You see what centres have published. Drafts are seen by their centre only.
