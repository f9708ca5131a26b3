# unreviewed ar 2026-11-25
# Nomination rounds, the sheet of a member, course nominations.

# Closed lists
frequency-none = غير مطلوبة
frequency-once = مرة واحدة
frequency-every-two-years = كل سنتين
frequency-annual = كل سنة
frequency-twice-a-year = مرتان في السنة
frequency-quarterly = كل ثلاثة أشهر
frequency-monthly = كل شهر
frequency-on-request = عند الطلب
frequency-short-once = مرة
frequency-short-every-two-years = ½
frequency-short-annual = 1
frequency-short-twice-a-year = 2
frequency-short-quarterly = 4
frequency-short-monthly = 12
frequency-short-on-request = طلب
level-regional = إقليمي
level-national = وطني
level-train-the-trainer = تدريب المدربين
level-translation = ترجمة
urgency-high = مرتفع
urgency-medium = متوسط
urgency-low = منخفض
mode-any = أي طريقة
mode-in-person = حضوري
mode-online = عبر الإنترنت
mode-blended = مدمج
quarters-any = أي ربع من السنة
round-state-draft = مسودة
round-state-open = مفتوحة
round-state-closed = مغلقة
round-state-consolidated = مجمّعة
round-state-published = منشورة
round-state-archived = مؤرشفة
nomination-state-draft = مسودة
nomination-state-submitted = تم الإرسال
nomination-state-acknowledged = أُقرّ باستلامه
nomination-state-planned = مخطط له
nomination-state-partly-planned = مخطط له جزئيًا
nomination-state-merged = مدمج مع غيره
nomination-state-not-feasible = غير ممكن
nomination-state-met = مُلبّى
nomination-state-withdrawn = مسحوب
standing-silent = لا إجابة بعد
standing-draft = مسودة
standing-submitted = تم الإرسال
standing-changed = تم الإرسال، مع تغييرات لم تُرسل
standing-no-needs = لا احتياجات
round-sample = بيانات نموذجية
asked = { $often }، { $level }، { $people ->
    [zero] بلا أشخاص
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
    [many] { $people } شخصًا
   *[other] { $people } شخص
  }
asked-each = { $frequency }، { $people ->
    [zero] بلا أشخاص
    [one] شخص واحد في كل مرة
    [two] شخصان في كل مرة
    [few] { $people } أشخاص في كل مرة
    [many] { $people } شخصًا في كل مرة
   *[other] { $people } شخص في كل مرة
  }
asked-without-people = { $often }، { $level }
horizon-days = من { $from } إلى { $to }
rounds-pages = صفحات القائمة
crumb-label = موقعك الحالي

# The strip
strip-label = الجولة
strip-opens = تُفتح { $when }
strip-closes = تُغلق { $when }
strip-late = انقضى الموعد النهائي. تُقبل الإجابات المتأخرة حتى { $when }
strip-closed = أُغلقت { $when }
strip-days-left = { $days ->
    [zero] اليوم الأخير
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $days } أيام
    [many] بقي { $days } يومًا
   *[other] بقي { $days } يوم
  }

# The sheet
sheet-page-title = ترشيحات { $state } للدورات، { $round }
sheet-question-year = ما الدورات التي تحتاج إليها { $state } في { $year }؟
sheet-question-days = ما الدورات التي تحتاج إليها { $state } من { $from } إلى { $to }؟
sheet-lede = اختر عدد المرات في السنة. تُفتح بعد ذلك الإجابات الأخرى وقد مُلئت بإجاباتكم المعتادة.
sheet-lede-link = ما يشمله كل نوع من الدورات
sheet-lede-read = يمكنك قراءة هذه الاستمارة، ولا يمكن تغييرها هنا.
sheet-saved = حُفظت المسودة. لا يُرسل شيء قبل أن تتحقق وترسل.
sheet-still-saved = مسودتك محفوظة. لم يضع شيء.
sheet-refused-how = لم يُحفظ شيء. ما كتبته باقٍ أدناه لكي تنسخه. راجع مكتب الدعم الإقليمي إذا كان يجب قبول إجابة بعد.
sheet-usual = الإجابات المعتادة: { $level }، { $people ->
    [zero] بلا أشخاص
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
    [many] { $people } شخصًا
   *[other] { $people } شخص
  }، { $language }، الاستعجال: { $urgency }
