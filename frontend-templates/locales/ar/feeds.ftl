# unreviewed ar 2026-11-29
# Courses to take away, and feeds of what is new.
feeds-title = الدورات
feeds-about = أحدث إصدارات الدورات التي تنشرها مراكز التميز.
feeds-take = نزّل هذه القائمة:
feeds-take-own = نزّل جميع الدورات، والمسودات معها:
print-contents = المحتويات
print-made = أُعدّ في { $date }
print-header = دليل الدورات، { $date }. { $filter }
print-page = صفحة { $page } من { $pages }
print-all = جميع الدورات
print-take-first = دورات تسبقها
print-address = العنوان
print-too-many = في هذه القائمة { $count } دورة، والدليل المطبوع يتسع لـ { $most }. اختر مرشحات أخرى، أو نزّل القائمة بصيغة CSV أو مصنّف.
help-all-take = خذ قائمة معك
help-all-take-1 = في الدليل، اختر كلمات وعوامل تصفية حتى تضم القائمة ما تحتاج إليه.
help-all-take-2 = أسفل القائمة اختر PDF لطباعتها، أو Excel أو CSV للعمل عليها، أو JSON لبرنامج.
help-all-take-then-1 = يضم الملف كل دورات القائمة، لا دورات الصفحة وحدها. يتسع الدليل المطبوع لـ 500 دورة؛ فإن زادت فاختر عوامل تصفية أخرى.
help-all-take-then-2 = تخبر RSS قارئ الخلاصات بكل إصدار جديد. وتضع iCalendar مواعيد تقديم هذه الدورات في تقويمك.
