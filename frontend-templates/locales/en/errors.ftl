# What a visitor reads when something is not there, not theirs, or went wrong.
error-not-found-over = Page not found
error-not-found = There is no page at this address
error-not-found-lede = The page may have been withdrawn, or the link may be broken. If you typed the address, check it.
error-forbidden-over = Not open to you
error-forbidden = This page is for another role
error-forbidden-lede = Your role does not include this page. If it should, ask the lead focal point of your State, your centre or the RSO.
error-unreadable-over = Not understood
error-unreadable = The request could not be read
error-unreadable-lede = Nothing was changed. Go back, load the page again and repeat what you did.
error-not-allowed = This address does not take that
error-not-allowed-lede = Nothing was changed. Go back, load the page again and repeat what you did.
error-too-large = That is more than can be taken
error-too-large-lede = Nothing was saved. Go back, shorten the longest texts and send the page again.
error-too-slow = The request did not arrive whole
error-too-slow-lede = Nothing was changed. Check your connection, go back and send the page again.
error-misdirected = This is not the address of RCTM
error-misdirected-lede = The request names another host. Use the address that your invitation gives.
error-refused-over = Nothing was changed
error-invalid = Some answers need another look
error-invalid-lede = Go back and check what you entered.
error-refused = This cannot be done now
error-conflict = Somebody else saved this meanwhile
error-conflict-lede = Nothing of yours was saved. Go back, load the page again and compare.
error-too-many = Too many tries
error-too-many-lede = Wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  } and try again. Your account is not locked.
error-internal-over = Not your fault
error-busy = Busy: try again
error-busy-lede = Nothing was saved. Try again in a few seconds.
error-internal = Something went wrong on our side
error-internal-lede = Nothing was changed. The operators have been told. Try again in a few minutes.
error-all-courses = All courses
error-reference = If you report this, name the reference { $reference }.
