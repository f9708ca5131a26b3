# unreviewed ar 2026-11-29
# Versions of a course.
versions-title = الإصدارات: { $title }
versions-lede = يبقى كل إصدار مقروءًا كما نُشر، مع ملاحظة بما غيّره.
versions-number = الإصدار { $version }
versions-newest = أحدث إصدار
versions-none = لم يُنشر أي إصدار
versions-none-how = يظهر الإصدار الأول هنا عند نشر الدورة.
versions-difference = عرض ما تغيّر
versions-restore = استعادة
versions-compare = مقارنة إصدارين
versions-before = من
versions-after = إلى
versions-draft = المسودة
versions-all = كل الإصدارات وما تغيّر
versions-old = هذا الإصدار { $version }، نُشر في { $date }.
versions-read-newest = قراءة أحدث إصدار

# What differs between two versions.
differences-title = ما الذي تغيّر: { $title }
differences-heading = ما الذي تغيّر كلمة بكلمة
differences-how = هكذا تُعرض التغييرات:
differences-how-gone = محذوف
differences-how-new = جديد
differences-gone = [محذوف:
differences-new = [جديد:
differences-end = ]
differences-same = { $count ->
    [zero] لا سطور متطابقة
    [one] سطر واحد متطابق
    [two] سطران متطابقان
    [few] { $count } سطور متطابقة
    [many] { $count } سطرًا متطابقًا
   *[other] { $count } سطر متطابق
  }
differences-unseen = يختلف في تفاصيل لا تعرضها هذه الصفحة.
differences-none = النصان متطابقان
differences-others = مقارنة إصدارات أخرى

# An old version as the new draft.
restoration-title = استعادة الإصدار { $version }: { $title }
restoration-heading = استعادة الإصدار { $version }
restoration-what = ستصبح المسودة مطابقة لهذا الإصدار. لا يُنشر شيء بذلك.
restoration-same = المسودة مطابقة له بالفعل
restoration-loses = في المسودة تغييرات لم تُنشر. سيضيع ما هو مشطوب أدناه، فانسخ أولًا ما تريد الاحتفاظ به.
restoration-how = في المسودة:
restoration-how-gone = سيُحذف
restoration-how-new = سيُضاف
restoration-more = قراءة بقية التغييرات
restoration-now = جعل هذا الإصدار المسودة

# A course as the beginning of another.
copy-link = بدء دورة أخرى من هذه الدورة
copy-title = بدء دورة أخرى: { $title }
copy-heading = بدء دورة أخرى من هذه الدورة
copy-what = تبدأ الدورة الجديدة مسودةً لمركزكم، وتبقى هذه الدورة كما هي.
copy-takes = ما يُنسخ: كل ما في المسودة، مع الوحدات والمواد التدريبية.
copy-leaves = ما لا يُنسخ: الإصدارات وملاحظاتها، والمقترحات، والدورات المجدولة، والمراكز المشاركة في تقديمها، وتاريخ آخر تحقق.
copy-modules = تأخذ الوحدات رموزًا من الدورة الجديدة.
copy-code = رمز الدورة الجديدة

# Drafts that wait for the Training Director.
proposals-title = بانتظار مدير التدريب
proposals-lede = مسودات يقترح أحد العاملين في مركزكم نشرها، والأقدم أولًا.
proposals-none = لا شيء ينتظر
proposals-none-how = يقترح محرر الدورات المسودة في صفحة نشرها.
proposals-since = اقتُرحت
proposals-decide = القراءة والبت
proposals-open = فتح
proposals-count = { $count ->
    [zero] لا مسودات تنتظر مدير التدريب
    [one] مسودة واحدة تنتظر مدير التدريب
    [two] مسودتان تنتظران مدير التدريب
    [few] { $count } مسودات تنتظر مدير التدريب
    [many] { $count } مسودة تنتظر مدير التدريب
   *[other] { $count } مسودة تنتظر مدير التدريب
  }
proposal-make = اقتراحها على مدير التدريب لديكم
proposal-propose = اقتراح
proposal-withdraw = سحب الاقتراح
proposal-send-back = إعادة المسودة
proposal-wanted = المطلوب
proposal-wanted-hint = يصل هذا النص بالبريد الإلكتروني إلى من اقترح المسودة.
proposal-needs-wanted = أدخل ما هو مطلوب في المسودة.
proposal-open-who = اقترح { $who } هذه المسودة { $moment }
proposal-open = اقتُرحت هذه المسودة { $moment }
proposal-saved-since = حُفظت المسودة مرة أخرى { $moment }. تقرأها كما هي الآن.
proposal-back-who = أعاد { $who } هذه المسودة { $moment }
proposal-back = أُعيدت هذه المسودة { $moment }
proposal-sign-open = المسودة قيد المراجعة
proposal-sign-back = المسودة معادة
proposal-refused-open = المسودة مقترحة بالفعل. اسحب ذلك الاقتراح أولًا.
proposal-refused-none = لا توجد مسودة مقترحة لهذه الدورة.
publication-which = ما يُنشر هو المسودة كما حُفظت { $moment }. إذا حفظ أحد في هذه الأثناء تُسأل من جديد.
publication-words = ما يتغير كلمة بكلمة
editor-in-review = تنتظر مدير التدريب. ما تحفظه جزء مما سيُنشر.
editor-whole = لا ينقص شيء

# Letters about proposals.
proposal-mail-over = مسودات مركزكم
proposal-mail-from = اقترحها
proposal-mail-proposed = مسودة بانتظارك: { $code }
proposal-mail-proposed-lede = يقترح أحد العاملين في مركزكم نشرها.
proposal-mail-proposed-note = انشرها، أو أعدها واذكر المطلوب.
proposal-mail-proposed-action = القراءة والبت
proposal-mail-proposed-why = تتلقى هذه الرسالة بصفتك مدير تدريب في المركز.
proposal-mail-published = نُشرت: { $title }
proposal-mail-published-lede = نشر مدير التدريب لديكم المسودة التي اقترحتها.
proposal-mail-published-action = فتح صفحة الدورة
proposal-mail-sent-back = أُعيدت: { $code }
proposal-mail-sent-back-lede = أعاد مدير التدريب لديكم المسودة التي اقترحتها. المطلوب مذكور أدناه.
proposal-mail-sent-back-action = فتح المسودة
proposal-mail-answered-why = تتلقى هذه الرسالة لأنك اقترحت المسودة.
notice-course-proposed = مسودة في مركزكم بانتظارك
notice-course-proposed-what = رسالة واحدة عن كل اقتراح، إلى مديري التدريب.
notice-course-answered = مسودة اقترحتها نُشرت أو أُعيدت
notice-course-answered-what = رسالة واحدة عن كل جواب، إلى من اقترح المسودة.

# Help.
help-td-review = الرد على مسودة يقترحها محرر
help-td-review-1 = تصلك رسالة عن كل اقتراح. وتعرض «{ proposals-title }» في الصفحة الأولى لمركزكم كل ما ينتظر.
help-td-review-2 = تفتح «{ proposals-decide }» صفحة التحقق قبل النشر: ما يتغير وما ينقص والملاحظة التي كتبها المحرر. وتعرض «{ publication-words }» كل كلمة تتغير.
help-td-review-3 = انشرها بالملاحظة كما هي أو بكلماتك، أو اذكر المطلوب واختر «{ proposal-send-back }».
help-td-review-then = تصل رسالة إلى من اقترح المسودة. وإذا حفظ أحد وأنت تقرأ فلا يُنشر شيء وتُعرض عليك المسودة كما هي الآن.
help-ce-versions = عرض الإصدارات القديمة أو استعادة إصدار أو نسخ دورة
help-ce-versions-1 = تعرض «{ versions-all }» في صفحة الدورة إصداراتها. وتعرض «{ versions-difference }» الإصدار بالمقارنة مع سابقه، و«{ versions-compare }» أي إصدارين أو إصدارًا والمسودة.
help-ce-versions-2 = تعرض «{ versions-restore }» ما سيتغير في المسودة قبل أن تجعل الإصدار هو المسودة.
help-ce-versions-3 = تبدأ «{ copy-link }» دورة برمز آخر وبالنص نفسه.
help-ce-versions-then = لا يُغيَّر إصدار منشور أبدًا. والإصدار المستعاد يُنشر بوصفه الإصدار التالي.
