# unreviewed ar 2026-11-25
# The catalogue: goals, course types, courses.
goal-early-detection = الكشف المبكر
goal-early-detection-what = تبادل البيانات والمعلومات، وتوعية الجمهور
goal-prevention = الوقاية
goal-prevention-what = الحدود والعمل ضد شبكات التهريب والاتجار بالأشخاص
goal-protection = الحماية
goal-protection-what = الأشخاص المحتاجون إلى الحماية، والتنقل عن طريق البحر
goal-migration-management = إدارة الهجرة
goal-migration-management-what = أنظمة الحدود والهوية والعودة الطوعية
goal-special-projects = مشاريع خاصة
goal-special-projects-what = العمل إلى جانب الأهداف الأربعة: الاتجار بالأشخاص والضحايا وتدريب المدربين
catalogue-search-label = ابحث في العناوين والوحدات والملخصات

# Words around every course.
yes = نعم
no = لا
save = حفظ
edit = تعديل
remove = إزالة
cancel = إلغاء
choose = اختر
status = الحالة
action = الإجراء
total = المجموع
pages = الصفحات
pages-next = التالي
pages-previous = السابق
breadcrumb = مسار الصفحة
list-separator = { "، " }
course-sample-data = بيانات نموذجية
course = دورة تدريبية

# The public catalogue.
catalogue-title = دليل الدورات
catalogue-lede = { $courses ->
    [zero] لا دورات
    [one] دورة واحدة
    [two] دورتان
    [few] { $courses } دورات
    [many] { $courses } دورة
   *[other] { $courses } دورة
  } من { $centres ->
    [zero] مراكز التميز
    [one] مركز تميز واحد
    [two] مركزي تميز
    [few] { $centres } مراكز تميز
    [many] { $centres } مركز تميز
   *[other] { $centres } مركز تميز
  }. الاطلاع متاح للجميع.
catalogue-found = { $count ->
    [zero] لم يُعثر على أي دورة
    [one] دورة واحدة
    [two] دورتان
    [few] { $count } دورات
    [many] { $count } دورة
   *[other] { $count } دورة
  }
catalogue-order = الترتيب
catalogue-order-title = العنوان
catalogue-order-newest = الأحدث نشرًا
catalogue-order-shortest = الأقصر أولًا
catalogue-filters = عوامل التصفية المستخدمة:
catalogue-filters-in-use = { $count ->
    [zero] عوامل التصفية
    [one] عوامل التصفية: { $count }
    [two] عوامل التصفية: { $count }
    [few] عوامل التصفية: { $count }
    [many] عوامل التصفية: { $count }
   *[other] عوامل التصفية: { $count }
  }
catalogue-chip-search = بحث: { $text }
catalogue-chip-remove = إزالة
catalogue-remove-all = إزالة الكل
catalogue-apply = تطبيق
catalogue-range = { $first } إلى { $last } من { $total }
catalogue-none = لا توجد دورة مطابقة
catalogue-none-yet = لم ينشر أي مركز دورة بعد.
catalogue-none-how = يجب أن ترد كل كلمة في الدورة وأن يطابق خيار واحد من كل عامل تصفية. جرّب شروطًا أقل:
catalogue-loosen-facets = البحث عن «{ $text }» في جميع الدورات
facet-language = اللغة
facet-centre = المركز

# Course types.
course-types-title = ما يشمله كل نوع من الدورات
course-types-lede = تطلب الدول أنواع الدورات، وتنشر المراكز دورات من كل نوع. ويحتفظ مكتب الدعم الإقليمي بالقائمة.
course-types-none = لا توجد أنواع دورات بعد
course-types-none-how = يضيفها مكتب الدعم الإقليمي.
course-types-courses = الدورات
course-types-source = عدد الدورات في الدليل الآن.

