# unreviewed ar 2026-11-25
# What a visitor reads when something is not there, not theirs, or went wrong.
error-not-found-over = الصفحة غير موجودة
error-not-found = لا توجد صفحة في هذا العنوان
error-not-found-lede = ربما سُحبت الصفحة أو كان الرابط غير صحيح. إذا كتبت العنوان بنفسك فتحقق منه.
error-forbidden-over = غير متاحة لك
error-forbidden = هذه الصفحة لصفة أخرى
error-forbidden-lede = صفتك لا تشمل هذه الصفحة. إذا كان ينبغي أن تشملها فراجع منسق الاتصال الرئيسي في دولتك أو مركزك أو مكتب الدعم الإقليمي.
error-unreadable-over = طلب غير مفهوم
error-unreadable = تعذرت قراءة الطلب
error-unreadable-lede = لم يتغير شيء. ارجع وحمّل الصفحة من جديد ثم كرر ما فعلت.
error-not-allowed = هذا العنوان لا يقبل هذا الإجراء
error-not-allowed-lede = لم يتغير شيء. ارجع وحمّل الصفحة من جديد ثم كرر ما فعلت.
error-too-large = الحجم أكبر مما يمكن قبوله
error-too-large-lede = لم يُحفظ شيء. ارجع واختصر أطول النصوص ثم أرسل الصفحة من جديد.
error-too-slow = لم يصل الطلب كاملًا
error-too-slow-lede = لم يتغير شيء. تحقق من اتصالك ثم ارجع وأرسل الصفحة من جديد.
error-misdirected = هذا ليس عنوان RCTM
error-misdirected-lede = الطلب يذكر مضيفًا آخر. استخدم العنوان الوارد في دعوتك.
error-refused-over = لم يتغير شيء
error-invalid = بعض الإجابات تحتاج إلى مراجعة
error-invalid-lede = ارجع وتحقق مما أدخلت.
error-refused = لا يمكن إجراء ذلك الآن
error-conflict = حفظ شخص آخر هذه البيانات في هذه الأثناء
error-conflict-lede = لم يُحفظ شيء مما كتبت. ارجع وحمّل الصفحة من جديد ثم قارن.
error-too-many = محاولات كثيرة جدًا
error-too-many-lede = انتظر { $seconds ->
    [zero] لحظة
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
  } ثم حاول مرة أخرى. حسابك غير مقفل.
error-internal-over = ليس الخطأ منك
error-busy = الخدمة مشغولة: حاول مرة أخرى
error-busy-lede = لم يُحفظ شيء. حاول مرة أخرى بعد ثوانٍ قليلة.
error-internal = حدث خطأ من جانبنا
error-internal-lede = لم يتغير شيء. أُبلغ المشغلون. حاول مرة أخرى بعد دقائق قليلة.
error-all-courses = جميع الدورات
error-reference = إذا أبلغت عن هذا الخطأ فاذكر الرقم المرجعي { $reference }.