sheet-use-usual = استخدامها للصفوف عند 0
sheet-copy = نسخ الإجابات من { $round }
sheet-type = نوع الدورة
sheet-often = المرات في السنة
sheet-often-half = ½ تعني كل سنتين
sheet-level = المستوى
sheet-people = الأشخاص
sheet-people-long = عدد الأشخاص في كل مرة
sheet-people-each = عدد الأشخاص في كل انعقاد
sheet-language = اللغة
sheet-rank = الأولوية
sheet-rank-what = 1 هي الأولى
sheet-rank-long = الأولوية، 1 هي الأولى
sheet-urgency = الاستعجال
sheet-quarters = أرباع السنة
sheet-quarters-long = الأرباع المفضلة
sheet-quarter = الربع { $number }
sheet-quarter-short = { $number }
sheet-reason = المبررات
sheet-reason-long = المبررات، في جملة واحدة
sheet-title = عنوان الدورة
sheet-course = الدورة المفضلة
sheet-course-any = لا تفضيل
sheet-course-code = الدورة المفضلة، برمزها
sheet-course-find = ابحث عن الرمز في الدليل
sheet-mode = الطريقة
sheet-host = يمكننا الاستضافة
sheet-more = المزيد
sheet-more-set = المزيد، مملوء
sheet-add = طلبها مرة أخرى
sheet-remove = إزالة هذا الصف
sheet-again = مرة أخرى
sheet-new-courses = دورة ليست في القائمة
sheet-new-course = دورة ليست في القائمة
sheet-line = { $type }
sheet-line-again = { $type }، الصف { $number }
sheet-line-new = دورة جديدة: { $title }
sheet-last = { $round }: { $asked }
sheet-last-more = { $round }: { $asked }، و{ $more } غيرها
sheet-last-none = { $round }: لم تُطلب
sheet-no-needs = لا تحتاجون إلى شيء؟
sheet-no-needs-how = «لا احتياجات» إجابة أيضًا. تخبر مكتب الدعم الإقليمي بأنكم سُئلتم ولا تحتاجون إلى شيء.
sheet-no-needs-button = الإجابة «لا احتياجات»
sheet-who = من يرى إجاباتكم
sheet-who-what = المسودة: منسقو الاتصال والمرشِّحون في { $state } فقط. بعد الإرسال: مكتب الدعم الإقليمي ومديرو التدريب في المراكز التي تدرّس نوع الدورة. لا يراها الجمهور أبدًا.
sheet-progress = { $answered } من { $types } من أنواع الدورات، { $deliveries ->
    [zero] لا انعقاد
    [one] انعقاد واحد
    [two] انعقادان
    [few] { $deliveries } انعقادات
    [many] { $deliveries } انعقادًا
   *[other] { $deliveries } انعقاد
  }
sheet-last-saved = عند آخر حفظ، { $when }
sheet-saved-at = حُفظت { $when }
sheet-state = { $standing }. { $progress }
sheet-dropped = لم تُحفظ بعد: انقطع الاتصال أو الخادم مشغول. تُعاد المحاولة، فأبقِ هذه الصفحة مفتوحة.
sheet-met = لم تُحفظ: حفظ شخص آخر هذه الاستمارة في هذه الأثناء. زر «حفظ المسودة» يعرض النصين جنبًا إلى جنب.
sheet-session-ended = لم تُحفظ: سجل دخولك من جديد في علامة تبويب أخرى ثم احفظ.
sheet-refused = لم تُحفظ. زر «حفظ المسودة» يبين السبب.
sheet-not-saved = لم يُحفظ شيء بعد
sheet-save = حفظ المسودة
sheet-check = التحقق والإرسال
sheet-fault = { $line }: { $fault }
sheet-fault-nothing = اطلب نوعًا واحدًا من الدورات على الأقل، أو أجب «لا احتياجات» أسفل الجدول.
sheet-fault-choose = اختر إحدى الإجابات.
sheet-fault-course = أدخل رمز دورة منشورة من هذا النوع، أو اتركه فارغًا.
sheet-fault-people = أدخل عدد الأشخاص من 1 إلى { $most }.
sheet-fault-people-regional = أدخل رقمًا من 1 إلى { $most }. للانعقاد الإقليمي { $most } من الأماكن على الأكثر للدولة الواحدة.
sheet-fault-rank = أدخل أولوية من 1 إلى { $most }، أو اتركها فارغة.
sheet-fault-rank-twice = أدخل أولوية أخرى: { $rank } مستخدمة في صف أعلى.
sheet-fault-reason = اذكر المبررات. الاستعجال المرتفع يحتاج إلى جملة واحدة.
sheet-fault-why = اذكر في جملة واحدة لماذا تحتاجون إلى هذه الدورة.
sheet-fault-long = اختصر المبررات إلى { $most } حرفًا.
sheet-fault-title = أدخل عنوانًا من { $most } حرفًا على الأكثر.
answer-none = لا إجابة
answer-typed = { $text }
answer-yes = نعم
answer-no = لا

