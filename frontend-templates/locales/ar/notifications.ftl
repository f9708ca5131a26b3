# unreviewed ar 2026-11-25
# What people want to be told, and what the installation sends.
notices-title = إشعارات البريد الإلكتروني
notices-lede = ما تكتبه RCTM إلى { $address }.
notices-saved = تم الحفظ.
notices-at-once = فورًا
notices-off = متوقفة
notices-always = تُرسل دائمًا
notices-save = حفظ
notices-more = في كل رسالة
notices-more-what = في نهاية كل رسالة يجوز لك إيقافها رابط لذلك. يعمل الرابط من غير تسجيل الدخول.
notice-course-nominated = دولة تطلب نوع دورة ينشره مركزكم
notice-course-nominated-what = رسالة واحدة عن كل إرسال من دولة في جولة الترشيح، إلى مديري التدريب.
notice-sheet-receipt = إيصال بما أرسلته دولتكم
notice-sheet-receipt-what = رسالة واحدة إلى كل منسق اتصال في دولتكم بعد الإرسال. هي إثبات لكم، لذلك لا يمكن إيقافها.
notice-other = أخبار أخرى
stop-title = هل تريد إيقاف هذه الرسائل؟
stop-lede = لن تتلقى هذه الرسالة بعد ذلك:
stop-button = أوقف هذه الرسائل
stop-nothing-yet = لم يتغير شيء بعد.
stop-done-title = أُوقفت هذه الرسائل
stop-done-lede = لن تتلقى هذه الرسالة بعد الآن:
stop-undo = يمكنك تشغيلها من جديد في إشعارات البريد الإلكتروني.
stop-to-notices = إشعارات البريد الإلكتروني
emails-title = الرسائل الإلكترونية
emails-lede = ما ترسله RCTM. لا تُعرض العناوين ولا النصوص.
emails-show = العرض
emails-all = الكل
emails-waiting = في الانتظار ({ $count })
emails-sent = أُرسلت في آخر 30 يومًا ({ $count })
emails-failed = تعذر إرسالها ({ $count })
emails-silent = لم يستجب خادم البريد منذ { $moment }.
emails-silent-what = { $count ->
    [zero] لا توجد رسائل في الانتظار.
    [one] رسالة واحدة في الانتظار. تُرسل تلقائيًا عندما يستجيب الخادم.
    [two] رسالتان في الانتظار. تُرسلان تلقائيًا عندما يستجيب الخادم.
    [few] { $count } رسائل في الانتظار. تُرسل تلقائيًا عندما يستجيب الخادم.
    [many] { $count } رسالة في الانتظار. تُرسل تلقائيًا عندما يستجيب الخادم.
   *[other] { $count } رسالة في الانتظار. تُرسل تلقائيًا عندما يستجيب الخادم.
  }
emails-again-done = أُعيدت الرسالة إلى قائمة الإرسال.
emails-caption = الرسائل الإلكترونية، الأحدث أولًا
emails-subject = الموضوع
emails-state = الحالة
emails-attempts = المحاولات
emails-written = كُتبت
emails-action = الإجراء
emails-send-again = إعادة الإرسال
emails-send-again-which = إعادة الإرسال: { $subject }
emails-next = المحاولة التالية { $moment }
emails-newest = الأحدث
emails-older = الأقدم
emails-pages = الصفحات
emails-none = لا توجد رسائل هنا
emails-none-what = تُكتب الرسائل عندما ترسل دولة ترشيحاتها للدورات.
emails-not-failed = لا تُعاد إلا الرسالة التي تعذر إرسالها. هذه الرسالة في الانتظار أو أُرسلت.
email-queued = في الانتظار
email-sending = قيد الإرسال
email-sent = أُرسلت
email-failed = تعذر الإرسال
email-trouble-coded = { $trouble } الرمز { $code }.
email-trouble-unreachable = تعذر الوصول إلى خادم البريد.
email-trouble-no-session = لم يبدأ خادم البريد جلسة.
email-trouble-unencrypted = لا يوفر خادم البريد تشفيرًا، لذلك لم نسجل الدخول إليه.
email-trouble-sender = لم يقبل خادم البريد عنواننا.
email-trouble-recipient = لم يقبل خادم البريد المستلم.
email-trouble-message = لم يقبل خادم البريد الرسالة.
email-trouble-dropped = انقطع الاتصال قبل إرسال الرسالة.
email-trouble-slow = استغرق خادم البريد وقتًا طويلًا.
email-trouble-no-answer = لم يجب خادم البريد بعد إرسال الرسالة. ربما تكون قد وصلت.
email-trouble-address = لا يمكن الكتابة إلى هذا العنوان.
email-trouble-unbuildable = تعذر إعداد الرسالة.
email-trouble-file = تعذرت كتابة الملف.
email-trouble-restored = كانت هذه الرسالة تنتظر عند أخذ نسخة احتياطية، ثم استُعيد النظام من تلك النسخة. ربما أُرسلت في ما بين ذلك.
demo-mail-title = رسائل النسخة التوضيحية
demo-mail-lede = أحدث 100 رسالة بكل ما فيها. لا تظهر هذه الصفحة إلا في النسخة التوضيحية.
demo-mail-to = إلى
demo-mail-none = لم تُكتب أي رسالة بعد
demo-mail-none-what = أرسل ترشيحات الدورات بصفة منسق اتصال: يتلقى مديرو التدريب المعنيون رسائل إلكترونية.
demo-mail-from = من
demo-mail-written = كُتبت
demo-mail-id = Message-ID
demo-mail-text = الجزء النصي
demo-mail-download = تنزيل الرسالة مع جزء HTML (‎.eml)
demo-mail-all = جميع الرسائل
notices-none = لا إشعارات بريد إلكتروني لهذه الصفة
notices-none-why = يُبلَّغ مديرو التدريب بترشيحات الدورات، ويتلقى منسقو الاتصال إيصالًا بما ترسله دولتهم.