# What a course says.
course-code = الرمز
course-title = العنوان
course-type = نوع الدورة
course-goal = الهدف
course-activity = نشاط خطة العمل
course-work-plan = خطة العمل
course-summary = الملخص
course-days = الأيام
course-fewest = أقل عدد من الأشخاص
course-most = أكبر عدد من الأشخاص
course-delivery = تُقام على المستوى
course-delivery-regional = إقليمي
course-delivery-national = وطني
# term not settled: mode
course-mode = طريقة التقديم
course-mode-in-person = حضوري
course-mode-online = عبر الإنترنت
course-mode-blended = مدمج
course-level = المستوى
course-level-introductory = تمهيدي
course-level-intermediate = متوسط
course-level-advanced = متقدم
course-length = المدة
course-length-short = حتى 3 أيام
course-length-week = من 4 إلى 5 أيام
course-length-long = أكثر من 5 أيام
course-trainers = تدريب المدربين
course-trainers-yes = تدرّب المدربين
course-trainers-no = تدرّب الضباط
course-objectives = ما يستطيع الضابط فعله بعد الدورة
course-objectives-after = بعد الدورة يستطيع الضابط
course-modules = الوحدات
course-module = وحدة
course-module-n = الوحدة { $number }
course-module-line = { $title } ({ $hours } س): { $summary }
course-hours = الساعات
course-audience = الفئة المستهدفة
course-who = لمن هذه الدورة
course-prerequisites = دورات ينبغي أخذها أولًا
course-take-first = دورات ينبغي أخذها أولًا:
course-languages = اللغات
course-language = اللغة
course-taught-in = لغة التدريس
course-translations = لغات ترجمة المواد
course-materials = المواد التدريبية
course-material-n = المادة { $number }
course-material-line = { $title } ({ $language })
course-material-kind = النوع
course-languages-materials = اللغات والمواد
course-translation-exists = توجد مواد مترجمة
course-no-material = لا شيء في القائمة
course-days-count = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
  }
course-modules-count = { $count ->
    [zero] بلا وحدات
    [one] وحدة واحدة
    [two] وحدتان
    [few] { $count } وحدات
    [many] { $count } وحدة
   *[other] { $count } وحدة
  }
course-modules-total = { $modules ->
    [zero] بلا وحدات
    [one] وحدة واحدة
    [two] وحدتان
    [few] { $modules } وحدات
    [many] { $modules } وحدة
   *[other] { $modules } وحدة
  }، { $hours ->
    [zero] بلا ساعات
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
  } خلال { $days ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
  }
course-hours-in-modules = { $hours ->
    [zero] بلا ساعات
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
  } في { $modules ->
    [zero] أي وحدة
    [one] وحدة واحدة
    [two] وحدتين
    [few] { $modules } وحدات
    [many] { $modules } وحدة
   *[other] { $modules } وحدة
  }
course-group = المجموعة
course-group-people = من { $least } إلى { $most } شخصًا
course-in-short = باختصار
course-history = الإصدارات
course-version = الإصدار
course-published-on = تاريخ النشر
course-change-note = ما الذي تغيّر
course-updated = آخر تحديث
course-verified = آخر تحقق
course-nothing = لا شيء
material-trainer-guide = دليل المدرب
material-participant-workbook = كتاب عمل المشارك
material-slides = شرائح العرض
material-case-study = دراسة حالة
material-exercise = تمرين
material-checklist = قائمة تحقق
material-template = نموذج
material-policy-guide = دليل سياسات
material-video = فيديو
material-e-learning = درس على الشاشة
material-assessment = تقييم

# Beside the course.
course-nominate = رشّح هذه الدورة
course-nominate-public = تطلب الدول الدورات في جولات الترشيح عن طريق منسقي الاتصال فيها.
course-nominate-sign-in = منسقو الاتصال: تسجيل الدخول
course-nominate-how = اختر هذه الدورة في استمارتكم تحت نوعها.
course-nominate-open = فتح ترشيحات الدورات
course-own = دورة مركزكم
course-edit = تعديل الدورة
course-preview = عرض المسودة كما يراها الجمهور
course-see-public = العرض كما يراه الجمهور
course-draft-notice = هذه مسودة.
course-draft-notice-who = لا يراها إلا مركزكم ومكتب الدعم الإقليمي.
course-suspended-since = معلّقة منذ { $date }.
course-retired-since = أُنهيت في { $date }.
course-successor = خذ هذه الدورة بدلًا منها: { $title }

# The states of a course.
course-state-draft = مسودة
course-state-in-review = قيد المراجعة
course-state-published = منشورة
course-state-suspended = معلّقة
course-state-retired = منتهية
course-changes-unpublished = تغييرات لم تُنشر
course-refused-not-published = لم تُنشر الدورة قط. انشرها أولًا.
course-refused-not-suspended = الدورة موجودة في الدليل بالفعل.
course-refused-publish-suspended = الدورة معلّقة. أعدها إلى الدليل أولًا ثم انشر.
course-refused-suspended = الدورة معلّقة. أعدها إلى الدليل أولًا.
course-refused-retired = الدورة منتهية. تبقى صفحتها كما هي، فابدأ دورة جديدة بدلًا منها.
course-refused-unchanged = لم يتغير شيء منذ الإصدار المنشور.

# A centre’s own courses.
courses-title = الدورات
courses-new = دورة جديدة
courses-new-lede = ابدأ بثلاث إجابات. يمكن تأجيل كل ما عداها: قد تكون المسودة ناقصة، ولا يراها إلا مركزكم ومكتب الدعم الإقليمي.
courses-begin = ابدأ المسودة
courses-none = ليس لمركزكم دورات بعد
courses-none-how = تبدأ الدورة مسودةً، وتدخل الدليل عندما ينشرها مدير التدريب لديكم.
courses-last-change = آخر تغيير
course-code-hint = ثلاثة حروف وثلاثة أرقام مثل LIA-201، أو الرمز الخاص بمركزكم. لا يمكن تغييره لاحقًا.
course-code-bad = أدخل رمزًا من حروف وأرقام وشرطات فيه رقم واحد على الأقل، مثل LIA-201.
course-code-taken = أدخل رمزًا آخر: هذا الرمز لدورة أخرى.

# The course form.
course-edit-title = تعديل: { $title }
course-parts = أجزاء هذه الاستمارة
course-part = الجزء
course-part-publish = النشر
course-title-hint = اذكر ما سيستطيع الضابط فعله، لا اسم مشروع.
course-type-hint = ترشح الدول بحسب نوع الدورة.
course-goal-hint = يتبع نوع الدورة عند الحفظ.
course-activity-none = لا شيء
course-summary-hint = جملتان أو ثلاث. تظهر في نتائج البحث.
course-objectives-hint = هدف واحد في كل سطر.
course-level-hint = مقدار ما تتوقعه الدورة ممن يحضرها.
course-prerequisites-hint = رموزها، مفصولة بفواصل.
course-module-covers = ما تتناوله
course-module-up = نقل الوحدة { $number } إلى أعلى
course-module-down = نقل الوحدة { $number } إلى أسفل
course-add-module = إضافة وحدة
course-add-material = إضافة مادة
course-add-saves = النقل والإضافة والإزالة تحفظ المسودة أيضًا.
course-saved = حُفظت { $moment }
course-check-publish = التحقق والنشر
course-publish-director = يُظهر «التحقق والنشر» ما ينقص وما يتغير ومن سيراه. لا يُنشر شيء قبل تأكيدك.
course-publish-editor = يُظهر «التحقق والنشر» ما ينقص وما يتغير. وهناك تقترح المسودة، ومدير التدريب لديكم هو الذي ينشر.
course-verify = وضع علامة «ما زالت صحيحة»
course-suspend = تعليق الدورة
course-resume = إعادتها إلى الدليل
course-retire = إنهاء الدورة
course-conflict = لم يُحفظ شيء: حفظ زميل هذه الدورة { $moment }
course-conflict-who = لم يُحفظ شيء: حُفظت هذه الدورة { $moment } على يد { $who }
course-conflict-take-theirs = ترك نصك وفتح ما حفظه زميلك
course-conflict-parts = مواضع الاختلاف
course-conflict-yours = نصك
course-conflict-theirs = نص زميلك

# The check before publishing.
course-publish-title = نشر: { $title }
course-missing = { $count ->
    [zero] لا تنقص أي إجابة لنشر هذه الدورة:
    [one] تنقص إجابة واحدة قبل أن يمكن نشر هذه الدورة:
    [two] تنقص إجابتان قبل أن يمكن نشر هذه الدورة:
    [few] تنقص { $count } إجابات قبل أن يمكن نشر هذه الدورة:
    [many] تنقص { $count } إجابة قبل أن يمكن نشر هذه الدورة:
   *[other] تنقص { $count } إجابة قبل أن يمكن نشر هذه الدورة:
  }
