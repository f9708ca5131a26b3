# unreviewed id 2026-11-29
# The columns of a course in a table.
course-state = Status
course-part-number = Bagian
course-value-unknown = Keluarkan “{ $value }”: bukan salah satu nilai kolom ini.
