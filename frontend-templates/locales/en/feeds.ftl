# Courses to take away, and feeds of what is new.
feeds-title = Courses
feeds-about = The newest versions of courses that centres of excellence publish.
feeds-take = Take this list away:
feeds-take-own = Take all courses away, drafts too:
