# Apa yang dikatakan kursus dalam bahasa lain.
texts-label = Teks dalam bahasa lain
texts-line = { $language }: { $title }
texts-missing = Belum ada
texts-draft = Draf
texts-reviewed = Sudah ditinjau
texts-out-of-date = Tidak mutakhir
texts-read-in = Baca teks halaman ini dalam:
texts-fallback = Belum ada dalam bahasa ini; dalam bahasa Inggris.
texts-changed-since = Teks bahasa Inggris diubah setelah terjemahan ini ditinjau.
texts-none = Kursus ini belum memiliki teks yang sudah ditinjau dalam bahasa “{ $language }”. Teks ditampilkan dalam bahasa Inggris.
