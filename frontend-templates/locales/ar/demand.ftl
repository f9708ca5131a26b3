# unreviewed ar 2026-11-25
# The demand board.
demand-title-region = ما طلبته المنطقة
demand-title-centre = ما تطلبه الدول من أنواع الدورات التي تدرّسونها
demand-title-own = ما طلبته { $state }
demand-over-open = { $round }، مفتوحة حتى { $date }
demand-over-closed = { $round }، أُغلقت { $date }
demand-sample = بيانات نموذجية: لم تصدر هذه البيانات عن أي دولة.
demand-xlsx = تنزيل XLSX
demand-csv = CSV
demand-svg = SVG
demand-behind-xlsx = هذه بصيغة XLSX
demand-behind-csv = هذه بصيغة CSV
demand-workbook-too-long = هذا أطول من أن يتسع له مصنف. نزّل ملف CSV أو اختر أقل.
demand-plain = { $text }
demand-filters = ما يُعرض
demand-round = الجولة
demand-show = العرض
demand-level = المستوى
demand-level-all = جميع المستويات
demand-quarter = الربع
demand-quarter-all = أي ربع
quarter-1 = الربع 1
quarter-2 = الربع 2
quarter-3 = الربع 3
quarter-4 = الربع 4
quarter-unnamed = لم يُذكر ربع
demand-goal = الهدف
demand-goal-all = جميع الأهداف
demand-subregion = المنطقة الفرعية
demand-subregion-all = جميع الأعضاء
demand-order = الترتيب
demand-order-alphabetical = أبجدي
demand-order-most = الأكثر أولًا
demand-apply = عرض
demand-places = الأماكن
demand-deliveries = مرات الانعقاد
demand-nominations = ترشيحات الدورات
demand-tally-submitted = الأعضاء الذين أرسلوا
demand-tally-of = من { $invited }
demand-tally-no-needs = أفادوا بأنهم لا يحتاجون إلى شيء
demand-tally-unanswered = لم تُجب بعد
demand-tally-drafts = { $count ->
    [zero] لا مسودات
    [one] واحدة لديها مسودة
    [two] اثنتان لديهما مسودة
    [few] { $count } لديها مسودة
    [many] { $count } لديها مسودة
   *[other] { $count } لديها مسودة
  }
demand-tally-response = نسبة الإجابة
demand-percent = { $percent }%
demand-tally-offered = المقاعد المعروضة
demand-tally-asked = { $measure } المطلوبة
demand-tally-on-request = عند الطلب، يُحسب على حدة
demand-figure-gaps = الشكل 1. المقاعد مقابل الأماكن المطلوبة، الفجوة الأكبر أولًا
demand-figure-own = الشكل 1. الأماكن المطلوبة حسب نوع الدورة
demand-figure-scale = للأعمدة كلها مقياس واحد.
demand-gaps-note = لا تستطيع المراكز جدولة دورات هنا بعد. لذلك لا مقاعد معروضة، وكل مكان مطلوب ناقص. لكل نوع من الدورات فجوته الخاصة؛ ولا يعوّض فائض نوع نقص نوع آخر أبدًا.
demand-response-summary = { $unanswered ->
    [zero] أجابت جميع الدول الأعضاء
    [one] دولة عضو واحدة لم تُجب
    [two] دولتان عضوان لم تُجيبا
    [few] { $unanswered } دول أعضاء لم تُجب
    [many] { $unanswered } دولة عضوًا لم تُجب
   *[other] { $unanswered } دولة عضو لم تُجب
  }؛ { $uncovered ->
    [zero] لكل دولة عضو منسق اتصال فعّال
    [one] واحدة بلا منسق اتصال فعّال
    [two] اثنتان بلا منسق اتصال فعّال
    [few] { $uncovered } بلا منسق اتصال فعّال
    [many] { $uncovered } بلا منسق اتصال فعّال
   *[other] { $uncovered } بلا منسق اتصال فعّال
  }
