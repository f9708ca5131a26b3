# unreviewed ar 2026-11-30
# Seats of deliveries: how they are shared.
seats-sharing-demand = بحسب ما طلبته الدول
seats-sharing-equal = العدد نفسه لكل دولة مختارة
seats-sharing-open = كلها في الاحتياطي، لمن يُقبل أولًا
seats-sharing-custom = كما أدخلها المركز
seats-sharing-national = كلها للدولة الواحدة

# What happened to seats.
seats-entry-capacity-raised = زادت مقاعد التقديم
seats-entry-capacity-lowered = نقصت مقاعد التقديم
seats-entry-allotted = أُعطيت لدولة
seats-entry-quota-lowered = أُخذت من دولة
seats-entry-granted = أُعطيت لدولة من أجل شخص واحد
seats-entry-taken = شغلها شخص
seats-entry-freed = تركها شخص
seats-entry-offered = عُرضت على شخص
seats-entry-offer-ended = لم يسفر عرض عن شيء
seats-entry-turned-back = أعادتها دولة
seats-entry-recalled = استُردت: لم يشغلها أحد في وقتها
seats-side-outside = خارج التقديم
seats-side-reserve = الاحتياطي
seats-side-person = شخص من { $member }

# What a rule refuses.
seats-refused-running = هذا التقديم جارٍ. تبقى مقاعده كما هي.
seats-refused-published = نُشرت مقاعد هذا التقديم بالفعل.
seats-refused-not-announced = أعلن التقديم أولًا ثم انشر مقاعده.
seats-refused-postponed = هذا التقديم مؤجل. حدد أيامه الجديدة وأعلنه أولًا.
seats-refused-not-published = لم تُنشر مقاعد هذا التقديم بعد.
seats-refused-no-days = حدد الأيام أولًا. ليس لتقديم بلا أيام موعد نهائي للترشيح.
seats-refused-past = انقضى اليوم الأول. غيّر الأيام ثم انشر المقاعد.
seats-refused-no-draft = وزّع المقاعد أولًا ثم انشرها.
seats-refused-national = كل مقاعد التقديم الوطني لدولته.
seats-refused-director = لا يغيّر مقاعد منشورة إلا مدير التدريب.
seats-refused-all-yours = كل مقاعد هذا التقديم لدولتكم. ولا أحد غيرها يشغلها.
seats-refused-frozen = الأسماء نهائية. لا تُعاد مقاعد بعد الآن.
seats-refused-none-free = ليس لدولتكم مقعد شاغر تعيده.

# What is wrong with a form.
seats-needs-sharing = اختر كيف تُوزَّع المقاعد.
seats-number-bad = أدخل رقمًا من { $least } إلى { $most }.
seats-member-unknown = استخدم رمز دولة.
seats-member-twice = اذكر كل دولة مرة واحدة.
seats-below-taken = أدخل { $taken } على الأقل لـ { $member }: هذا عدد من لهم مقعد من هذه الدولة.
seats-too-many = المقاعد الزائدة: { $over }. للدول معًا { $sum }، وللتقديم { $capacity }.
seats-return-bad = أدخل رقمًا من 1 إلى { $most }.
seats-capacity-held = أدخل { $least } على الأقل، أو غيّر مقاعد الدول أولًا. هذا ما لديها: { $held }.
seats-capacity-taken = أدخل { $least } على الأقل: هذا عدد من لهم مقعد. { $held }.