# Two people at one sheet
conflict-title = حفظ شخص آخر هذه الاستمارة في هذه الأثناء
conflict-who = حفظها { $who } في { $when }.
conflict-when = حُفظت في { $when }.
conflict-how = لم تُحفظ إجاباتك بعد ولم يضع شيء: تتضمن الاستمارة أدناه ما كتبته. قارن وغيّر ما تريد ثم احفظ فوقها.
conflict-keep-theirs = الإبقاء على نصهم وترك نصي
conflict-caption = الإجابات المختلفة
conflict-answer = الإجابة
conflict-theirs = إجابتهم، محفوظة
conflict-yours = إجابتك، غير محفوظة
conflict-save-over = حفظ إجاباتي فوق إجاباتهم

# Before and after sending
submission-title = تحقق قبل الإرسال
submission-lede = لم يُرسل شيء بعد. هذا ما سيقرؤه مكتب الدعم الإقليمي والمراكز.
submission-needs = { $count ->
    [zero] لا ترشيحات دورات
    [one] ترشيح دورة واحد
    [two] ترشيحا دورات
    [few] { $count } ترشيحات دورات
    [many] { $count } ترشيح دورات
   *[other] { $count } ترشيح دورات
  }
submission-asked = المطلوب
submission-places = الأماكن
submission-total = المجموع
submission-deliveries = { $count ->
    [zero] لا انعقاد
    [one] انعقاد واحد
    [two] انعقادان
    [few] { $count } انعقادات
    [many] { $count } انعقادًا
   *[other] { $count } انعقاد
  }
submission-preferred = المفضلة: { $code } { $title }
submission-dropped = { $count ->
    [zero] لن يُسحب أي ترشيح سابق
    [one] سيُسحب ترشيح سابق واحد
    [two] سيُسحب ترشيحان سابقان
    [few] ستُسحب { $count } ترشيحات سابقة
    [many] سيُسحب { $count } ترشيحًا سابقًا
   *[other] سيُسحب { $count } ترشيح سابق
  }
submission-submit = { $count ->
    [zero] إرسال الترشيحات
    [one] إرسال ترشيح دورة واحد
    [two] إرسال ترشيحي دورات
    [few] إرسال { $count } ترشيحات دورات
    [many] إرسال { $count } ترشيح دورات
   *[other] إرسال { $count } ترشيح دورات
  }
submission-back = العودة إلى الاستمارة
submission-told = من سيُبلَّغ
submission-told-directors = { $count ->
    [zero] لا مدير تدريب: لا يتغير شيء على أي مركز، أو ليس لأي مركز يدرّس هذه الأنواع مدير تدريب هنا
    [one] مدير تدريب واحد
    [two] مديرا تدريب
    [few] { $count } مديري تدريب
    [many] { $count } مدير تدريب
   *[other] { $count } مدير تدريب
  }
submission-told-own = { $count ->
    [zero] لا منسق اتصال في { $state } ليتلقى الإيصال
    [one] منسق اتصال واحد في { $state } يتلقى الإيصال
    [two] منسقا اتصال في { $state } يتلقيان الإيصال
    [few] { $count } من منسقي الاتصال في { $state } يتلقون الإيصال
    [many] { $count } من منسقي الاتصال في { $state } يتلقون الإيصال
   *[other] { $count } من منسقي الاتصال في { $state } يتلقون الإيصال
  }
