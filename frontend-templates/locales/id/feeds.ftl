# unreviewed id 2026-11-29
# Courses to take away, and feeds of what is new.
feeds-title = Kursus
feeds-about = Versi terbaru kursus yang diterbitkan pusat keunggulan.
feeds-take = Unduh daftar ini:
feeds-take-own = Unduh semua kursus, termasuk draf:
print-contents = Daftar isi
print-made = Dibuat pada { $date }
print-header = Katalog kursus, { $date }. { $filter }
print-page = Halaman { $page } dari { $pages }
print-all = Semua kursus
print-take-first = Ikuti lebih dulu
print-address = Alamat
print-too-many = Ada { $count } kursus dalam daftar ini, sedangkan katalog cetak memuat { $most }. Pilih filter lain, atau unduh daftar sebagai CSV atau buku kerja.
help-all-take = Membawa suatu daftar
help-all-take-1 = Di katalog, pilih kata dan saringan sampai daftar memuat yang Anda perlukan.
help-all-take-2 = Di bawah daftar pilih PDF untuk mencetaknya, Excel atau CSV untuk mengolahnya, JSON untuk program.
help-all-take-then-1 = Berkas memuat setiap kursus dalam daftar, bukan hanya yang ada di halaman. Katalog cetak memuat 500 kursus; bila lebih, pilih saringan lain.
help-all-take-then-2 = RSS memberi tahu pembaca umpan tentang setiap versi baru. iCalendar memasukkan pelaksanaan terjadwal kursus-kursus ini ke kalender Anda.
