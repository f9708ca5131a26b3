# unreviewed ar 2026-11-29
# Searching the catalogue.
search-order-best = الأنسب
search-corrected = لا تتضمن أي دورة ما كتبته. هذه هي الدورات الخاصة بـ«{ $text }».
search-as-typed = البحث عن «{ $text }» كما كُتب
search-meant = هل تقصد «{ $text }»؟
search-without-facet = أي خيار من «{ $facet }»: { $count ->
    [zero] لا دورات
    [one] دورة واحدة
    [two] دورتان
    [few] { $count } دورات
    [many] { $count } دورة
   *[other] { $count } دورة
}
search-without-text = دون «{ $text }»: { $count ->
    [zero] لا دورات
    [one] دورة واحدة
    [two] دورتان
    [few] { $count } دورات
    [many] { $count } دورة
   *[other] { $count } دورة
}