# The pages of seats.
seats-title = المقاعد
seats-of = مقاعد { $member }
seats-your = مقاعد دولتكم
seats-held = المقاعد المخصصة: { $held }.
seats-figures = المشغولة: { $taken }، الشاغرة: { $free }
seats-taken-key = مشغول
seats-free-key = شاغر
seats-you-asked = الأماكن التي طلبتها دولتكم من هذا النوع من الدورات: { $asked }.
seats-by-state = المقاعد بحسب الدولة
seats-shared = كيف تُوزَّع المقاعد
seats-states-hold = ما لدى الدول
seats-reserve = الاحتياطي
seats-published = نُشرت في
seats-column-asked = الأماكن المطلوبة
seats-column-held = المخصصة
seats-column-taken = المشغولة
seats-column-free = الشاغرة
seats-column-equal = حصة متساوية
seats-none = لم تُوزَّع المقاعد بعد
seats-none-how = ابدأ مما طلبته الدول، أو وزّع بالتساوي، أو أبقها كلها في الاحتياطي.
seats-none-what = ينشر مدير التدريب عدد مقاعد كل دولة.
seats-none-held = ليس لأي دولة مقعد خاص. كلها في الاحتياطي.
seats-draft = مسودة.
seats-draft-what = لا يراها إلا مركزك حتى ينشرها مدير التدريب.
seats-share = توزيع المقاعد
seats-edit-draft = تغيير المسودة
seats-change = تغيير مقاعد الدول
seats-form-lede = مقاعد التقديم: { $capacity }. وما ليس لدولة يبقى في الاحتياطي.
seats-how = مقترح التوزيع
seats-demand-what = بحسب ما طلبته الدول: بالتناسب مع الأماكن المطلوبة وبأكبر البواقي. لكل دولة طلبت مقعد واحد على الأقل، ولا تنال أكثر مما طلبت. وإن قلّت المقاعد عن الدول فللأكثر طلبًا مقعد واحد لكل منها.
seats-keep = مقاعد تبقى في الاحتياطي
seats-keep-hint = فارغ: لا شيء.
seats-cap = أكثر مقاعد لدولة واحدة
seats-cap-hint = فارغ: بلا حد.
seats-propose = اقترح
seats-propose-what = يحل المقترح محل الأرقام أدناه. ولا يُحفظ شيء.
seats-asked-in = الأماكن المطلوبة في الجولة «{ $round }» على المستوى الإقليمي.
seats-asked-nothing = لم تطلب أي دولة مكانًا من هذا النوع من الدورات.
seats-agencies = الجهات
seats-agency-limit = أكثر أشخاص من جهة واحدة
seats-agency-hint = رغبة تظهر عند اختيار الأشخاص. ولا يُرفض أحد بسببها. فارغ: بلا رغبة.
seats-no-limit = بلا رغبة
seats-save-draft = حفظ المسودة
seats-changed-meanwhile = لم يُحفظ شيء: تغيّرت المقاعد وأنت تكتب. أرقامك أدناه. وحفظها الآن يستبدل المحفوظ.
seats-see-theirs = انظر المحفوظ
seats-check = راجع التغييرات
seats-change-what = لا يفقد أحد مقعدًا يشغله شخص.
seats-change-told = يتلقى منسقو الاتصال في هذه الدول رسالة إلكترونية بالرقمين. ولا تُبلَّغ دول أخرى.
seats-change-nothing = لم تتغير مقاعد أي دولة.
seats-change-now = غيّر المقاعد الآن
seats-before = قبل
seats-after = بعد
seats-back = رجوع
seats-publish = نشر المقاعد
seats-publish-what = ترى كل دولة مقاعدها، ويُفتح الترشيح. وتُبلَّغ الدول المعنية بالتغييرات اللاحقة.
seats-publish-told = { $states ->
    [zero] لا دولة بالبريد الإلكتروني: كل المقاعد في الاحتياطي.
    [one] يتلقى منسقو الاتصال في دولة واحدة رسالة إلكترونية بعددها.
    [two] يتلقى منسقو الاتصال في دولتين رسالة إلكترونية، كلٌ بعدد دولته.
    [few] يتلقى منسقو الاتصال في { $states } دول رسالة إلكترونية، كلٌ بعدد دولته.
    [many] يتلقى منسقو الاتصال في { $states } دولة رسالة إلكترونية، كلٌ بعدد دولته.
   *[other] يتلقى منسقو الاتصال في { $states } دولة رسالة إلكترونية، كلٌ بعدد دولته.
}
seats-publish-now = انشر المقاعد الآن
seats-publish-meanwhile = لم يُنشر شيء: تغيّرت المقاعد وأنت تقرأ. انظر إليها الآن ثم قرر من جديد.
seats-return = إعادة مقاعد
seats-return-what = تعود المقاعد الشاغرة إلى الاحتياطي، وقد ينالها غيركم منه. ولا يمكنكم استردادها.
seats-return-told = يتلقى مديرو التدريب في { $centre } رسالة إلكترونية. ولا تُبلَّغ دول أخرى.
seats-return-many = المقاعد المعادة
seats-return-hint = المقاعد الشاغرة: { $free }.
seats-return-reason = ليس السبب لازمًا. يقرؤه المركز.
seats-return-now = أعد المقاعد الآن
seats-return-meanwhile = لم يُعد شيء: تغيّرت المقاعد الشاغرة لدولتكم. انظر إليها من جديد.
seats-ledger = أين ذهبت المقاعد
seats-ledger-lede = كل حركة لمقعد، الأحدث أولًا.
seats-ledger-none = لم يتحرك مقعد
seats-ledger-none-what = تُكتب الأسطر الأولى عند نشر المقاعد.
seats-ledger-csv = تنزيل بصيغة CSV
seats-ledger-workbook = تنزيل جدول بيانات
seats-number = الرقم
seats-when = متى
seats-what = ما حدث
seats-from = من
seats-to = إلى
seats-by = بواسطة
seats-returned = المقاعد المعادة
seats-free = المقاعد الشاغرة
seats-recalled = المقاعد المستردة

