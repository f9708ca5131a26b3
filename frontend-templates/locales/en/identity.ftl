# Signing in, roles, the own account.
sign-in-title = Sign in
sign-in-lede = For focal points, Training Directors and the RSO. The catalogue needs no account.
sign-in-email = Work e-mail
sign-in-password = Password
sign-in-button = Sign in
sign-in-failed = You are not signed in
sign-in-wrong = Check the e-mail and the password: they do not belong together.
sign-in-too-many = Wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  } and try again. Your account is not locked.
sign-in-none = No account?
sign-in-none-how = Accounts are opened by the lead focal point of your State, by your centre, or by the RSO.
sign-in-forgot = Password forgotten?
sign-in-forgot-how = Ask the RSO for a new one. It ends all your sessions.
capacity-title = In which role do you want to act?
capacity-lede = You see and change only what belongs to the role that you choose. You can change it in the account menu.
capacity-none = You have no role at present
capacity-none-how = Roles end when posts rotate, or when they have not been confirmed for twelve months. Ask the lead focal point of your State, your centre or the RSO.
capacity-choose = Act in this role
capacity-stay = Stay in this role
account-title = Account
account-roles = Your roles
account-password = Password
account-password-current = Current password
account-password-new = New password
account-password-hint = 15 characters or more. Several words are easy to remember. You will sign in again afterwards.
account-password-change = Change password
account-audit-log = What was done on behalf of your organisation
account-email-bad = The e-mail address is not one.
password-too-short = Enter a password of at least { $least } characters.
password-too-long = Enter a password of at most { $most } characters.
password-guessable = Choose another password: this one is common, or made of your name, your organisation or our name.
password-current-wrong = Enter your current password: this is not it.
role-training-director = Training Director
role-course-editor = Course editor
role-focal-point = Focal point
role-deputy-focal-point = Deputy focal point
role-agency-nominator = Nominator of an agency
role-rso-officer = RSO officer
role-rso-manager = RSO manager
role-auditor = Auditor
role-administrator = Administrator
