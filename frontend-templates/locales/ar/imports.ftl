# unreviewed ar 2026-11-29
# Importing tables of courses.
import-title = استيراد الدورات
import-lede = أرسل جدول بيانات قديمًا أو دورات صُدِّرت من هنا. سترى أولًا مصير كل صف؛ لا يتغير شيء حتى تؤكد، ويمكن التراجع عن كل ذلك.
import-file = الملف
import-file-hint = ملف CSV بأي ترميز أو مصنف Excel ‏(.xlsx) أو JSON، حتى { $most } ميغابايت و20,000 صف. من المصنف تُقرأ أول ورقة غير مخفية.
import-paste = أو الصق جدولًا
import-paste-hint = انسخ خلايا جدول البيانات مع صف العناوين والصقها هنا.
import-read = افحص الجدول
import-no-file = اختر ملفًا أو الصق جدولًا.
import-not-base64 = أرسل محتوى الملف بترميز base64.
import-too-large = أرسل ملفًا أصغر: { $most } ميغابايت على الأكثر.
import-before = عمليات الاستيراد السابقة
import-none = لم يُستورد شيء بعد
import-none-how = اختر ملفًا أعلاه. يُعرض ما سيتغير قبل حدوث أي شيء.
import-counts = الدورات
import-counts-of = { $new } جديدة، { $change } معدلة
import-sent = أُرسل
import-pasted = جدول ملصق
import-one = استيراد
import-state-reading = قيد القراءة
import-state-examined = بانتظارك
import-state-confirmed = تم الاستيراد
import-state-undone = تم التراجع
import-state-failed = تعذرت القراءة
import-columns = محتوى الأعمدة
import-columns-lede = حدد محتوى كل عمود في جدولك. لن يحتاج مركزك إلى تكرار ذلك للجداول ذات العناوين نفسها.
import-head = العنوان
import-no-head = بلا عنوان
import-sample = مثال
import-holds = يحتوي على
import-holds-of = محتوى العمود { $column }
import-holds-nothing = لا شيء يؤخذ
import-columns-save = افحص الجدول مجددًا
import-mapping-bad = اختر عمود عنوان الدورة، ولا تختر شيئًا مرتين.
import-progress = فُحص { $done } من { $all } صفًا.
import-progress-begun = الملف قيد القراءة.
import-reading-what = يمكنك إغلاق هذه الصفحة والعودة لاحقًا. تتحقق الصفحة تلقائيًا كل بضع ثوانٍ.
import-look-again = تحقق مجددًا
import-failed-what = لم يتغير شيء.
import-another = اختر ملفًا آخر
import-nothing = لا شيء للاستيراد: كل دورات الجدول موجودة أو لا يمكن أخذها.
import-would = إذا أكدت: الدورات الجديدة { $new }، المسودات المعدلة { $change }.
import-would-what = كلها مسودات لا يراها إلا مركزك. لا يُنشر شيء.
import-confirm = { $count ->
    [zero] استورد لا شيء
    [one] استورد دورة واحدة
    [two] استورد دورتين
    [few] استورد { $count } دورات
    [many] استورد { $count } دورة
   *[other] استورد { $count } دورة
  }
import-did = تم الاستيراد: الدورات الجديدة { $new }، المسودات المعدلة { $change }.
import-did-what = التراجع يزيل الدورات التي أُنشئت ويعيد مسودات الأخرى، ما لم يعدلها أحد منذ ذلك.
import-undo = تراجع عن الاستيراد
import-undone-what = تم التراجع عن هذا الاستيراد.
import-rows = صفوف الجدول
import-row = الصف
import-verdict = مصيره
import-reasons = السبب
import-no-rows = لا توجد صفوف كهذه
import-beside = ورد أيضًا في الجدول
import-dates = التواريخ
import-shown-courses = الدورات
import-shown-all = الكل
import-refused-not-waiting = لم يعد هذا الاستيراد بانتظارك.
import-refused-nothing = لا شيء للاستيراد.
import-refused-changed = عُدلت دورات مركزك منذ فحص الجدول. يُفحص مجددًا: راجع الصفوف ثم أكد.
import-refused-not-confirmed = لا شيء للتراجع عنه: لم يُستورد هذا.
import-refused-touched = { $count ->
    [zero] لا يمكن التراجع: { $codes }.
    [one] لا يمكن التراجع لأن دورة عُدلت أو استُخدمت منذ ذلك: { $codes }.
    [two] لا يمكن التراجع لأن دورتين عُدلتا أو استُخدمتا منذ ذلك: { $codes }.
    [few] لا يمكن التراجع لأن { $count } دورات عُدلت أو استُخدمت منذ ذلك: { $codes }.
    [many] لا يمكن التراجع لأن { $count } دورة عُدلت أو استُخدمت منذ ذلك: { $codes }.
   *[other] لا يمكن التراجع لأن { $count } دورة عُدلت أو استُخدمت منذ ذلك: { $codes }.
  }

# What becomes of a row.
import-outcome-skip = ليس دورة
import-outcome-import = يُستورد
import-outcome-warn = يُستورد، يُرجى المراجعة
import-outcome-reject = يُستبعد
import-step-none = لا شيء
import-step-new = دورة جديدة
import-step-change = يعدل مسودة
import-step-same = موجودة بالفعل

# What columns hold.
import-field-start = تاريخ البدء
import-field-end = تاريخ الانتهاء أو المدة
import-field-venue = المكان
import-field-participants = المشاركون
import-field-remarks = ملاحظات
import-field-number = رقم الصف

