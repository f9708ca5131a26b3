# What people read when something could not be saved, and what they typed is still there.
error-away = Our data cannot be reached
error-away-lede = Try again in a few seconds. The operators have been told.
error-unsaved = This could not be saved
error-unsaved-lede = Nothing was saved. The operators have been told.
error-unsaved-kept-lede = Nothing was saved. Your text is still here. The operators have been told.
error-unsure = We cannot tell whether this was saved
error-unsure-lede = The connection to our data broke while it was being saved. Your text is still here. Send it again: what was saved already is not saved twice. The operators have been told.
error-conflict-kept-lede = Nothing of yours was saved. Your text is still here: copy what you need, open the page again and compare.
error-signed-out = You are signed out
error-signed-out-lede = Nothing was saved. Your text is still here. Sign in, in the window that opens; then come back to this one and send it again.
typed-what = What you entered
typed-again = Send it again
typed-sign-in = Sign in
typed-form = Back to the form
kept-title = Your text is still here
kept-lede = Your session ended before it was sent, so nothing has been saved yet. Send it now. It is kept for one hour, for you only.
kept-send = Send it now
kept-forget = Do not send it
round-conflict = Somebody else saved this round meanwhile
receipt-waiting = Saved. { $others ->
    [0] The message to { $who } is waiting to be sent.
    [one] The messages to { $who } and one other person are waiting to be sent.
   *[other] The messages to { $who } and { $others } other people are waiting to be sent.
  }
receipt-waiting-silent = Saved. { $others ->
    [0] The message to { $who } is waiting; the mail server has not answered since { $time }.
    [one] The messages to { $who } and one other person are waiting; the mail server has not answered since { $time }.
   *[other] The messages to { $who } and { $others } other people are waiting; the mail server has not answered since { $time }.
  } They are sent by themselves when it answers again.
receipt-failed = Saved. The message to { $who } could not be delivered: { $why } The RSO sees this and can put it right.
receipt-failed-why = the reason is not known.
layout-mail-away = The mail server has not answered since { $moment }.
layout-mail-away-what = E-mails wait and are sent by themselves when it answers again.
layout-mail-away-link = See which
email-flagged = Address flagged
email-todo-address = It is not tried again. Ask the organisation for the right address and correct the account; then send it again.
email-todo-message = It is not tried again. Ask the keeper of the mail server why it was refused; then send it again.
email-todo-settings = Check the address and the password with which RCTM signs in to the mail server; then send it again.
email-todo-file = Check that the directory for e-mails exists and has room; then send it again.
email-todo-server = It was tried ten times over two days. When the mail server answers again, send it again.
email-todo-restored = Ask whether it arrived. If it did not, send it again.
account-flagged = Our e-mails to { $address } do not arrive: the mail server refuses the address. Ask the RSO to correct it.
