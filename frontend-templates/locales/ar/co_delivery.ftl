# unreviewed ar 2026-11-29
# Centres that deliver a course together.
co-delivery-title = التقديم المشترك
co-delivery-page-title = التقديم المشترك: { $title }
co-delivery-lede-owner = اطلب من مركز آخر أن يقدم هذه الدورة أيضًا. يمكن بعد ذلك لكليهما أن يحدد مواعيدها، ولا يعدلها إلا مركزك.
co-delivery-lede-partner = هذه الدورة ملك { $centre } وهو وحده يعدلها. والمركز الذي قبل يمكنه أيضًا أن يحدد مواعيدها.
co-delivery-none = لا يقدم أي مركز آخر هذه الدورة
co-delivery-none-how = اطلب من مركز أدناه. يتلقى مديرو التدريب فيه رسالة إلكترونية ويجيبون.
co-delivery-centres = المراكز
co-delivery-owner = المركز صاحب الدورة
co-delivery-also = يقدمها أيضًا
co-delivery-said = ما قيل
co-delivery-message = رسالة
co-delivery-message-hint = للمركز الآخر إن شئت: متى وأين وبأي لغات.
co-delivery-reason-hint = يقرؤه المركز الآخر.
co-delivery-invited = طُلب منه
co-delivery-accepted = يقدمها أيضًا
co-delivery-declined = مرفوض
co-delivery-withdrawn = سُحبت الدعوة
co-delivery-ended = انتهى
co-delivery-invite = اطلب من مركز
co-delivery-invite-what = يُبلَّغ مديرو التدريب في ذلك المركز بالبريد الإلكتروني.
co-delivery-withdraw = سحب
co-delivery-accept = قبول
co-delivery-accept-what = يُذكر مركزك في صفحة الدورة، وتوجد الدورة تحت المركزين في الدليل، وتُبلَّغ بما تطلبه الدول من نوعها.
co-delivery-decline = رفض
co-delivery-end = إنهاء
co-delivery-end-with = الإنهاء مع { $centre }
co-delivery-end-what = يُبلَّغ المركز الآخر بالبريد الإلكتروني مع السبب.
co-delivery-end-now = إنهاء التقديم المشترك
co-delivery-director-decides = مدير التدريب لديك هو من يقرر ذلك.
co-delivery-only-published = لا تُقدَّم بالاشتراك إلا دورة موجودة في الدليل.
co-delivery-all-asked = طُلب من كل المراكز الأخرى.
co-delivery-needs-centre = اختر مركزًا آخر.
co-delivery-changed-meanwhile = لم يحدث شيء: كان المركز الآخر أو أحد زملائك أسرع. انظر في الحال الآن ثم قرر من جديد.
co-delivery-refused-invited = طُلب من المركز ولم يجب بعد.
co-delivery-refused-accepted = المركز يقدم الدورة بالفعل.
co-delivery-refused-over = لم تعد هناك دعوة مفتوحة.
co-delivery-home = دورات مراكز أخرى
co-delivery-answer = أجب
co-delivery-open = افتح
co-delivery-you-schedule = يقدم مركزك هذه الدورة أيضًا ويمكنه أن يحدد مواعيدها.

# What the other side is told.
co-delivery-mail-over = التقديم المشترك
co-delivery-mail-invited = يطلب منك { $centre } تقديم «{ $title }» معًا
co-delivery-mail-invited-lede = إذا قبل مركزك أمكن لكليكما تحديد مواعيد الدورة. ولا يعدلها إلا { $centre }.
co-delivery-mail-accepted = يقدم { $centre } معك «{ $title }»
co-delivery-mail-accepted-lede = قبل { $centre }. يمكن للمركزين تحديد مواعيد الدورة، وكلاهما مذكور في صفحتها.
co-delivery-mail-declined = لا يقدم { $centre } معك «{ $title }»
co-delivery-mail-declined-lede = رفض { $centre }. والسبب أدناه.
co-delivery-mail-withdrawn = سحب { $centre } دعوته إلى «{ $title }»
co-delivery-mail-withdrawn-lede = لم تعد في حاجة إلى الإجابة.
co-delivery-mail-ended = ينهي { $centre } تقديم «{ $title }» معًا
co-delivery-mail-ended-lede = من الآن لا يحدد مواعيد الدورة إلا المركز صاحبها. والسبب أدناه.
co-delivery-mail-action = افتح الصفحة
co-delivery-mail-why = تتلقى هذه الرسالة بصفتك مدير تدريب في المركز.
notice-co-delivery = مركز آخر يريد تقديم دورة معكم أو يجيب أو ينهي ذلك
notice-co-delivery-what = رسالة واحدة عن كل خطوة، إلى مديري التدريب.

# Help.
help-td-together = تقديم دورة بالاشتراك
help-td-together-1 = افتح صفحة دورتك واختر «{ co-delivery-title }». اختر المركز واكتب ما تفكر فيه ثم اضغط «{ co-delivery-invite }».
help-td-together-2 = تظهر الدعوة إلى مركزك في «{ nav-home }». اختر «{ co-delivery-answer }» ثم «{ co-delivery-accept }»، أو ارفض مع السبب.
help-td-together-3 = يمكن لأي من المركزين إنهاء ذلك مع السبب.
help-td-together-then = يتلقى مديرو التدريب في المركز الآخر رسالة إلكترونية في كل خطوة. ومن قبل يمكنه تحديد مواعيد الدورة، ولا يعدلها إلا صاحبها.
