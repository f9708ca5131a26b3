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
help-all-take = Take a list with you
help-all-take-1 = In the catalogue, choose words and filters until the list holds what you need.
help-all-take-2 = Below the list choose PDF to print it, Excel or CSV to work with it, JSON for a program.
help-all-take-then-1 = The file holds every course of the list, not only those of the page. A printed catalogue holds 500 courses; for more, choose further filters.
help-all-take-then-2 = RSS tells a feed reader of each new version. iCalendar puts scheduled deliveries of these courses into your calendar.
