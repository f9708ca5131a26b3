# unreviewed ar 2026-11-29
# ما تقوله الدورات بلغات أخرى.
texts-label = النصوص بلغات أخرى
texts-line = { $language } ({ $state }): { $title }
texts-missing = غير موجود
texts-draft = مسودة
texts-reviewed = تمت مراجعته
texts-out-of-date = غير محدَّث
texts-read-in = اقرأ نصوص هذه الصفحة باللغة:
texts-fallback = غير متوفر بهذه اللغة بعد؛ بالإنجليزية.
texts-changed-since = تغيّر النص الإنجليزي بعد مراجعة هذه الترجمة.
texts-none = لا يوجد لهذه الدورة نص تمت مراجعته باللغة «{ $language }». يُعرض بالإنجليزية.
texts-how = يرى القرّاء النص المراجَع بلغتهم، والنص الإنجليزي حيث لا يوجد نص بها. وتحمل كل نسخة جديدة ما هو مكتوب هنا يوم نشرها.
texts-nowhere = بالإنجليزية فقط
texts-nowhere-how = أضف لغة أدناه. لا يُعرض شيء على الجمهور قبل أن يراجعه مدير التدريب.
texts-how-much = المكتوب
texts-written = { $written } من { $all } نصًا
texts-add = أضف لغة
texts-tag = رمز اللغة
texts-tag-hint = أي رمز وفق BCP 47، مثل th أو zh-Hans أو ms-Arab. اختر من القائمة أو اكتب رمزًا آخر.
texts-tag-bad = «{ $typed }» ليس رمز لغة مثل th أو zh-Hans.
texts-tag-english = الإنجليزية هي أصل اللغات الأخرى. غيّرها في الأجزاء الأخرى من المحرر.
texts-add-button = اكتب بهذه اللغة
texts-too-many = للدورة { $most } لغة على الأكثر إلى جانب الإنجليزية.
texts-to-grid = جميع دورات المركز واللغات التي تطلبها الدول
texts-edit-title = { $title }: { $language }
texts-edit-over = { $title } بلغة أخرى
texts-objective = الهدف { $number }
texts-module = عنوان الوحدة { $code }
texts-beside = إلى جانب الإنجليزية
texts-beside-how = اترك الحقل فارغًا إن لم يكن لديك نص بعد: يرى القرّاء عندئذ النص الإنجليزي مع إشارة إلى ذلك.
texts-no-english = لا يوجد نص إنجليزي بعد.
texts-english-moved-on = تغيّر النص الإنجليزي منذ كتابة هذا النص أو مراجعته. قارن كل نص بالإنجليزي الذي بجانبه.
texts-save-makes-draft = يجعله التغيير مسودة إلى أن يُراجَع.
texts-review = المراجعة
texts-review-how = أكّد أن هذه النصوص كما حُفظت تقول ما يقوله النص الإنجليزي. يقرؤها الجمهور ابتداءً من النسخة التالية.
texts-review-button = ضع علامة: تمت المراجعة
texts-review-done = رُوجعت هذه النصوص على النص الإنجليزي الحالي.
texts-review-withdraw = اسحب المراجعة
texts-review-director = يراجعه مدير التدريب في المركز. وحتى ذلك الحين لا يراه سوى مركزك.
texts-remove = احذف هذه اللغة
texts-remove-how = تخرج كل النصوص بهذه اللغة من المسودة. ويقرأ الجمهور ما نُشر حتى النسخة التالية.
texts-remove-button = احذف هذه النصوص
texts-needs-one = اكتب نصًا واحدًا على الأقل. وللتخلي عن اللغة احذفها أدناه.
texts-moved = لم يُحفظ شيء: تغيّر النص الإنجليزي أثناء كتابتك
texts-moved-how = النص الإنجليزي بجانب النموذج هو الجديد، وكل ما كتبته ما زال في النموذج. راجعه ثم احفظ من جديد.
texts-moved-left = كتبت هذه لنصوص إنجليزية لم تعد موجودة:
texts-unreadable = تعذّرت قراءة النصوص باللغات الأخرى: يجب أن تكون بصيغة JSON كما في التصدير.
texts-grid-title = الدورات ولغاتها
texts-grid-lede = ما تقوله مسودة كل دورة بلغات أخرى، وعدد الدول التي تطلبها بأي لغة.
texts-grid-caption = حالة النصوص حسب الدورة واللغة
texts-grid-nothing = جميع الدورات بالإنجليزية فقط
texts-grid-nothing-how = افتح دورة لإضافة لغة. وتظهر هنا أيضًا طلبات الدول.
texts-asked-by = { $count ->
    [zero] لا دول
    [one] دولة واحدة
    [two] دولتان
    [few] { $count } دول
    [many] { $count } دولة
   *[other] { $count } دولة
}
texts-wishes-types = مطلوب دون تسمية دورة
texts-wishes-types-what = تكفي أي دورة من هذا النوع.
texts-wishes-states = الجهات الطالبة
translation-link = نحتاج هذه الدورة بلغتنا
translation-title = نحتاج «{ $title }» بلغتنا
translation-lede = يُضاف هذا إلى استمارتكم كترشيح دورة للترجمة، مرة واحدة، ويُرسل عند إرسال الاستمارة.
translation-round = جولة الترشيح
translation-button = أضفه إلى الاستمارة
translation-no-round = لا توجد جولة تستقبل الآن ترشيحات لهذا النوع من الدورات
translation-no-round-how = اطلبوا ذلك مجددًا عند فتح الجولة التالية: ستُبلَّغون بالبريد الإلكتروني.
translation-language-choose = اختاروا اللغة التي تحتاجونها.
translation-round-choose = اختاروا جولة تستقبل الترشيحات الآن.
translation-refused-full = لم يبق في استمارتكم سطر لهذا النوع من الدورات. احذفوا سطرًا ثم اطلبوا مجددًا.
texts-more-objectives = اكتب أهدافًا لا يزيد عددها على الأهداف الإنجليزية.
texts-module-unknown = لا توجد في الدورة وحدة بهذا الرمز.
help-ce-texts = كتابة الدورة بلغات أخرى
help-ce-texts-1 = افتح الدورة واختر «{ texts-label }». تحت «{ texts-add }» اختر لغة أو اكتب رمزها ثم اضغط «{ texts-add-button }».
help-ce-texts-2 = اكتب كل نص بجانب أصله الإنجليزي ثم اضغط «{ save }». ما تتركه فارغًا يظهر بالإنجليزية مع إشارة إلى ذلك.
help-ce-texts-3 = يقرؤه مدير التدريب ثم يضغط «{ texts-review-button }».
help-ce-texts-then = يقرؤه الجمهور ابتداءً من النسخة التالية. وإذا تغيّر النص الإنجليزي لاحقًا تُعلَّم اللغة بعلامة «{ texts-out-of-date }». وتعرض «{ texts-grid-title }» ما ينقص وما تطلبه الدول.
help-fp-translation = طلب دورة بلغتكم
help-fp-translation-1 = افتحوا الدورة في الدليل واختاروا «{ translation-link }».
help-fp-translation-2 = اختاروا اللغة واضغطوا «{ translation-button }». تُفتح الاستمارة وفيها السطر الجديد.
help-fp-translation-then = يُرسل مع البقية عند إرسال الاستمارة. ويرى المركز عدد الدول التي تطلب كل لغة.
texts-lost = مع هذه النسخة لن يقرأ الجمهور الدورة بـ: { $languages }. فنصها مسودة أو حُذف.
