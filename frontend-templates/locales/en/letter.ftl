# What every e-mail says besides its news.
letter-means = What it means for you.
letter-action = { $label } (you will be asked to sign in):
letter-sign-in = You will be asked to sign in.
letter-no-answer = You need not answer this message.
letter-sent = Sent by the RCTM on { $moment }.
letter-notices = Choose what you are told
letter-notices-at = Choose what you are told:
letter-stop = Stop these e-mails
letter-stop-at = Stop these e-mails:
letter-office = Regional Support Office of the Bali Process
letter-quarter = Q{ $number }
letter-quarter-any = Any quarter
letter-list = { $start }, { $end }
letter-list-last = { $start } and { $end }
letter-brand-1 = Regional Coordinated
letter-brand-2 = Training Mechanism
