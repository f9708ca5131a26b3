# Searching the catalogue.
search-order-best = Best match
search-corrected = No course has what you typed. These are the courses for “{ $text }”.
search-as-typed = Search for “{ $text }” instead
search-meant = Did you mean “{ $text }”?
search-without-facet = Any choice of “{ $facet }”: { $count ->
    [one] one course
   *[other] { $count } courses
}
search-without-text = Without “{ $text }”: { $count ->
    [one] one course
   *[other] { $count } courses
}