demand-response-silent = لم تبدأ
demand-response-drafts = مسودة لم تُرسل
demand-response-uncovered = بلا منسق اتصال فعّال
demand-response-round = إجابات هذه الجولة
demand-response-members = الدول الأعضاء ومنسقو الاتصال
demand-names-more = { $count ->
    [zero] { $names }
    [one] { $names } وواحدة أخرى
    [two] { $names } واثنتان أخريان
    [few] { $names } و{ $count } أخرى
    [many] { $names } و{ $count } أخرى
   *[other] { $names } و{ $count } أخرى
  }
demand-figure-map = الشكل 2. { $measure } المطلوبة، بحسب العضو
demand-figure-map-note = مربع واحد متساوٍ لكل عضو. المواقع تخطيطية ولا تدل على أي حدود.
demand-table = الجدول 1. { $measure } المطلوبة، بحسب الدولة ونوع الدورة
demand-table-note = مرات الانعقاد في مدة الجولة، مضروبة في عدد الأشخاص في كل انعقاد حيث تُعرض الأماكن. النقطة تعني أن الدولة لم تطلب.
demand-column-type = نوع الدورة
demand-column-bar = العمود
demand-column-asked = المطلوب
demand-column-asked-places = الأماكن المطلوبة
demand-column-offered = المقاعد المعروضة
demand-column-short = النقص
demand-column-member = العضو
demand-column-all = جميع الأنواع
demand-row-asked = المطلوب
demand-row-goals = المطلوب حسب الهدف
demand-row-short = ما زال ناقصًا
demand-none = لا ترشيحات
demand-key = الدرجات:
demand-step-1 = 1 إلى 2
demand-step-2 = 3 إلى 4
demand-step-3 = 5 إلى 6
demand-step-4 = 7 إلى 9
demand-step-5 = 10 أو أكثر
demand-total-step-1 = 1 إلى 9
demand-total-step-2 = 10 إلى 14
demand-total-step-3 = 15 إلى 19
demand-total-step-4 = 20 إلى 24
demand-total-step-5 = 25 أو أكثر
demand-words = بالكلمات
demand-finding-top = تشكل { $first } و{ $second } نسبة { $share }% من المطلوب.
demand-finding-unasked = { $count ->
    [zero] كل أنواع الدورات المعروضة مطلوبة.
    [one] نوع دورة واحد من الأنواع المعروضة لا يطلبه أحد.
    [two] نوعان من أنواع الدورات المعروضة لا يطلبهما أحد.
    [few] { $count } أنواع من أنواع الدورات المعروضة لا يطلبها أحد.
    [many] { $count } نوعًا من أنواع الدورات المعروضة لا يطلبها أحد.
   *[other] { $count } نوع من أنواع الدورات المعروضة لا يطلبها أحد.
  }
demand-finding-on-request = { $count ->
    [zero] لا ترشيحات عند الطلب.
    [one] ترشيح واحد عند الطلب، ولا يُحسب له أي انعقاد.
    [two] ترشيحان عند الطلب، ولا يُحسب لهما أي انعقاد.
    [few] { $count } ترشيحات عند الطلب، ولا يُحسب لها أي انعقاد.
    [many] { $count } ترشيحًا عند الطلب، ولا يُحسب لها أي انعقاد.
   *[other] { $count } ترشيح عند الطلب، ولا يُحسب لها أي انعقاد.
  }
demand-finding-no-needs = { $count ->
    [zero] لم يقل أي عضو إنه لا يحتاج إلى شيء.
    [one] أفاد عضو واحد بأنه لا يحتاج إلى شيء.
    [two] أفاد عضوان بأنهما لا يحتاجان إلى شيء.
    [few] أفاد { $count } أعضاء بأنهم لا يحتاجون إلى شيء.
    [many] أفاد { $count } عضوًا بأنهم لا يحتاجون إلى شيء.
   *[other] أفاد { $count } عضو بأنهم لا يحتاجون إلى شيء.
  }
