# Versions of a course.
versions-title = Versions: { $title }
versions-lede = Each version stays readable as it was published, with a note on what it changed.
versions-number = Version { $version }
versions-newest = The newest version
versions-none = No version is published
versions-none-how = The first one appears here when the course is published.
versions-difference = See what changed
versions-restore = Restore
versions-compare = Compare two versions
versions-before = From
versions-after = To
versions-draft = The draft
versions-all = All versions, and what changed
versions-old = This is version { $version }, published on { $date }.
versions-read-newest = Read the newest version

# What differs between two versions.
differences-title = What changed: { $title }
differences-heading = What changed, word by word
differences-how = This is how changes are shown:
differences-how-gone = taken out
differences-how-new = new
differences-gone = [taken out:
differences-new = [new:
differences-end = ]
differences-same = { $count ->
    [one] One line is the same
   *[other] { $count } lines are the same
  }
differences-unseen = It differs in details that this page does not show.
differences-none = The two say the same
differences-others = Compare other versions

# An old version as the new draft.
restoration-title = Restore version { $version }: { $title }
restoration-heading = Restore version { $version }
restoration-what = The draft will say what this version says. Nothing is published by it.
restoration-same = The draft says the same already
restoration-loses = The draft has changes that are not published. What is struck out below will be lost; copy what you want to keep first.
restoration-how = In the draft:
restoration-how-gone = will be taken out
restoration-how-new = will be put in
restoration-more = Read the rest of what changes
restoration-now = Make this version the draft

# A course as the beginning of another.
copy-link = Begin another course from this one
copy-title = Begin another course: { $title }
copy-heading = Begin another course from this one
copy-what = The new course begins as a draft of your centre. This one stays as it is.
copy-takes = Taken over: all that the draft says, with modules and materials.
copy-leaves = Left behind: versions and their notes, proposals, deliveries, the centres that deliver it together, and when it was last verified.
copy-modules = Modules get codes of the new course.
copy-code = Code of the new course

# Drafts that wait for the Training Director.
proposals-title = Waiting for the Training Director
proposals-lede = Drafts that somebody of your centre proposes to publish, the longest waiting first.
proposals-none = Nothing waits
proposals-none-how = A course editor proposes a draft on its page for publishing.
proposals-since = Proposed
proposals-decide = Read and decide
proposals-open = Open
proposals-count = { $count ->
    [one] One draft waits for the Training Director
   *[other] { $count } drafts wait for the Training Director
  }
proposal-make = Propose it to your Training Director
proposal-propose = Propose
proposal-withdraw = Take the proposal back
proposal-send-back = Send back
proposal-wanted = What is wanted
proposal-wanted-hint = Whoever proposed the draft gets this by e-mail.
proposal-needs-wanted = Enter what is wanted of the draft.
proposal-open-who = { $who } proposed this draft { $moment }
proposal-open = This draft was proposed { $moment }
proposal-saved-since = The draft was saved again { $moment }. You read it as it is now.
proposal-back-who = { $who } sent this draft back { $moment }
proposal-back = This draft was sent back { $moment }
proposal-sign-open = Draft in review
proposal-sign-back = Draft sent back
proposal-refused-open = The draft is proposed already. Take that proposal back first.
proposal-refused-none = No draft of this course is proposed.
publication-which = What is published is the draft as it was saved { $moment }. If somebody saves meanwhile, you are asked again.
publication-words = What changes, word by word
editor-in-review = It waits for the Training Director. What you save is part of what they publish.
editor-whole = Nothing is missing

# Letters about proposals.
proposal-mail-over = Drafts of your centre
proposal-mail-from = Proposed by
proposal-mail-proposed = A draft waits for you: { $code }
proposal-mail-proposed-lede = Somebody of your centre proposes to publish it.
proposal-mail-proposed-note = Publish it, or send it back and say what is wanted.
proposal-mail-proposed-action = Read and decide
proposal-mail-proposed-why = You get this as a Training Director of the centre.
proposal-mail-published = Published: { $title }
proposal-mail-published-lede = Your Training Director has published the draft that you proposed.
proposal-mail-published-action = Open the page of the course
proposal-mail-sent-back = Sent back: { $code }
proposal-mail-sent-back-lede = Your Training Director has sent back the draft that you proposed. What is wanted is below.
proposal-mail-sent-back-action = Open the draft
proposal-mail-answered-why = You get this because you proposed the draft.
notice-course-proposed = A draft of your centre waits for you
notice-course-proposed-what = One e-mail for each proposal, to Training Directors.
notice-course-answered = A draft that you proposed was published or sent back
notice-course-answered-what = One e-mail for each answer, to whoever proposed the draft.

# Help.
help-td-review = Answer a draft that an editor proposes
help-td-review-1 = You get an e-mail for each proposal. “{ proposals-title }” on the first page of your centre lists all that waits.
help-td-review-2 = “{ proposals-decide }” opens the check before publishing: what changes, what is missing, and the note that the editor wrote. “{ publication-words }” shows every word that changes.
help-td-review-3 = Publish it, with the note as it is or in your words, or say what is wanted and choose “{ proposal-send-back }”.
help-td-review-then = Whoever proposed the draft gets an e-mail. If somebody saves while you read, nothing is published and you are shown the draft as it is now.
help-ce-versions = Look at old versions, restore one, or copy a course
help-ce-versions-1 = “{ versions-all }” on the page of a course lists its versions. “{ versions-difference }” shows a version against the one before; “{ versions-compare }” any two, or one and the draft.
help-ce-versions-2 = “{ versions-restore }” shows what would change in the draft before it makes the version the draft.
help-ce-versions-3 = “{ copy-link }” begins a course of another code with the same text.
help-ce-versions-then = A version that was published is never changed. A restored one is published as the next version.
