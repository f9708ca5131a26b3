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
