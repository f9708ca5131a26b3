# unreviewed ar 2026-11-29
# Courses to take away, and feeds of what is new.
feeds-title = الدورات
feeds-about = أحدث إصدارات الدورات التي تنشرها مراكز التميز.
feeds-take = نزّل هذه القائمة:
feeds-take-own = نزّل جميع الدورات، والمسودات معها:
