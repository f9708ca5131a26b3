# Courses to take away, and feeds of what is new.
feeds-title = Courses
feeds-about = The newest versions of courses that centres of excellence publish.
feeds-take = Take this list away:
feeds-take-own = Take all courses away, drafts too:
print-contents = Contents
print-made = Made on { $date }
print-header = Catalogue of courses, { $date }. { $filter }
print-page = Page { $page } of { $pages }
print-all = All courses
print-take-first = Take first
print-address = Address
print-too-many = There are { $count } courses in this list, and a printed catalogue holds { $most }. Choose further filters, or take the list away as CSV or a workbook.