demand-finding-none = لا شيء مطلوب بحسب هذا الاختيار.
demand-source = المصدر: ترشيحات الدورات كما قُدِّمت، قُرئت في { $moment }.
demand-so-far = الأرقام حتى الآن: ما زال بإمكان الدول الأعضاء تغيير إجاباتها.
demand-chosen = ما وراء الرقم الذي اخترته
demand-choose-title = ما وراء الرقم
demand-choose-lede = اختر رقمًا أو عضوًا أو نوع دورة لقراءة الترشيحات التي وراءه.
demand-look-up = البحث عن خلية أخرى
demand-look-up-member = العضو
demand-look-up-type = نوع الدورة
demand-look-up-any = الكل
demand-asked-none = لم يُطلب شيء هنا.
demand-all-of-member = كل ما طلبته { $member }
demand-all-of-type = كل الطلب على { $type }
demand-fact-asked = المطلوب
demand-fact-places = الأماكن
demand-fact-level = المستوى
demand-fact-quarters = أرباع السنة
demand-fact-language = اللغة
demand-fact-urgency = الاستعجال
demand-fact-priority = الأولوية
demand-fact-course = الدورة المفضلة
demand-fact-host = إمكان الاستضافة
demand-fact-host-yes = نعم
demand-fact-reason = المبررات
demand-fact-state = حالته
demand-fact-submitted = تاريخ الإرسال
demand-heading = { $member }: { $topic }
demand-heading-all = كل المعروض
demand-new-courses = دورات غير موجودة بعد
demand-table-nominations = الجدول 2. الترشيحات وراء: { $chosen }
demand-to-list = اقرأها في الجدول 2
demand-sum = { $count ->
    [zero] لا ترشيحات
    [one] ترشيح واحد
    [two] ترشيحان
    [few] جميع الترشيحات وعددها { $figure }
    [many] جميع الترشيحات وعددها { $figure }
   *[other] جميع الترشيحات وعددها { $figure }
  }
demand-sum-places = { $count ->
    [zero] لا ترشيحات
    [one] ترشيح واحد
    [two] ترشيحان
    [few] { $count } ترشيحات
    [many] { $count } ترشيحًا
   *[other] { $count } ترشيح
  }، { $places ->
    [zero] لا أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $places } أماكن
    [many] { $places } مكانًا
   *[other] { $places } مكان
  }
demand-list-first = الصفحة الأولى
demand-list-next = الصفحة التالية
demand-sheet-gaps = الفجوات
demand-sheet-list = القائمة
demand-about = حول
demand-about-chosen = المختار
demand-about-read = قُرئ في
demand-about-state = حالة الجولة
demand-about-places = عدد مرات التنفيذ في أفق الجولة مضروبًا في عدد الأشخاص في كل تنفيذ. المطلوب أماكن، وليست أشخاصًا.
demand-about-quarter = يُدرج الترشيح في كل ربع يذكره. وتوزَّع مرات تنفيذه على تلك الأرباع بالتناوب، فلا يُحسب كل تنفيذ وكل مكان إلا في ربع واحد. لا تُجمع ترشيحات عدة أرباع معًا.
demand-about-on-request = الترشيحات عند الطلب لا تُحسب فيها مرات تنفيذ ولا أماكن.
demand-about-new-courses = الترشيحات لدورات غير موجودة بعد لا تدخل في أي نوع من الدورات ولا في أي مجموع.
demand-empty-title = لم تُفتح أي جولة بعد
demand-empty-lede = يظهر الطلب هنا عندما يرسل الأعضاء ترشيحاتهم للدورات في جولة.
demand-none-yet = لا ترشيحات في هذه الجولة بعد
demand-none-yet-why = تظهر الأرقام هنا عندما تقدّم الدول الأعضاء ترشيحاتها للدورات.
demand-loosen = اعرض المزيد:
demand-own-no-needs = أجابت دولتكم بأنه لا احتياجات لها: { $round }
demand-own-none = لا تطلب دولتكم شيئًا بحسب هذا الاختيار
demand-own-none-why = ما ترسلونه في الجولة يظهر هنا في الحال. لا تُحسب المسودات.
