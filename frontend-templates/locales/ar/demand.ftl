# unreviewed ar 2026-11-25
# The demand board.
demand-title-region = ما طلبته المنطقة
demand-title-centre = ما تطلبه الدول من أنواع الدورات التي تدرّسونها
demand-title-own = ما طلبته { $state }
demand-over-open = { $round }، مفتوحة حتى { $date }
demand-over-closed = { $round }، أُغلقت { $date }
demand-sample = بيانات نموذجية: لم تصدر هذه البيانات عن أي دولة.
demand-csv = تنزيل CSV
demand-filters = ما يُعرض
demand-round = الجولة
demand-show = العرض
demand-level = المستوى
demand-level-all = جميع المستويات
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
demand-tally-silent = لا إجابة بعد
demand-tally-asked = { $measure } المطلوبة
demand-tally-on-request = عند الطلب، يُحسب على حدة
demand-figure-types = الشكل 1. { $measure } المطلوبة، بحسب نوع الدورة
demand-figure-types-scale = للأعمدة مقياس واحد. توضع المقاعد بجانبها عندما تحدد المراكز مواعيد الانعقاد.
demand-figure-map = الشكل 2. { $measure } المطلوبة، بحسب العضو
demand-figure-map-note = مربع واحد متساوٍ لكل عضو. المواقع تخطيطية ولا تدل على أي حدود.
demand-table = الجدول 1. { $measure } المطلوبة، بحسب الدولة ونوع الدورة
demand-table-note = مرات الانعقاد في مدة الجولة، مضروبة في عدد الأشخاص في كل انعقاد حيث تُعرض الأماكن. النقطة تعني أن الدولة لم تطلب.
demand-column-type = نوع الدورة
demand-column-bar = العمود
demand-column-asked = المطلوب
demand-column-member = العضو
demand-column-all = جميع الأنواع
demand-row-asked = المطلوب
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
demand-source = المصدر: ترشيحات الدورات كما أُرسلت، عند تحميل هذه الصفحة.
demand-source-silent = لا إجابة: { $members }.
demand-chosen = المختار في الجدول 1
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
demand-table-nominations = الجدول 2. الترشيحات التي وراءه
demand-limited = تُعرض أول 200 فقط.
demand-empty-title = لم تُفتح أي جولة بعد
demand-empty-lede = يظهر الطلب هنا عندما يرسل الأعضاء ترشيحاتهم للدورات في جولة.
demand-own-none = لا تطلب دولتكم شيئًا بحسب هذا الاختيار
demand-own-none-why = ما ترسلونه في الجولة يظهر هنا في الحال. لا تُحسب المسودات.
demand-own-all-levels = عرض جميع المستويات
