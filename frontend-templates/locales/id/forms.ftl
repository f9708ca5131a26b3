# unreviewed id 2026-11-25
# Words around every form.
form-error-prefix = Kesalahan:
form-attention = { $count } jawaban perlu diperhatikan