# Why a file cannot be read.
table-empty = لا صفوف في الملف.
table-too-many-rows = في الملف أكثر من 20,000 صف. قسّمه وأرسل الأجزاء واحدًا تلو الآخر.
table-too-many-columns = في الملف أكثر من 100 عمود. أبقِ ما يخص الدورات فقط.
table-too-large = المصنف كبير جدًا بعد فك ضغطه. احفظ ورقة الدورات فقط، أو احفظها بصيغة CSV.
table-damaged = الملف تالف أو لم يصل كاملًا. افتحه واحفظه مجددًا ثم أرسله.
table-ends-in-quotes = ينتهي الملف داخل خلية بين علامتي اقتباس: الملف مقطوع أو تنقصه علامة اقتباس.
table-old-workbook = هذا مصنف من النوع القديم (.xls) أو محمي بكلمة مرور. احفظه بصيغة .xlsx بلا كلمة مرور.
table-unknown-kind = هذا ليس جدولًا. أرسل CSV أو مصنف Excel ‏(.xlsx) أو JSON صُدِّر من هنا.
table-no-sheet = كل أوراق المصنف مخفية.
table-no-heads = لا صف يسمّي الأعمدة. يجب أن يكون بين الصفوف الأولى صف عناوين مثل «العنوان» و«اللغات».
table-other-json = ملف JSON هذا ليس مما يُصدَّر هنا.
table-interrupted = توقف البرنامج أثناء قراءة الملف. أرسله مجددًا.

# Why a row becomes what it becomes.
import-s-title = عنوان الجدول
import-s-note = ملاحظة
import-s-blank = صف فارغ
import-s-header = عناوين الأعمدة
import-s-section = اسم قسم
import-s-subtotal = مجموع
import-s-footnote = ملاحظة أسفل الجدول
import-e-no-title = لا يوجد عنوان.
import-e-title-too-long = العنوان أطول من 255 حرفًا.
import-e-title-is-formula = العنوان صيغة لا يحتوي الملف نتيجتها.
import-e-title-unreadable = لم يبقَ من العنوان إلا علامات استفهام: فُقدت حروفه من قبل.
import-e-duplicate = الدورة نفسها في صف سابق.
import-e-date-impossible = لا وجود لهذا اليوم.
import-e-end-before-start = ينتهي قبل أن يبدأ.
import-e-too-many-columns = خلايا الصف أكثر من أعمدة الجدول؛ غالبًا فاصل داخل نص بلا علامتي اقتباس.
import-e-other-centre = هذه دورة مركز آخر.
import-e-unreadable = تعذرت قراءة بعض الأعمدة:
import-e-code-taken = دورة مركز آخر تحمل هذا الرمز.
import-e-retired = أُوقفت الدورة؛ لا يمكن تعديل مسودتها.
import-w-whitespace = رُتبت الفراغات في العنوان.
import-w-mojibake = أُصلحت حروف مشوهة.
import-w-markup = توجد علامات تشبه علامات صفحات الويب. تُحفظ نصًا.
import-w-merged = قيمة مأخوذة من خلية مدمجة أعلاه.
import-w-ditto = قيمة تكرر الصف السابق.
import-w-no-centre = لا يوجد مركز.
import-w-centre-unknown = المركز غير معروف هنا.
import-w-centre-alias = عُرف المركز باسم آخر له.
import-w-centre-split = ذُكر مركزان؛ أُخذ الأول.
import-w-goal-from-section = الهدف مأخوذ من القسم.
import-w-goal-ambiguous = ذُكر هدفان.
import-w-goal-unknown = لا هدف كهذا في خطة العمل.
import-w-type-unknown = لا نوع دورة كهذا.
import-w-level-unknown = ليست إقليمية ولا وطنية.
import-w-date-ambiguous = قد يكون اليوم والشهر معكوسين.
import-w-date-month-first = الشهر مكتوب قبل اليوم.
import-w-date-two-digit-year = السنة من رقمين.
import-w-date-serial = التاريخ رقم يوم من جدول بيانات.
import-w-date-range-in-cell = خلية واحدة تضم التاريخين.
import-w-date-buddhist-era = السنة بالتقويم البوذي.
import-w-date-incomplete = لا تاريخ كامل بعد.
import-w-date-unreadable = لا يمكن قراءة التاريخ دون تخمين.
import-w-date-implausible = التاريخ بعد أكثر من خمس سنوات.
import-w-lang-ambiguous = للغة صيغ عدة؛ حُسمت بحسب بلد المركز.
import-w-lang-unknown = لغة غير معروفة.
import-w-participants-text = عدد المشاركين مكتوب بين كلمات.
import-w-participants-invalid = تعذرت قراءة عدد المشاركين.
import-w-hidden-row = الصف مخفي في المصنف.
import-w-possible-duplicate = صف سابق يشبهه.
import-w-long-text = الملاحظات أطول من 2,000 حرف.
import-w-formula-text = نص يبدأ كصيغة. يُحفظ نصًا.
import-w-formula = خلية فيها صيغة لا يحتوي الملف نتيجتها.
import-w-encoding-loss = فُقدت حروف قبل وصول الملف.

# Help.
help-td-import = استيراد الدورات من جدول بيانات
help-td-import-1 = افتح «{ nav-courses }» واختر «{ import-title }». اختر ملفًا أو الصق جدولًا واضغط «{ import-read }».
help-td-import-2 = راجع مصير كل صف. إن فُهمت الأعمدة خطأ فاختر «{ import-columns }».
help-td-import-3 = اضغط الزر الذي يستورد الدورات.
help-td-import-then = هي مسودات ولا يُنشر شيء. استيراد الجدول نفسه مجددًا لا يغير شيئًا. «{ import-undo }» يتراجع عن كل ذلك ما لم يعدل أحد الدورات.