# What people are told.
seats-mail-over = المقاعد
seats-mail-published = { $seats ->
    [zero] لا مقاعد لدولتكم في «{ $title }»
    [one] لدولتكم مقعد واحد في «{ $title }»
    [two] لدولتكم مقعدان في «{ $title }»
    [few] لدولتكم { $seats } مقاعد في «{ $title }»
    [many] لدولتكم { $seats } مقعدًا في «{ $title }»
   *[other] لدولتكم { $seats } مقعد في «{ $title }»
}
seats-mail-published-lede = الترشيح مفتوح. ولا تُبلَّغ دول أخرى بعددكم.
seats-mail-changed = { $seats ->
    [zero] لم يعد لدولتكم مقعد في «{ $title }»
    [one] لدولتكم الآن مقعد واحد في «{ $title }»
    [two] لدولتكم الآن مقعدان في «{ $title }»
    [few] لدولتكم الآن { $seats } مقاعد في «{ $title }»
    [many] لدولتكم الآن { $seats } مقعدًا في «{ $title }»
   *[other] لدولتكم الآن { $seats } مقعد في «{ $title }»
}
seats-mail-changed-lede = غيّر المركز مقاعد دولتكم. ولا يفقد أحد مقعدًا له.
seats-mail-returned = { $seats ->
    [zero] لا تعيد { $member } أي مقعد في «{ $title }»
    [one] تعيد { $member } مقعدًا واحدًا في «{ $title }»
    [two] تعيد { $member } مقعدين في «{ $title }»
    [few] تعيد { $member } { $seats } مقاعد في «{ $title }»
    [many] تعيد { $member } { $seats } مقعدًا في «{ $title }»
   *[other] تعيد { $member } { $seats } مقعد في «{ $title }»
}
seats-mail-returned-lede = هي الآن في الاحتياطي.
seats-mail-recall-soon = { $seats ->
    [zero] لا مقاعد شاغرة لدولتكم في «{ $title }»
    [one] مقعد واحد لدولتكم في «{ $title }» ما زال شاغرًا
    [two] مقعدان لدولتكم في «{ $title }» ما زالا شاغرين
    [few] { $seats } مقاعد لدولتكم في «{ $title }» ما زالت شاغرة
    [many] { $seats } مقعدًا لدولتكم في «{ $title }» ما زالت شاغرة
   *[other] { $seats } مقعد لدولتكم في «{ $title }» ما زالت شاغرة
}
seats-mail-recall-soon-lede = رشحوا لها أشخاصًا أو أعيدوها. وما يبقى شاغرًا حينئذ يذهب إلى دول أخرى.
seats-mail-recalled = { $seats ->
    [zero] لم تُسترد مقاعد لدولتكم في «{ $title }»
    [one] استُرد مقعد واحد لدولتكم في «{ $title }»
    [two] استُرد مقعدان لدولتكم في «{ $title }»
    [few] استُردت { $seats } مقاعد لدولتكم في «{ $title }»
    [many] استُرد { $seats } مقعدًا لدولتكم في «{ $title }»
   *[other] استُرد { $seats } مقعد لدولتكم في «{ $title }»
}
seats-mail-recalled-lede = لم يُرشح لها أحد في وقتها. هي الآن في الاحتياطي لمن ينتظرون.
seats-mail-recalled-in-all = { $seats ->
    [zero] لم تُسترد مقاعد شاغرة في «{ $title }»
    [one] استُرد مقعد شاغر واحد في «{ $title }»
    [two] استُرد مقعدان شاغران في «{ $title }»
    [few] استُردت { $seats } مقاعد شاغرة في «{ $title }»
    [many] استُرد { $seats } مقعدًا شاغرًا في «{ $title }»
   *[other] استُرد { $seats } مقعد شاغر في «{ $title }»
}
seats-mail-recalled-in-all-lede = هي الآن في الاحتياطي. اقبل أشخاصًا من قائمة الانتظار.
seats-mail-action = افتح المقاعد
seats-mail-why-state = تتلقى هذه الرسالة بصفتك منسق اتصال في دولة لها مقاعد.
seats-mail-why-centre = تتلقى هذه الرسالة بصفتك مدير تدريب في المركز الذي يعقد التقديم.
notice-seats-for-state = يعطي مركز دولتكم مقاعد في تقديم، أو يغيّر عددها
notice-seats-for-state-what = رسالة واحدة عند نشر المقاعد، وواحدة عن كل تغيير لعددكم.
notice-seats-returned = تعيد دولة مقاعد في تقديم يعقده مركزك
notice-seats-returned-what = رسالة واحدة عن كل إعادة.