submission-told-change = يمكنكم تغيير ما أرسلتم حتى الموعد النهائي.
submission-meanwhile = حفظ شخص آخر هذه الاستمارة في هذه الأثناء.
submission-meanwhile-how = لم يُرسل شيء. تحقق مرة أخرى: هذه هي الاستمارة كما هي الآن.
receipt-title = تم الإرسال
receipt-who = أرسلها { $who } في { $when }.
receipt-when = أُرسلت في { $when }.
receipt-change = تغيير الإجابات
receipt-all = جميع ترشيحاتنا
no-needs-title = الإجابة «لا احتياجات»
no-needs-receipt-title = أُرسلت إجابة «لا احتياجات»
no-needs-words = لا تحتاج { $state } إلى أي دورة في { $round }.
no-needs-submit = إرسال «لا احتياجات»

# Taking one back
withdrawal-title = سحب { $type }
withdrawal-what = يُبلَّغ مكتب الدعم الإقليمي والمراكز بأن هذا لم يعد مطلوبًا. ويعود الصف في استمارتكم إلى 0.
withdrawal-reason = لماذا؟
withdrawal-reason-hint = جملة واحدة. تبقى في سجل الترشيح.
withdrawal-button = سحب هذا الترشيح
withdrawal-keep = الإبقاء عليه
withdrawal-fault-reason = اذكر السبب في جملة واحدة.
withdrawal-refused-planned = خُطط لانعقاد لهذا الترشيح، لذلك لم يعد ممكنًا سحبه هنا. راجع مكتب الدعم الإقليمي.

# The member's rounds
overview-title = ترشيحات { $state } للدورات
overview-none-open = لا جولة مفتوحة
overview-none-open-how = يفتح مكتب الدعم الإقليمي جولة مرة في السنة تقريبًا. سترونها هنا.
overview-progress = أُجيب عن { $answered } من { $types } من أنواع الدورات
overview-start = ابدأ
overview-continue = تابع
overview-change = تغيير
overview-read = قراءة
overview-became = ما آلت إليه ترشيحاتنا للدورات
overview-asked = طلبنا
overview-state = الحالة
overview-action = الإجراء
overview-withdraw = سحب
overview-rounds = الجولات
overview-no-rounds = لم تُدعَ دولتكم إلى أي جولة بعد.

# The RSO's rounds
# term not settled: nomination.round
rounds-title = جولات الترشيح
rounds-lede = في كل جولة يحدد الأعضاء أنواع الدورات التي يحتاجون إليها وعدد مراتها.
rounds-new = جولة جديدة
rounds-none = لا توجد جولة بعد
rounds-none-how = تبقى الجولة الجديدة مسودة إلى أن تفتحها.
round-title = العنوان
round-horizon = المدة
round-horizon-start = أول يوم في المدة
round-horizon-end = آخر يوم في المدة
round-opens = تُفتح
round-opens-date = تاريخ الفتح
round-opens-time = وقت الفتح
round-closes = تُغلق
round-closes-date = تاريخ الإغلاق
round-closes-time = وقت الإغلاق
round-state = الحالة
round-answers = الإجابات
round-answered = أجاب { $answered } من { $invited } من الأعضاء
round-grace = الإجابات المتأخرة
round-grace-label = عدد الأيام للإجابات المتأخرة
round-grace-days = { $days ->
    [zero] لا تُقبل
    [one] تُقبل يومًا واحدًا
    [two] تُقبل يومين
    [few] تُقبل { $days } أيام
    [many] تُقبل { $days } يومًا
   *[other] تُقبل { $days } يوم
  }
round-minimum = أصغر رقم علني
round-minimum-label = أصغر رقم يُعرض على الجمهور
round-types = أنواع الدورات المشمولة
round-members = الأعضاء المدعوون
round-facts = الجولة
round-responses = من أجاب
round-member = العضو
round-answer = الإجابة
round-when = الوقت
round-who = من
round-who-console = حُمّلت من وحدة التحكم
round-silent = لا إجابة بعد: { $count }
round-answered-group = أجابوا: { $count }
round-invited = { $count ->
    [zero] لم يُدعَ أي عضو
    [one] دُعي عضو واحد
    [two] دُعي عضوان
    [few] دُعي { $count } أعضاء
    [many] دُعي { $count } عضوًا
   *[other] دُعي { $count } عضو
  }
