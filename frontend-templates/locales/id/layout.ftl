# unreviewed id 2026-11-25
# What stands around every page.
app-name = Mekanisme Pelatihan Terkoordinasi Regional
layout-skip = Langsung ke isi utama
layout-demo = Peragaan: orang, tanggal, dan angka adalah rekaan.
layout-nav = Utama
layout-account = Akun
layout-notices = Pemberitahuan surel
layout-capacity = Bertindak dalam peran lain
layout-sign-in = Masuk
layout-sign-out = Keluar
# term not settled: org.rso
layout-foot = Dikelola oleh Kantor Dukungan Regional Proses Bali bersama pusat unggulan. Waktu ditampilkan menurut zona waktu negara Anda.
layout-language = Bahasa
layout-unreviewed = Terjemahan ini belum ditinjau. Jika ada keraguan, yang berlaku adalah teks bahasa Inggris.
layout-symbols = Arti simbol
nav-home = Beranda
nav-catalogue = Katalog
nav-calendar = Kalender
nav-centres = Pusat unggulan
nav-how-it-works = Cara kerja
# term not settled: nomination
nav-nominations = Pengusulan kursus
nav-participants = Peserta
nav-courses = Kursus
nav-deliveries = Penyelenggaraan
nav-demand = Kebutuhan
nav-rounds = Putaran
nav-audit-log = Catatan audit
nav-emails = Surel
nav-organisations = Anggota dan pusat unggulan
search = Cari
pages-label = Halaman
layout-alarm = Pemeriksaan malam menemukan perbedaan.
layout-alarm-how = Yang tersimpan tidak di semua tempat sama dengan yang ditulis. Mintalah pengelola instalasi memeriksa lognya dan menjalankan “rctm audit”.
accessibility-title = Aksesibilitas
help-title = Bantuan
help-this-page = Bantuan untuk halaman ini
layout-api = API untuk program
api-clients-title = Klien API
