# unreviewed id 2026-11-25
# The catalogue: goals, course types, courses.
goal-early-detection = Deteksi dini
goal-early-detection-what = Pertukaran data dan intelijen, kesadaran masyarakat
goal-prevention = Pencegahan
goal-prevention-what = Perbatasan dan upaya melawan jaringan penyelundupan dan perdagangan orang
goal-protection = Pelindungan
goal-protection-what = Orang yang memerlukan pelindungan, perpindahan lewat laut
goal-migration-management = Pengelolaan migrasi
goal-migration-management-what = Sistem perbatasan, identitas, pemulangan sukarela
goal-special-projects = Proyek khusus
goal-special-projects-what = Pekerjaan di samping keempat sasaran: perdagangan orang, korban, pelatihan pelatih
catalogue-search-label = Cari dalam judul, modul, dan ringkasan

# Words around every course.
yes = Ya
no = Tidak
save = Simpan
edit = Ubah
remove = Keluarkan
cancel = Batal
choose = Pilih
status = Status
action = Tindakan
total = Jumlah
pages = Halaman
pages-next = Berikutnya
pages-previous = Sebelumnya
breadcrumb = Jejak halaman
list-separator = { ", " }
course-sample-data = Data contoh
course = Kursus

# The public catalogue.
catalogue-title = Katalog kursus
catalogue-lede = { $courses } kursus dari { $centres } pusat unggulan. Semua orang dapat membacanya.
catalogue-found = { $count ->
    [0] Tidak ada kursus yang ditemukan
   *[other] { $count } kursus ditemukan
  }
catalogue-order = Urutan
catalogue-order-title = Judul
catalogue-order-newest = Baru diterbitkan
catalogue-order-shortest = Tersingkat lebih dahulu
catalogue-filters = Saringan yang dipakai:
catalogue-filters-in-use = { $count ->
    [0] Saringan
   *[other] Saringan: { $count } dipakai
  }
catalogue-chip-search = Cari: { $text }
catalogue-chip-remove = keluarkan
catalogue-remove-all = Keluarkan semua
catalogue-apply = Terapkan saringan
catalogue-range = { $first } sampai { $last } dari { $total }
catalogue-none = Tidak ada kursus yang cocok
catalogue-none-yet = Belum ada pusat unggulan yang menerbitkan kursus.
catalogue-none-how = Setiap kata harus terdapat dalam kursus, dan satu pilihan dari setiap saringan harus cocok. Kurangi syaratnya:
catalogue-loosen-facets = Cari “{ $text }” dalam semua kursus
facet-language = Bahasa
facet-centre = Pusat unggulan

# Course types.
course-types-title = Cakupan setiap jenis kursus
course-types-lede = Negara meminta jenis kursus; pusat unggulan menerbitkan kursus dari suatu jenis. Daftar ini dipelihara oleh RSO.
course-types-none = Belum ada jenis kursus
course-types-none-how = RSO yang menambahkannya.
course-types-courses = Kursus
course-types-source = Jumlah kursus dalam katalog saat ini.

