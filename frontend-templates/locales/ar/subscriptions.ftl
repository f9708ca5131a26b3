# unreviewed ar 2026-11-29
# Being told by e-mail what is new for a filter of the catalogue.
subscription-tell-me = أبلغوني بالبريد الإلكتروني بكل جديد هنا
subscription-new = تلقَّ الجديد بالبريد الإلكتروني
subscription-new-lede = نكتب إليك عندما تُنشر دورات تطابق هذه التصفية أو تتغير أو تُعلَّق أو تُلغى. وحين لا يكون هناك جديد لا نرسل شيئًا.
subscription-filter = التصفية
subscription-other-filter = اختر تصفية أخرى في الدليل
subscription-everything = جميع الدورات
subscription-words = الكلمات
subscription-text = { $text }
subscription-to-you = تُرسل الرسائل إلى { $address }.
subscription-address = عنوان البريد الإلكتروني
subscription-address-hint = نرسل أولًا رسالة واحدة فيها رابط. لن نبلغك بشيء إلا بعد أن تؤكدها.
subscription-address-missing = اكتب عنوان البريد الإلكتروني الذي يجوز لنا أن نراسله.
subscription-address-wrong = هذا ليس عنوان بريد إلكتروني. اكتبه على هذا النحو: name@example.org.
subscription-often = كم مرة
subscription-often-missing = اختر كم مرة يجوز لنا أن نكتب إليك.
subscription-daily = كل يوم
subscription-weekly = كل أسبوع، يوم الاثنين
subscription-monthly = كل شهر، في اليوم الأول
subscription-language = لغة الرسائل
subscription-language-missing = اختر إحدى اللغات.
subscription-filter-long = في هذه التصفية أجزاء أكثر مما ينبغي. احذف بعضها في الدليل.
subscription-too-many = لديك 50 اشتراكًا، وهو أكثر ما نحتفظ به. احذف واحدًا منها أولًا.
subscription-ask = أبلغوني بالبريد الإلكتروني
subscription-privacy = ما نحتفظ به
subscription-privacy-what = نحتفظ بالعنوان والتصفية لإرسال هذه الرسائل فقط. في كل رسالة رابط يوقفها، ثم يُحذف عنوانك من هذه القائمة. وما لا يؤكَّد يُحذف منها بعد 7 أيام. ويبقى في سجل الرسائل المرسلة عنوان كل منها.
subscription-asked = انظر الآن في صندوق بريدك
subscription-asked-lede = أرسلنا رسالة إلى العنوان الذي كتبته. افتح الرابط الذي فيها خلال 7 أيام.
subscription-asked-not = لم تصلك رسالة بعد عشر دقائق؟ انظر في مجلد الرسائل غير المرغوب فيها، أو اطلب مرة أخرى لاحقًا: نرسل ثلاث رسائل كهذه على الأكثر إلى العنوان الواحد في وقت قصير.
subscription-confirm-title = هل تريد هذه الرسائل؟
subscription-confirm-lede = طلب أحدهم، ولعلك أنت، أن نكتب إلى هذا العنوان.
subscription-confirm = نعم، أرسلوا إليّ هذه الرسائل
subscription-confirmed-done = تم التأكيد. نكتب إليك حالما يكون هناك جديد.
subscription-manage = رسائلك عن الدليل
subscription-manage-lede = غيّر كم مرة نكتب إليك، أو أوقف الرسائل مؤقتًا أو نهائيًا. لا تحتاج هذه الصفحة إلى حساب: يستطيع استخدامها كل من لديه عنوانها.
subscription-next = الرسالة التالية، إن كان هناك جديد: { $moment }
subscription-paused = متوقفة مؤقتًا
subscription-unconfirmed = لم تؤكَّد بعد
subscription-unknown = لم تعد تُرسل: لم يعد الدليل يعرف هذه التصفية. احذفها واختر تصفية جديدة.
subscription-see = انظر ما تجده الآن
subscription-save = حفظ
subscription-pause = إيقاف مؤقت
subscription-resume = استئناف
subscription-remove = حذف
subscription-saved = تم الحفظ.
subscription-paused-done = أُوقفت مؤقتًا. لا نكتب شيئًا حتى تستأنفها.
subscription-resumed-done = استؤنفت. نبلغك بالجديد من الآن فصاعدًا.
subscription-removed = حُذفت. لم نعد نكتب عن:
subscription-undo = تراجع
subscription-stop = هل تريد إيقاف هذه الرسائل؟
subscription-stop-lede = لن نبلغك بعد ذلك بالجديد عن:
subscription-stop-button = أوقف هذه الرسائل
subscription-stopped = أُوقفت هذه الرسائل
subscription-stopped-lede = لم نعد نكتب إليك عن هذه التصفية. وقد حُذف العنوان الذي ليس له حساب.
subscription-again = اطلبها من جديد
subscriptions-title = رسائل عن الدليل
subscriptions-lede = التصفيات التي نبلغ { $address } بجديدها.
subscriptions-none = لا نبلغك بأي تصفية
subscriptions-none-how = اختر تصفية في الدليل وافتح الرابط «{ subscription-tell-me }» أسفل القائمة.
subscription-number = الرسالة { $number }
subscription-letter-over = دليل الدورات
subscription-letter-confirm = أكد أنه يجوز لنا أن نكتب إليك
subscription-letter-confirm-lede = طلب أحدهم، ولعلك أنت، أن يُبلَّغ بالبريد الإلكتروني بالجديد في دليل الدورات. افتح الرابط خلال 7 أيام واضغط الزر؛ ولن نرسل شيئًا آخر قبل ذلك.
subscription-letter-confirm-why = وصلتك هذه الرسالة لأن أحدهم كتب عنوانك. إن لم تكن أنت فلا تفعل شيئًا: نحذف العنوان بعد 7 أيام.
subscription-letter-known = نبلغك بهذه التصفية من قبل
subscription-letter-known-lede = طلب أحدهم، ولعلك أنت، مرة أخرى أن يُبلَّغ بالجديد. لم يتغير شيء. يفتح الرابط الصفحة التي تغيّر فيها هذه الرسائل أو توقفها.
subscription-letter-known-why = وصلتك هذه الرسالة لأن أحدهم كتب عنوانك.
subscription-digest = { $count ->
    [zero] لا جديد
    [one] جديد دورة واحدة
    [two] جديد دورتين
    [few] جديد { $count } دورات
    [many] جديد { $count } دورة
   *[other] جديد { $count } دورة
  }
