# unreviewed ar 2026-11-29
# The columns of a course in a table.
course-state = الحالة
course-part-number = الجزء
course-value-unknown = احذف «{ $value }»: ليست من قيم هذا العمود.