course-unchanged = لا شيء للنشر
course-unchanged-how = المسودة مطابقة للإصدار الموجود في الدليل.
course-changes = ما الذي يتغير
course-changes-since = بالمقارنة مع الإصدار { $version }.
course-changes-before = المنشور الآن
course-changes-after = في المسودة
course-first-version = سيكون هذا أول إصدار للدورة.
course-who-sees = من سيراها
course-who-sees-what = الجميع: دليل الدورات مفتوح. يمكن لمنسقي الاتصال بعد ذلك اختيار الدورة في استماراتهم، ويُبلَّغ مركزكم عندما ترشح دولة نوعها.
course-change-note-hint = جملة أو جملتان لقراء صفحة الدورة.
course-publish-version = نشر الإصدار { $version }
course-director-publishes = مدير التدريب لديكم هو الذي ينشر.
course-director-publishes-how = اقترح المسودة، فتصله رسالة وينشرها أو يعيدها.
course-back-to-form = العودة إلى الاستمارة
course-changed-meanwhile = لم يُنفذ شيء: غيّر زميل الدورة وأنت تقرأ. انظر إليها كما هي الآن ثم قرر من جديد.

# Suspending and retiring.
course-suspend-what = تخرج الدورة من الدليل ومن الاستمارات إلى أن تعيدها. تبقى صفحتها وتذكر السبب.
course-retire-what = تخرج الدورة من الدليل نهائيًا. تبقى صفحتها مقروءة. لا يمكن التراجع عن ذلك.
course-reason = السبب
course-reason-hint = يقرؤه الجميع في صفحة الدورة.
course-successor-label = الدورة التي تحل محلها
course-successor-hint = رمز دورة منشورة، إن وُجدت.
course-suspend-now = تعليق
course-retire-now = إنهاء نهائي

# What needs another look.
course-needs-title = أدخل عنوانًا.
course-needs-type = اختر نوع الدورة.
course-activity-unknown = اختر نشاطًا من القائمة، أو لا تختر شيئًا.
course-needs-summary = أدخل ملخصًا من جملتين أو ثلاث.
course-needs-days = أدخل عدد الأيام، من 1 إلى { $most }.
course-needs-fewest = أدخل أقل عدد من الأشخاص، من 1 إلى { $most }.
course-needs-most = أدخل أكبر عدد من الأشخاص، من 1 إلى { $most }.
course-people-order = أدخل رقمًا لا يقل عن أقل عدد من الأشخاص.
course-needs-delivery = اختر إقليمي أو وطني أو كليهما.
course-needs-mode = اختر طريقة تقديم واحدة على الأقل.
course-needs-objectives = أدخل ما يستطيع الضابط فعله بعد الدورة، هدفًا في كل سطر.
course-needs-modules = أضف وحدة واحدة على الأقل.
course-needs-module-title = الوحدة { $number }: أدخل عنوانًا.
course-needs-module-hours = الوحدة { $number }: أدخل عدد الساعات، من 1 إلى { $most }.
course-needs-module-summary = الوحدة { $number }: أدخل ما تتناوله.
course-needs-audience = أدخل الفئة المستهدفة من الدورة.
course-needs-level = اختر مستوى.
course-needs-languages = اختر لغة واحدة على الأقل.
course-needs-material-title = المادة { $number }: أدخل عنوانًا.
course-needs-material-kind = المادة { $number }: اختر نوعًا.
course-needs-material-language = المادة { $number }: اختر لغة.
course-needs-note = أدخل ما يغيّره هذا الإصدار.
course-needs-reason = أدخل سببًا. يقرؤه الجميع.
course-successor-unknown = أدخل رمز دورة أخرى منشورة، أو اتركه فارغًا.
course-prerequisite-unknown = احذف { $code }: لا دورة منشورة ولا دورة لكم بهذا الرمز.
course-prerequisite-bad = احذف { $code }: ليس رمز دورة.
course-prerequisite-self = احذف رمز هذه الدورة نفسها.
course-too-long = اختصره إلى { $most } حرفًا.
course-too-many-lines = أبقِ { $most } سطرًا على الأكثر.
course-too-many-modules = أبقِ { $most } وحدة على الأكثر.
course-too-many-materials = أبقِ { $most } مادة على الأكثر.
course-not-a-number = أدخل عددًا صحيحًا بدلًا من «{ $typed }»، أو اتركه فارغًا.