# What a course says.
course-code = Kode
course-title = Judul
course-type = Jenis kursus
course-goal = Sasaran
course-activity = Kegiatan rencana kerja
course-work-plan = Rencana kerja
course-summary = Ringkasan
course-days = Hari
course-fewest = Peserta paling sedikit
course-most = Peserta paling banyak
course-delivery = Diselenggarakan untuk
course-delivery-regional = Regional
course-delivery-national = Nasional
course-mode = Metode penyelenggaraan
course-mode-in-person = Tatap muka
course-mode-online = Daring
# term not settled: mode.blended
course-mode-blended = Bauran
course-level = Tingkat
course-level-introductory = Pengantar
course-level-intermediate = Menengah
course-level-advanced = Lanjutan
course-length = Lama
course-length-short = Sampai 3 hari
course-length-week = 4 sampai 5 hari
course-length-long = Lebih dari 5 hari
course-trainers = Pelatihan untuk pelatih
course-trainers-yes = Melatih pelatih
course-trainers-no = Melatih petugas
course-objectives = Kemampuan petugas sesudah kursus
course-objectives-after = Sesudah kursus, petugas mampu
course-modules = Modul
course-module = Modul
course-module-n = Modul { $number }
course-module-line = { $title } ({ $hours } jam): { $summary }
course-hours = Jam
course-audience = Sasaran peserta
course-who = Untuk siapa kursus ini
course-prerequisites = Kursus yang harus diikuti lebih dahulu
course-take-first = Kursus yang harus diikuti lebih dahulu:
course-languages = Bahasa
course-language = Bahasa
course-taught-in = Bahasa pengantar
course-translations = Materi diterjemahkan ke
course-materials = Materi
course-material-n = Materi { $number }
course-material-line = { $title } ({ $language })
course-material-kind = Jenis materi
course-languages-materials = Bahasa dan materi
course-translation-exists = Materi terjemahan tersedia
course-no-material = Tidak ada dalam daftar
course-days-count = { $count } hari
course-modules-count = { $count } modul
course-modules-total = { $modules } modul, { $hours } jam selama { $days } hari
course-hours-in-modules = { $hours } jam dalam { $modules } modul
course-group = Kelompok
course-group-people = { $least } sampai { $most } orang
course-in-short = Ringkasnya
course-history = Versi-versi
course-version = Versi
course-published-on = Tanggal terbit
course-change-note = Yang berubah
course-updated = Diperbarui
course-verified = Terakhir diperiksa
course-nothing = Tidak ada
material-trainer-guide = Panduan pelatih
material-participant-workbook = Buku kerja peserta
material-slides = Salindia
material-case-study = Studi kasus
material-exercise = Latihan
material-checklist = Daftar periksa
material-template = Templat
material-policy-guide = Panduan kebijakan
material-video = Video
material-e-learning = Pelajaran di layar
material-assessment = Penilaian

# Beside the course.
course-nominate = Usulkan kursus ini
course-nominate-public = Negara meminta kursus dalam putaran pengusulan, melalui narahubungnya.
course-nominate-sign-in = Narahubung: masuk
course-nominate-how = Dalam lembar Anda, pilih kursus ini di bawah jenis kursusnya.
course-nominate-open = Buka pengusulan kursus
course-own = Kursus pusat unggulan Anda
course-edit = Ubah kursus
course-preview = Lihat draf seperti yang dilihat umum
course-see-public = Lihat seperti yang dilihat umum
course-draft-notice = Ini adalah draf.
course-draft-notice-who = Hanya pusat unggulan Anda dan RSO yang melihatnya.
course-suspended-since = Ditangguhkan sejak { $date }.
course-retired-since = Dihentikan pada { $date }.
course-successor = Ikuti kursus ini sebagai gantinya: { $title }

# The states of a course.
course-state-draft = Draf
course-state-in-review = Sedang ditinjau
course-state-published = Diterbitkan
course-state-suspended = Ditangguhkan
course-state-retired = Dihentikan
course-changes-unpublished = Perubahan belum diterbitkan
course-refused-not-published = Kursus ini belum pernah diterbitkan. Terbitkan lebih dahulu.
course-refused-not-suspended = Kursus ini sudah ada dalam katalog.
course-refused-publish-suspended = Kursus ini ditangguhkan. Kembalikan lebih dahulu ke katalog, lalu terbitkan.
course-refused-suspended = Kursus ini ditangguhkan. Kembalikan lebih dahulu ke katalog.
course-refused-retired = Kursus ini sudah dihentikan. Halamannya tetap seperti adanya; mulailah kursus baru sebagai gantinya.
course-refused-unchanged = Tidak ada yang berubah sejak versi yang diterbitkan.

# A centre’s own courses.
courses-title = Kursus
courses-new = Kursus baru
courses-new-lede = Mulailah dengan tiga jawaban. Selebihnya dapat menyusul: draf boleh belum lengkap, dan hanya pusat unggulan Anda dan RSO yang melihatnya.
courses-begin = Mulai draf
courses-none = Pusat unggulan Anda belum memiliki kursus
courses-none-how = Kursus bermula sebagai draf. Kursus masuk ke katalog ketika Direktur Pelatihan Anda menerbitkannya.
courses-last-change = Perubahan terakhir
course-code-hint = Tiga huruf dan tiga angka, misalnya LIA-201, atau kode pusat unggulan Anda sendiri. Kode tidak dapat diubah kemudian.
course-code-bad = Masukkan kode yang terdiri atas huruf, angka, dan tanda hubung dengan sedikitnya satu angka, misalnya LIA-201.
course-code-taken = Masukkan kode lain: kode ini sudah dipakai suatu kursus.

# The course form.
course-edit-title = Ubah: { $title }
course-parts = Bagian formulir ini
course-part = Bagian
course-part-publish = Terbitkan
course-title-hint = Sebutkan apa yang akan mampu dilakukan petugas, bukan nama proyek.
course-type-hint = Negara mengusulkan menurut jenis kursus.
course-goal-hint = Mengikuti jenis kursus ketika Anda menyimpan.
course-activity-none = Tidak ada
course-summary-hint = Dua atau tiga kalimat. Ringkasan ditampilkan dalam hasil pencarian.
course-objectives-hint = Satu pada setiap baris.
course-level-hint = Seberapa banyak kursus ini menuntut dari pesertanya.
course-prerequisites-hint = Kodenya, dipisahkan dengan koma.
course-module-covers = Isi modul
course-module-up = Naikkan modul { $number }
course-module-down = Turunkan modul { $number }
course-add-module = Tambah modul
course-add-material = Tambah materi
course-add-saves = Memindahkan, menambah, dan mengeluarkan juga menyimpan draf.
course-saved = Disimpan { $moment }
course-check-publish = Periksa dan terbitkan
course-publish-director = Periksa dan terbitkan menunjukkan apa yang masih kurang, apa yang berubah, dan siapa yang akan melihatnya. Tidak ada yang diterbitkan sebelum Anda memastikannya.
course-publish-editor = Periksa dan terbitkan menunjukkan apa yang masih kurang dan apa yang berubah. Di sana Anda mengusulkan draf; Direktur Pelatihan Anda yang menerbitkan.
course-verify = Tandai masih benar
course-suspend = Tangguhkan kursus
course-resume = Kembalikan ke katalog
course-retire = Hentikan kursus
course-conflict = Tidak ada yang disimpan: seorang rekan telah menyimpan kursus ini { $moment }
course-conflict-who = Tidak ada yang disimpan: { $who } telah menyimpan kursus ini { $moment }
course-conflict-take-theirs = Tinggalkan teks Anda dan buka yang disimpan rekan Anda
course-conflict-parts = Letak perbedaannya
course-conflict-yours = Milik Anda
course-conflict-theirs = Milik rekan Anda

# The check before publishing.
course-publish-title = Terbitkan: { $title }
course-missing = { $count } jawaban masih kurang sebelum kursus ini dapat diterbitkan:
course-unchanged = Tidak ada yang perlu diterbitkan
course-unchanged-how = Isi draf sama dengan versi dalam katalog.
course-changes = Yang berubah
course-changes-since = Dibandingkan dengan versi { $version }.
course-changes-before = Terbit saat ini
course-changes-after = Dalam draf
course-first-version = Ini akan menjadi versi pertama kursus ini.
course-who-sees = Siapa yang akan melihatnya
course-who-sees-what = Semua orang: katalog terbuka. Narahubung kemudian dapat memilih kursus ini dalam lembarnya, dan pusat unggulan Anda diberi tahu ketika suatu negara mengusulkan jenis kursusnya.
course-change-note-hint = Satu atau dua kalimat bagi pembaca halaman kursus.
course-publish-version = Terbitkan versi { $version }
course-director-publishes = Direktur Pelatihan Anda yang menerbitkan.
course-director-publishes-how = Usulkan draf: Direktur Pelatihan menerima surel, lalu menerbitkan atau mengembalikannya.
course-back-to-form = Kembali ke formulir
course-changed-meanwhile = Tidak ada yang dilakukan: seorang rekan mengubah kursus ini ketika Anda sedang membacanya. Lihat keadaannya sekarang, lalu putuskan lagi.

