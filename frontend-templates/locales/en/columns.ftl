# The columns of a course in a table.
course-state = State
course-part-number = Part
course-value-unknown = Take “{ $value }” out: it is none of the values of this column.
