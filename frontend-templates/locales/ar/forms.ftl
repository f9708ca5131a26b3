# unreviewed ar 2026-11-25
# Words around every form.
form-error-prefix = خطأ:
form-attention = { $count ->
    [zero] لا توجد إجابات تحتاج إلى انتباهك
    [one] إجابة واحدة تحتاج إلى انتباهك
    [two] إجابتان تحتاجان إلى انتباهك
    [few] { $count } إجابات تحتاج إلى انتباهك
    [many] { $count } إجابة تحتاج إلى انتباهك
   *[other] { $count } إجابة تحتاج إلى انتباهك
  }
