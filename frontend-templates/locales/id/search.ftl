# unreviewed id 2026-11-29
# Searching the catalogue.
search-order-best = Paling sesuai
search-corrected = Tidak ada kursus yang memuat ketikan Anda. Inilah kursus untuk “{ $text }”.
search-as-typed = Cari “{ $text }” saja
search-meant = Maksud Anda “{ $text }”?
search-without-facet = Pilihan apa pun untuk “{ $facet }”: { $count } kursus
search-without-text = Tanpa “{ $text }”: { $count } kursus