round-draft-what = هذه الجولة مسودة: لا يراها الأعضاء.
round-edit = تعديل
round-edit-title = تعديل الجولة
round-open = فتح الجولة
round-close = إغلاق الجولة
round-demand = عرض الطلب
round-create = إنشاء مسودة
round-save = حفظ
round-back = رجوع
round-form-lede = الأوقات بتوقيت { $place }. يقرؤها الأعضاء بتوقيتهم.
round-opening-title = هل تريد فتح { $round }؟
round-opening-members = { $count ->
    [zero] لا عضو يمكنه الإجابة.
    [one] يمكن لعضو واحد الإجابة في الحال.
    [two] يمكن لعضوين الإجابة في الحال.
    [few] يمكن لعدد { $count } أعضاء الإجابة في الحال.
    [many] يمكن لعدد { $count } عضوًا الإجابة في الحال.
   *[other] يمكن لعدد { $count } عضو الإجابة في الحال.
  }
round-opening-until = تُقبل الإجابات حتى { $when }.
round-opening-fixed = تثبت منذ ذلك الحين التواريخ وأنواع الدورات والأعضاء.
round-open-now = فتح الآن
round-closing-title = هل تريد إغلاق { $round }؟
round-closing-what = لا يعود بإمكان أحد أن يجيب أو يغيّر أو يسحب. وتبقى المسودات التي لم تُرسل مسودات.
round-closing-forever = لا يمكن إعادة فتح جولة مغلقة.
round-close-now = إغلاق الآن
round-title-bad = أدخل عنوانًا من 1 إلى 80 حرفًا.
round-title-taken = اختر عنوانًا آخر: هذا العنوان لجولة أخرى.
round-date-bad = أدخل تاريخًا.
round-time-bad = أدخل وقتًا بالساعات والدقائق، مثل 23:59.
round-time-missing = اختر وقتًا آخر: يتغير التوقيت في ذلك اليوم فلا يوجد هذا الوقت فيه.
round-horizon-backwards = اختر يومًا أخيرًا بعد اليوم الأول.
round-horizon-long = اختر مدة لا تزيد على خمس سنوات.
round-closes-before-opening = اختر موعد إغلاق بعد موعد الفتح.
round-number-bad = أدخل رقمًا من { $least } إلى { $most }.
round-without-types = اختر نوعًا واحدًا من الدورات على الأقل.
round-without-members = ادعُ عضوًا واحدًا على الأقل.
round-refused-edit = هذه الجولة مفتوحة أو مغلقة، لذلك لم يعد ممكنًا تعديلها.
round-refused-step = ليست هذه الجولة في الخطوة السابقة لهذه، لذلك لم يتغير شيء.
round-refused-past = انقضى موعد إغلاق هذه الجولة. عدّل تواريخها ثم افتحها.
round-refused-early = تُفتح هذه الجولة { $when }. لا تقبل إجابات قبل ذلك.
round-refused-over = أُغلقت هذه الجولة { $when }. لم تعد تقبل إجابات.

# Emails to Training Directors
email-nominated-over = ترشيح دورة جديد
email-nominated-one = تطلب { $state } { $type }، { $often }
email-nominated-one-heading = تطلب { $state } { $type }
email-nominated-many = تطلب { $state } { $count ->
    [zero] لا شيء مما تدرّسونه
    [one] نوع دورة واحدًا تدرّسونه
    [two] نوعين من الدورات تدرّسونهما
    [few] { $count } أنواع من الدورات تدرّسونها
    [many] { $count } نوعًا من الدورات تدرّسونها
   *[other] { $count } نوع من الدورات تدرّسونها
  }
email-nominated-changed-one = غيّرت { $state } ما تطلبه: { $type }، { $often }
email-nominated-changed-many = غيّرت { $state } ما تطلبه: { $count ->
    [zero] لا شيء مما تدرّسونه
    [one] نوع دورة واحد تدرّسونه
    [two] نوعان من الدورات تدرّسونهما
    [few] { $count } أنواع من الدورات تدرّسونها
    [many] { $count } نوعًا من الدورات تدرّسونها
   *[other] { $count } نوع من الدورات تدرّسونها
  }
