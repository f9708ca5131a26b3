# unreviewed id 2026-11-29
# Courses to take away, and feeds of what is new.
feeds-title = Kursus
feeds-about = Versi terbaru kursus yang diterbitkan pusat keunggulan.
feeds-take = Unduh daftar ini:
feeds-take-own = Unduh semua kursus, termasuk draf:
