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