# Suspending and retiring.
course-suspend-what = Kursus keluar dari katalog dan lembar sampai Anda mengembalikannya. Halamannya tetap ada dan menyebutkan alasannya.
course-retire-what = Kursus keluar dari katalog untuk seterusnya. Halamannya tetap dapat dibaca. Ini tidak dapat dibatalkan.
course-reason = Alasan
course-reason-hint = Semua orang dapat membacanya pada halaman kursus.
course-successor-label = Kursus penggantinya
course-successor-hint = Kode kursus yang sudah diterbitkan, jika ada.
course-suspend-now = Tangguhkan
course-retire-now = Hentikan untuk seterusnya

# What needs another look.
course-needs-title = Masukkan judul.
course-needs-type = Pilih jenis kursus.
course-activity-unknown = Pilih kegiatan dari daftar, atau tidak satu pun.
course-needs-summary = Masukkan ringkasan yang terdiri atas dua atau tiga kalimat.
course-needs-days = Masukkan jumlah hari, dari 1 sampai { $most }.
course-needs-fewest = Masukkan jumlah peserta paling sedikit, dari 1 sampai { $most }.
course-needs-most = Masukkan jumlah peserta paling banyak, dari 1 sampai { $most }.
course-people-order = Masukkan angka yang tidak lebih kecil daripada jumlah peserta paling sedikit.
course-needs-delivery = Pilih regional, nasional, atau keduanya.
course-needs-mode = Pilih sedikitnya satu metode penyelenggaraan.
course-needs-objectives = Masukkan kemampuan petugas sesudah kursus, satu pada setiap baris.
course-needs-modules = Tambahkan sedikitnya satu modul.
course-needs-module-title = Modul { $number }: masukkan judul.
course-needs-module-hours = Modul { $number }: masukkan jumlah jam, dari 1 sampai { $most }.
course-needs-module-summary = Modul { $number }: masukkan isinya.
course-needs-audience = Masukkan untuk siapa kursus ini.
course-needs-level = Pilih tingkat.
course-needs-languages = Pilih sedikitnya satu bahasa.
course-needs-material-title = Materi { $number }: masukkan judul.
course-needs-material-kind = Materi { $number }: pilih jenis materi.
course-needs-material-language = Materi { $number }: pilih bahasa.
course-needs-note = Masukkan apa yang diubah oleh versi ini.
course-needs-reason = Masukkan alasan. Semua orang dapat membacanya.
course-successor-unknown = Masukkan kode kursus lain yang sudah diterbitkan, atau kosongkan.
course-prerequisite-unknown = Keluarkan { $code }: tidak ada kursus yang diterbitkan atau kursus Anda yang memakai kode ini.
course-prerequisite-bad = Keluarkan { $code }: ini bukan kode kursus.
course-prerequisite-self = Keluarkan kode kursus ini sendiri.
course-too-long = Persingkat menjadi { $most } karakter.
course-too-many-lines = Pertahankan paling banyak { $most } baris.
course-too-many-modules = Pertahankan paling banyak { $most } modul.
course-too-many-materials = Pertahankan paling banyak { $most } materi.
course-not-a-number = Masukkan bilangan bulat sebagai pengganti “{ $typed }”, atau kosongkan.