# Help.
help-td-seats = توزيع مقاعد تقديم
help-td-seats-1 = في صفحة التقديم اختر «{ seats-title }» ثم «{ seats-share }». اختر الطريقة واضغط «{ seats-propose }».
help-td-seats-2 = غيّر الأرقام بنفسك حيث تعرف أكثر. اضغط «{ seats-save-draft }»: لا يرى المسودة إلا مركزك.
help-td-seats-3 = بعد إعلان التقديم وتحديد أيامه اختر «{ seats-publish }». راجع الأرقام ثم أكّد.
help-td-seats-4 = لإعطاء دولة مقاعد أكثر أو أقل لاحقًا اختر «{ seats-change }».
help-td-seats-then = تُبلَّغ كل دولة بعددها، ويُفتح الترشيح. ويعرض «{ seats-ledger }» كل حركة لمقعد.
help-fp-seats = رؤية مقاعد دولتكم وإعادتها
help-fp-seats-1 = افتح التقديم في «{ nav-calendar }». يذكر عدد مقاعد دولتكم وعدد الشاغر منها.
help-fp-seats-2 = إن لم يكن لديكم أحد لمقعد فاختر «{ seats-title }» ثم «{ seats-return }».
help-fp-seats-then = تعود المقاعد إلى الاحتياطي ويُبلَّغ المركز. ولا ترى دول أخرى أعدادكم.
help-rso-seats = رؤية توزيع مقاعد تقديم
help-rso-seats-1 = افتح التقديم في «{ nav-calendar }» واختر «{ seats-title }».
help-rso-seats-2 = يعرض «{ seats-ledger }» كل حركة لمقعد. ويمكن تنزيله.
help-rso-seats-then = ترى ما نشرته المراكز. أما المسودات فلا يراها إلا مركزها.
