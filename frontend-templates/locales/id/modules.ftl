# unreviewed id 2026-11-29
# Modules that belong to a centre and are shared by its courses.
modules-title = Modul
modules-lede = Modul ditulis sekali dan dipakai dalam kursus mana pun di pusat unggulan Anda. Perubahan menjadi versi baru; kursus tetap memakai versi yang dimilikinya.
modules-new = Modul baru
modules-new-lede = Modul ini dapat dipakai dalam setiap kursus pusat unggulan Anda. Hanya pusat unggulan Anda yang melihatnya sebelum kursus yang memuatnya diterbitkan.
modules-none = Pusat unggulan Anda belum memiliki modul
modules-none-how = Tulis modul di sini. Modul sebuah kursus juga masuk ke sini saat kursus itu diterbitkan.
modules-search = Cari modul
modules-not-found = Tidak ada modul untuk “{ $text }”
modules-not-found-how = Coba kata yang lebih sedikit, atau kode modul.
modules-all = Tampilkan semua modul
modules-add = Tambahkan modul
modules-choose = Pakai modul pusat unggulan Anda
modules-choose-hint = Versi terbarunya ditambahkan sebagai modul terakhir.
modules-choose-code = Masukkan kode modul. Modulnya terlalu banyak untuk didaftar di sini: { $count }.
modules-choose-none = Tidak ada modul lain yang dapat dipilih.
modules-choose-do = Tambahkan modul ini
module-code-hint = Misalnya LIA-201-M1. Tidak dapat diubah kemudian.
module-code-bad = Masukkan kode dari huruf, angka dan tanda hubung dengan sedikitnya satu angka dan paling banyak { $most } karakter.
module-code-taken = Masukkan kode lain: kode ini sudah dipakai modul pusat unggulan Anda.
module-needs-title = Masukkan judul modul.
module-needs-hours = Masukkan jumlah jam modul, dari 1 sampai { $most }.
module-needs-summary = Masukkan isi modul.
module-choose-one = Pilih sebuah modul.
module-not-offered = Pilih modul pusat unggulan Anda yang masih dipakai.
module-there-already = Pilih modul lain: kursus ini sudah memuatnya.
module-refused-retired = Modul ini sudah dihentikan. Pakai kembali modul ini lebih dahulu.

# A module and its versions.
module-change = Ubah modul
module-change-title = Ubah: { $title }
module-change-lede = Ini membuat versi baru. Kursus yang sudah terbit tidak berubah; setiap draf memakai versi baru bila Anda memintanya di sana.
module-note-hint = Satu atau dua kalimat bagi rekan Anda.
module-make-version = Buat versi { $number }
module-conflict = Tidak ada yang disimpan: seorang rekan membuat versi { $number } { $moment }
module-retired = Dihentikan
module-retired-since = Dihentikan pada { $date }.
module-retired-what = Modul ini tidak ditawarkan lagi untuk kursus. Kursus yang memuatnya tetap memakainya.
module-retire = Hentikan modul
module-retire-what = Setelah itu modul tidak ditawarkan lagi untuk kursus. Kursus yang memuatnya tetap memakainya.
module-take-back = Pakai kembali
module-courses = Kursus dengan modul ini
module-courses-note = Versi yang dimiliki masing-masing. Kursus yang sudah terbit tidak pernah berubah dengan sendirinya.
module-courses-none = Belum ada kursus dengan modul ini.
module-in-catalogue = Dalam katalog
module-in-draft = Dalam draf
module-not-there = Tidak ada
module-version-n = Versi { $number }
module-newer = Sudah ada versi { $number }
module-text-of-its-own = Teks yang belum menjadi versi
module-made = Dibuat pada
module-first = Versi pertama
module-compare = Bandingkan dua versi
module-compare-from = Dari
module-compare-to = Sampai
module-compare-do = Bandingkan
module-compare-same = Isi versi { $from } dan { $to } sama.

# In the form of a course, and before publishing.
module-newer-here = Versi { $version }; sudah ada versi { $newest }
module-changed-here = Diubah di sini: menjadi versi { $number } saat kursus diterbitkan
module-new-here = Baru: masuk ke modul pusat unggulan Anda saat kursus diterbitkan
module-open = Lihat modul
module-take = Ambil versi { $number }
module-keep-version = Jadikan versi sekarang
module-keep-new = Tambahkan ke modul pusat unggulan Anda sekarang
module-publish = Modul yang baru atau diubah
module-publish-what = Penerbitan menyimpan teks ini pada modul pusat unggulan Anda. Kursus lain tetap memakai versi yang dimilikinya.
module-publish-version = versi { $number }
module-publish-new = baru

# Help.
help-ce-modules = Memakai satu modul dalam beberapa kursus
help-ce-modules-1 = Buka “{ modules-title }” dari “{ courses-title }”. Pilih “{ modules-new }”, atau buka sebuah modul lalu pilih “{ module-change }”.
help-ce-modules-2 = Dalam sebuah kursus, buka “{ course-modules }”. Pilih modul di bawah “{ modules-choose }”, lalu “{ modules-choose-do }”.
help-ce-modules-3 = Bila ada versi yang lebih baru, kursus memberitahukannya. Satu kali tekan mengambilnya ke dalam draf.
help-ce-modules-4 = Modul yang Anda ubah di dalam kursus menjadi versi berikutnya saat kursus diterbitkan.
help-ce-modules-then = Kursus yang sudah terbit tetap memakai versi saat diterbitkan. Halaman modul menunjukkan kursus mana memakai versi mana. Direktur Pelatihan dapat menghentikan modul.
