# unreviewed ar 2026-11-29
# Modules that belong to a centre and are shared by its courses.
modules-title = الوحدات
modules-lede = تُكتب الوحدة مرة واحدة وتُستخدم في أي دورة من دورات مركزك. كل تغيير يُنشئ إصدارًا جديدًا، وتحتفظ الدورات بالإصدار الذي لديها.
modules-new = وحدة جديدة
modules-new-lede = يمكن استخدامها في كل دورات مركزك. ولا يراها سوى مركزك قبل نشر دورة تتضمنها.
modules-none = ليس لدى مركزك أي وحدة بعد
modules-none-how = اكتب وحدة هنا. وتأتي وحدات الدورة إلى هنا أيضًا عند نشر الدورة.
modules-search = البحث في الوحدات
modules-not-found = لم يُعثر على وحدة عن «{ $text }»
modules-not-found-how = جرّب كلمات أقل أو رمز الوحدة.
modules-all = عرض كل الوحدات
modules-add = إضافة الوحدة
modules-choose = استخدام وحدة من وحدات مركزك
modules-choose-hint = يُضاف أحدث إصدار منها كآخر وحدة.
modules-choose-code = أدخل رمز وحدة. الوحدات أكثر من أن تُعرض هنا: { $count }.
modules-choose-none = لا توجد وحدة أخرى للاختيار.
modules-choose-do = إضافة هذه الوحدة
module-code-hint = مثل LIA-201-M1. لا يمكن تغييره لاحقًا.
module-code-bad = أدخل رمزًا من حروف لاتينية وأرقام وواصلات فيه رقم واحد على الأقل ولا يتجاوز { $most } حرفًا.
module-code-taken = أدخل رمزًا آخر: هذا الرمز لوحدة أخرى في مركزك.
module-needs-title = أدخل عنوان الوحدة.
module-needs-hours = أدخل عدد ساعات الوحدة من 1 إلى { $most }.
module-needs-summary = أدخل ما تتناوله الوحدة.
module-choose-one = اختر وحدة.
module-not-offered = اختر وحدة مستخدمة من وحدات مركزك.
module-there-already = اختر وحدة أخرى: هذه الوحدة موجودة في الدورة.
module-refused-retired = أُوقف استخدام هذه الوحدة. أعدها إلى الاستخدام أولًا.

# A module and its versions.
module-change = تغيير الوحدة
module-change-title = تغيير: { $title }
module-change-lede = هذا يُنشئ إصدارًا جديدًا. تبقى الدورات المنشورة كما هي، وتأخذ كل مسودة الإصدار الجديد عندما تطلب ذلك فيها.
module-note-hint = جملة أو جملتان لزملائك.
module-make-version = إنشاء الإصدار { $number }
module-conflict = لم يُحفظ شيء: أنشأ زميل الإصدار { $number } { $moment }
module-retired = موقوفة
module-retired-since = أُوقفت في { $date }.
module-retired-what = لم تعد معروضة للدورات. والدورات التي لديها هذه الوحدة تحتفظ بها.
module-retire = إيقاف الوحدة
module-retire-what = لن تُعرض بعد ذلك للدورات. والدورات التي لديها هذه الوحدة تحتفظ بها.
module-take-back = إعادتها إلى الاستخدام
module-courses = الدورات التي تتضمن هذه الوحدة
module-courses-note = الإصدار الموجود في كل منها. الدورة المنشورة لا تتغير من تلقاء نفسها.
module-courses-none = لا توجد دورة تتضمن هذه الوحدة بعد.
module-in-catalogue = في الدليل
module-in-draft = في المسودة
module-not-there = غير موجودة
module-version-n = الإصدار { $number }
module-newer = الإصدار { $number } متوفر
module-text-of-its-own = نص لم يصبح إصدارًا بعد
module-made = أُنشئ في
module-first = الإصدار الأول
module-compare = مقارنة إصدارين
module-compare-from = من
module-compare-to = إلى
module-compare-do = مقارنة
module-compare-same = الإصداران { $from } و{ $to } متطابقان.

# In the form of a course, and before publishing.
module-newer-here = الإصدار { $version }؛ الإصدار { $newest } متوفر
module-changed-here = تغيّرت هنا: تصبح الإصدار { $number } عند نشر الدورة
module-new-here = جديدة: تُضاف إلى وحدات مركزك عند نشر الدورة
module-open = عرض الوحدة
module-take = أخذ الإصدار { $number }
module-keep-version = جعلها إصدارًا الآن
module-keep-new = إضافتها إلى وحدات مركزك الآن
module-publish = وحدات جديدة أو متغيرة
module-publish-what = يحفظ النشر هذه النصوص ضمن وحدات مركزك. وتحتفظ الدورات الأخرى بالإصدار الذي لديها.
module-publish-version = الإصدار { $number }
module-publish-new = جديدة

# Help.
help-ce-modules = استخدام وحدة واحدة في عدة دورات
help-ce-modules-1 = افتح «{ modules-title }» من «{ courses-title }». اختر «{ modules-new }»، أو افتح وحدة واختر «{ module-change }».
help-ce-modules-2 = في الدورة، افتح «{ course-modules }». اختر وحدة تحت «{ modules-choose }»، ثم «{ modules-choose-do }».
help-ce-modules-3 = حين يتوفر إصدار أحدث تخبرك الدورة بذلك. وضغطة واحدة تأخذه إلى المسودة.
help-ce-modules-4 = الوحدة التي تغيّرها داخل دورة تصبح إصدارها التالي عند نشر الدورة.
help-ce-modules-then = تحتفظ الدورات المنشورة بالإصدار الذي نُشرت به. وتبيّن صفحة الوحدة أي دورة لديها أي إصدار. ويمكن لمدير التدريب إيقاف الوحدة.