email-nominated-dropped-one = لم تعد { $state } تطلب { $type }
email-nominated-dropped-many = لم تعد { $state } تطلب { $count ->
    [zero] شيئًا مما تدرّسونه
    [one] نوع دورة واحدًا تدرّسونه
    [two] نوعين من الدورات تدرّسونهما
    [few] { $count } أنواع من الدورات تدرّسونها
    [many] { $count } نوعًا من الدورات تدرّسونها
   *[other] { $count } نوع من الدورات تدرّسونها
  }
email-nominated-lede = إلى مدير التدريب في { $centre }: يدرّس مركزكم { $count ->
    [zero] أنواع الدورات هذه، لذلك تتلقون ترشيحات كل دولة لها
    [one] نوع الدورة هذا، لذلك تتلقون ترشيح كل دولة له
    [two] نوعي الدورات هذين، لذلك تتلقون ترشيحات كل دولة لهما
    [few] أنواع الدورات هذه، لذلك تتلقون ترشيحات كل دولة لها
    [many] أنواع الدورات هذه، لذلك تتلقون ترشيحات كل دولة لها
   *[other] أنواع الدورات هذه، لذلك تتلقون ترشيحات كل دولة لها
  }. { $round }.
email-nominated-total = { $states ->
    [zero] لا تطلب أي دولة الآن { $type } في { $round }.
    [one] تطلب دولة واحدة الآن { $type } في { $round }، ومجموع الأماكن { $places }.
    [two] تطلب دولتان الآن { $type } في { $round }، ومجموع الأماكن { $places }.
    [few] تطلب { $states } دول الآن { $type } في { $round }، ومجموع الأماكن { $places }.
    [many] تطلب { $states } دولة الآن { $type } في { $round }، ومجموع الأماكن { $places }.
   *[other] تطلب { $states } دولة الآن { $type } في { $round }، ومجموع الأماكن { $places }.
  }
email-nominated-action = عرض الطلب
email-nominated-why = تتلقى هذه الرسالة لأنك مدير التدريب في { $centre }. رسالة واحدة عن كل إرسال.
email-line-heading = { $type }
email-line-new = جديد
email-line-changed = تغيّر
email-line-dropped = مسحوب: لم يعد مطلوبًا
email-fact-state = الدولة
email-fact-type = نوع الدورة
email-fact-status = ترشيح
email-fact-often = عدد المرات
email-fact-people = الأشخاص
email-fact-quarters = أرباع السنة
email-fact-language = اللغة
email-fact-urgency = الاستعجال
email-fact-preferred = الدورة المفضلة
email-fact-reason = المبررات
email-how-often = { $often }، { $level }
email-people = { $people } في كل انعقاد، { $places } في المجموع
email-preferred-yours = { $code } { $title }، وهي لمركزكم
email-preferred-other = { $code } { $title }، وهي لمركز آخر

# Receipt of the member
email-receipt-over = إيصال
email-receipt-heading = أرسلت { $state } { $count ->
    [zero] استمارة بلا ترشيحات
    [one] ترشيح دورة واحدًا
    [two] ترشيحي دورات
    [few] { $count } ترشيحات دورات
    [many] { $count } ترشيح دورات
   *[other] { $count } ترشيح دورات
  } في { $round }
email-receipt-no-needs = أجابت { $state } «لا احتياجات» في { $round }
email-receipt-lede = إلى منسقي الاتصال في { $state }: هذا ما هو مسجل في { $round } الآن.
email-receipt-line = { $rank }. { $type }
email-receipt-line-new = { $rank }. دورة جديدة: { $title }
email-receipt-total = المجموع: { $deliveries ->
    [zero] لا انعقاد
    [one] انعقاد واحد
    [two] انعقادان
    [few] { $deliveries } انعقادات
    [many] { $deliveries } انعقادًا
   *[other] { $deliveries } انعقاد
  }، وعدد الأماكن { $places }.
email-receipt-change = يمكنكم تغييره أو سحبه حتى { $deadline }: افتحوا الاستمارة وغيّروها ثم أرسلوها من جديد.
email-receipt-action = فتح ما أُرسل
email-receipt-why = تتلقى هذه الرسالة لأنك منسق اتصال في { $state }. لا يمكن إيقاف الإيصالات.
