# unreviewed ar 2026-11-29
# Similar courses of other centres.
overlap-same-type = نوع الدورة نفسه
overlap-near-title = عنوان متقارب
overlap-same-audience = فئة مستهدفة متقاربة
overlap-same-language = تُدرَّس باللغة نفسها
overlap-title = دورات مشابهة لدى مراكز أخرى
overlap-page-title = دورات مشابهة: { $title }
overlap-lede = المراكز يكمل بعضها بعضًا. انظر في هذه الدورات قبل النشر، وهي لا تمنعك من النشر أبدًا.
overlap-none = ليس لدى أي مركز آخر دورة مشابهة
overlap-none-how = تُقارن الدورات بنوع الدورة والعنوان والفئة المستهدفة واللغة.
overlap-alike = التشابه
overlap-score = { $score } من 100
overlap-why = فيمَ التشابه
overlap-dismiss = ليست نفسها
overlap-dismiss-which = ليست نفسها: { $title }
overlap-dismiss-what = اذكر لماذا دورتك شيء آخر. يبقى ذلك مسجلًا إلى أن يرجع مركزك عنه، ولا يُبلَّغ به المركز الآخر.
overlap-reason-hint = جملة أو جملتان لزملائك.
overlap-dismissed = ليست نفسها
overlap-dismissed-who = { $who }، { $date }
overlap-take-back = قارن من جديد
overlap-back = العودة إلى الدورة
overlap-needs-reason = اكتب سببًا.
overlap-unknown = اختر دورة منشورة لمركز آخر.

# Help.
help-td-overlap = التكامل لا التكرار
help-td-overlap-1 = تعرض «{ course-check-publish }» الدورات المشابهة لدى مراكز أخرى وفيمَ تتشابه. وتعرض «{ overlap-title }» في صفحة الدورة القائمة نفسها في أي وقت.
help-td-overlap-2 = افتح الدورة الأخرى ثم قرر: انشر على كل حال، أو غيّر دورتك، أو اطلب من المركز الآخر أن يقدمها معك.
help-td-overlap-3 = إذا كانت الدورة شيئًا آخر فاختر «{ overlap-dismiss }» واذكر السبب.
help-td-overlap-then = يبقى ما استبعدته كذلك مع سببه إلى أن تختار «{ overlap-take-back }». ولا شيء يمنعك من النشر.
