# unreviewed ar 2026-11-25
# Signing in, roles, the own account.
sign-in-title = تسجيل الدخول
sign-in-lede = لمنسقي الاتصال ومديري التدريب ومكتب الدعم الإقليمي. لا يحتاج دليل الدورات إلى حساب.
sign-in-email = عنوان البريد الإلكتروني للعمل
sign-in-password = كلمة المرور
sign-in-button = تسجيل الدخول
sign-in-failed = لم يتم تسجيل دخولك
sign-in-wrong = تحقق من البريد الإلكتروني وكلمة المرور: فهما غير متطابقين.
sign-in-too-many = انتظر { $seconds ->
    [zero] لحظة
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
  } ثم حاول مرة أخرى. حسابك غير مقفل.
sign-in-none = ليس لديك حساب؟
sign-in-none-how = يفتح الحسابات منسق الاتصال الرئيسي في دولتك أو مركزك أو مكتب الدعم الإقليمي.
sign-in-forgot = هل نسيت كلمة المرور؟
sign-in-forgot-how = اطلب كلمة مرور جديدة من مكتب الدعم الإقليمي. تنتهي بها جميع جلساتك.
capacity-title = بأي صفة تريد أن تعمل؟
capacity-lede = لا ترى ولا تغيّر إلا ما يخص الصفة التي تختارها. يمكنك تغييرها من قائمة الحساب.
capacity-none = ليست لك صفة في الوقت الحاضر
capacity-none-how = تنتهي الصفات عند تغيّر المناصب أو إذا لم تُؤكَّد مدة اثني عشر شهرًا. راجع منسق الاتصال الرئيسي في دولتك أو مركزك أو مكتب الدعم الإقليمي.
capacity-choose = العمل بهذه الصفة
capacity-stay = البقاء في هذه الصفة
account-title = الحساب
account-roles = صفاتك
account-reading = اللغة والوقت
account-reading-save = حفظ اللغة والوقت
account-reading-saved = حُفظت اللغة والوقت.
account-language = اللغة
account-language-hint = لغة الصفحات والرسائل الإلكترونية. إذا تركتها لمتصفحك فتُكتب الرسائل بالإنجليزية.
account-language-browser = كما يطلب متصفحي
account-language-unknown = اختر لغة من القائمة.
account-zone = المنطقة الزمنية
account-zone-hint = الأوقات في الصفحات والرسائل الإلكترونية بتوقيت هذا المكان.
account-zone-organisation = كما في مؤسستي: { $place }
account-zone-unknown = اختر منطقة زمنية من القائمة.
account-password = كلمة المرور
account-password-current = كلمة المرور الحالية
account-password-new = كلمة المرور الجديدة
account-password-hint = 15 حرفًا أو أكثر. يسهل تذكّر عدة كلمات. ستسجل دخولك من جديد بعد ذلك.
account-password-change = تغيير كلمة المرور
account-audit-log = ما جرى باسم مؤسستك
account-email-bad = عنوان البريد الإلكتروني غير صالح.
password-too-short = أدخل كلمة مرور من { $least } حرفًا على الأقل.
password-too-long = أدخل كلمة مرور من { $most } حرفًا على الأكثر.
password-guessable = اختر كلمة مرور أخرى: هذه شائعة أو مكوّنة من اسمك أو اسم مؤسستك أو اسمنا.
password-current-wrong = أدخل كلمة مرورك الحالية: ما كتبته ليس هي.
role-training-director = مدير التدريب
role-course-editor = محرر الدورات
# term not settled: role.focal_point
role-focal-point = منسق الاتصال
role-deputy-focal-point = نائب منسق الاتصال
role-agency-nominator = مرشِّح من جهة حكومية
role-rso-officer = موظف مكتب الدعم الإقليمي
role-rso-manager = رئيس مكتب الدعم الإقليمي
role-auditor = مدقق
role-administrator = مدير النظام