subscription-digest-lede = هذا ما حدث للدورات التي تجدها تصفيتك منذ آخر رسالة منا. كم مرة: { $often }.
subscription-digest-more = { $count ->
    [zero] كل الدورات معروضة هنا.
    [one] دورة أخرى غير معروضة هنا.
    [two] دورتان أخريان غير معروضتين هنا.
    [few] { $count } دورات أخرى غير معروضة هنا.
    [many] { $count } دورة أخرى غير معروضة هنا.
   *[other] { $count } دورة أخرى غير معروضة هنا.
  }
subscription-digest-all = انظر جميع دورات التصفية
subscription-digest-why = وصلتك هذه الرسالة لأنك طلبت أن تُبلَّغ بهذه التصفية.
subscription-course = { $code } – { $title }
subscription-what = الجديد
subscription-note = بكلمات المركز
subscription-page = الصفحة
subscription-news-published = جديدة في الدليل
subscription-news-changed = تغيرت
subscription-news-resumed = عادت إلى الدليل
subscription-news-suspended = معلَّقة مؤقتًا
subscription-news-retired = أُلغيت
notice-subscription = جديد الدليل لمشترك
letter-action-open = { $label }:
help-all-told = تلقَّ الجديد بالبريد الإلكتروني
help-all-told-1 = اختر التصفية في الدليل، ثم افتح «{ subscription-tell-me }» أسفل القائمة.
help-all-told-2 = اكتب عنوانك، إن لم تكن قد سجلت الدخول، واختر كم مرة يجوز لنا أن نكتب إليك. اضغط «{ subscription-ask }».
help-all-told-3 = من غير حساب: افتح الرابط في الرسالة التي تصلك، ثم اضغط «{ subscription-confirm }».
help-all-told-then = نكتب حين يكون هناك جديد فقط. في كل رسالة رابط يوقفها؛ ومن سجل الدخول يغير رسائله في «{ subscriptions-title }».
