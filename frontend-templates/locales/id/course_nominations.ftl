# unreviewed id 2026-11-25
# Nomination rounds, the sheet of a member, course nominations.

# Closed lists
frequency-none = Tidak diperlukan
frequency-once = satu kali
frequency-every-two-years = setiap dua tahun
frequency-annual = setiap tahun
frequency-twice-a-year = dua kali setahun
frequency-quarterly = setiap triwulan
frequency-monthly = setiap bulan
frequency-on-request = atas permintaan
frequency-short-once = 1×
frequency-short-every-two-years = ½
frequency-short-annual = 1
frequency-short-twice-a-year = 2
frequency-short-quarterly = 4
frequency-short-monthly = 12
frequency-short-on-request = minta
level-regional = Regional
level-national = Nasional
level-train-the-trainer = Pelatihan untuk pelatih
level-translation = Penerjemahan
urgency-high = Tinggi
urgency-medium = Sedang
urgency-low = Rendah
mode-any = Metode apa pun
mode-in-person = Tatap muka
mode-online = Daring
# term not settled: mode.blended
mode-blended = Bauran
quarters-any = Triwulan mana pun
round-state-draft = Draf
round-state-open = Dibuka
round-state-closed = Ditutup
round-state-consolidated = Direkapitulasi
round-state-published = Diterbitkan
round-state-archived = Diarsipkan
nomination-state-draft = Draf
nomination-state-submitted = Terkirim
nomination-state-acknowledged = Sudah diterima
nomination-state-planned = Direncanakan
nomination-state-partly-planned = Direncanakan sebagian
nomination-state-merged = Digabungkan
nomination-state-not-feasible = Tidak dapat dilaksanakan
nomination-state-met = Terpenuhi
nomination-state-withdrawn = Ditarik kembali
standing-silent = Belum ada jawaban
standing-draft = Draf
standing-submitted = Terkirim
standing-changed = Terkirim, dengan perubahan yang belum dikirim
standing-no-needs = Tidak ada kebutuhan
round-sample = data contoh
asked = { $often }, { $level }, { $people } orang
asked-each = { $frequency }, { $people ->
    [0] tanpa peserta
   *[other] masing-masing { $people } orang
  }
asked-without-people = { $often }, { $level }
horizon-days = { $from } sampai { $to }
rounds-pages = Halaman daftar
crumb-label = Anda di sini

# The strip
strip-label = Putaran
strip-opens = Dibuka { $when }
strip-closes = Ditutup { $when }
strip-late = Tenggat waktu sudah lewat. Jawaban terlambat diterima sampai { $when }
strip-closed = Ditutup { $when }
strip-days-left = { $days ->
    [0] hari terakhir
   *[other] tinggal { $days } hari
  }

# The sheet
sheet-page-title = Pengusulan kursus { $state }, { $round }
sheet-question-year = Kursus apa yang dibutuhkan { $state } pada { $year }?
sheet-question-days = Kursus apa yang dibutuhkan { $state } dari { $from } sampai { $to }?
sheet-lede = Pilih berapa kali setahun. Setelah itu jawaban lain terbuka dan sudah terisi dengan jawaban biasa Anda.
sheet-lede-link = Cakupan setiap jenis kursus
sheet-lede-read = Anda dapat membaca lembar ini. Lembar ini tidak dapat diubah di sini.
sheet-saved = Draf tersimpan. Tidak ada yang dikirim sebelum Anda memeriksa dan mengirimkannya.
sheet-still-saved = Draf Anda tersimpan. Tidak ada yang hilang.
sheet-refused-how = Tidak ada yang disimpan. Isian Anda tertera di bawah agar dapat disalin. Hubungi RSO jika suatu jawaban masih harus diterima.
sheet-usual = Jawaban biasa: { $level }, { $people } orang, { $language }, urgensi: { $urgency }
sheet-use-usual = Pakai untuk baris 0
sheet-copy = Salin jawaban dari { $round }
sheet-type = Jenis kursus
sheet-often = Kali setahun
sheet-often-half = ½ berarti setiap dua tahun
sheet-level = Tingkat
sheet-people = Orang
sheet-people-long = Orang setiap kali
sheet-people-each = Orang pada setiap penyelenggaraan
sheet-language = Bahasa
sheet-rank = Prioritas
sheet-rank-what = 1 yang pertama
sheet-rank-long = Prioritas, 1 yang pertama
sheet-urgency = Urgensi
sheet-quarters = Triwulan
sheet-quarters-long = Triwulan yang diinginkan
sheet-quarter = Triwulan { $number }
sheet-quarter-short = { $number }
sheet-reason = Alasan
sheet-reason-long = Alasan, dalam satu kalimat
sheet-title = Judul kursus
sheet-course = Kursus yang diinginkan
sheet-course-any = Tidak ada pilihan khusus
sheet-course-code = Kursus yang diinginkan, menurut kodenya
sheet-course-find = Cari kodenya di katalog
sheet-mode = Metode
sheet-host = Kami dapat menjadi tuan rumah
sheet-more = Selengkapnya
sheet-more-set = Selengkapnya, terisi
sheet-add = Minta sekali lagi
sheet-remove = Hapus baris ini
sheet-again = Sekali lagi
sheet-new-courses = Kursus yang tidak ada dalam daftar
sheet-new-course = Kursus yang tidak ada dalam daftar
sheet-line = { $type }
sheet-line-again = { $type }, baris { $number }
sheet-line-new = Kursus baru: { $title }
sheet-last = { $round }: { $asked }
sheet-last-more = { $round }: { $asked }, dan { $more } lagi
sheet-last-none = { $round }: tidak diminta
sheet-no-needs = Tidak ada yang dibutuhkan?
sheet-no-needs-how = “Tidak ada kebutuhan” juga merupakan jawaban. RSO mengetahui bahwa Anda sudah ditanya dan tidak membutuhkan apa pun.
sheet-no-needs-button = Jawab “tidak ada kebutuhan”
sheet-who = Siapa yang melihat jawaban Anda
sheet-who-what = Draf: hanya narahubung dan pengusul { $state }. Sesudah dikirim: RSO, dan Direktur Pelatihan pusat unggulan yang mengajarkan jenis kursus itu. Tidak pernah masyarakat umum.
sheet-progress = { $answered } dari { $types } jenis kursus, { $deliveries } penyelenggaraan
sheet-last-saved = ketika terakhir disimpan, { $when }
sheet-saved-at = Tersimpan { $when }
sheet-state = { $standing }. { $progress }
sheet-dropped = Belum tersimpan: sambungan terputus atau peladen sibuk. Penyimpanan dicoba lagi; biarkan halaman ini terbuka.
sheet-met = Tidak tersimpan: sementara itu orang lain menyimpan lembar ini. “Simpan draf” menampilkan keduanya berdampingan.
sheet-session-ended = Tidak tersimpan: masuklah lagi di tab lain, lalu simpan.
sheet-refused = Tidak tersimpan. “Simpan draf” menunjukkan sebabnya.
sheet-not-saved = Belum ada yang tersimpan
sheet-save = Simpan draf
sheet-check = Periksa dan kirim
sheet-fault = { $line }: { $fault }
sheet-fault-nothing = Minta sedikitnya satu jenis kursus, atau jawab “tidak ada kebutuhan” di bawah tabel.
sheet-fault-choose = Pilih salah satu jawaban.
sheet-fault-course = Masukkan kode kursus yang diterbitkan dari jenis ini, atau kosongkan.
sheet-fault-people = Masukkan jumlah orang dari 1 sampai { $most }.
sheet-fault-people-regional = Masukkan angka dari 1 sampai { $most }. Penyelenggaraan regional memiliki paling banyak { $most } tempat untuk satu negara.
sheet-fault-rank = Masukkan prioritas dari 1 sampai { $most }, atau kosongkan.
sheet-fault-rank-twice = Masukkan prioritas lain: { $rank } sudah dipakai baris di atas.
sheet-fault-reason = Berikan alasan. Urgensi tinggi memerlukan satu kalimat.
sheet-fault-why = Jelaskan mengapa kursus ini dibutuhkan, dalam satu kalimat.
sheet-fault-long = Persingkat alasan menjadi { $most } karakter.
sheet-fault-title = Masukkan judul yang terdiri atas paling banyak { $most } karakter.
answer-none = Tidak ada jawaban
answer-typed = { $text }
answer-yes = Ya
answer-no = Tidak

# Two people at one sheet
conflict-title = Sementara itu orang lain menyimpan lembar ini
conflict-who = { $who } menyimpannya pada { $when }.
conflict-when = Lembar ini disimpan pada { $when }.
conflict-how = Jawaban Anda belum disimpan, dan tidak ada yang hilang: formulir di bawah memuat isian Anda. Bandingkan, ubah yang Anda inginkan, lalu simpan untuk menggantikannya.
conflict-keep-theirs = Pertahankan milik mereka dan buang milik saya
conflict-caption = Jawaban yang berbeda
conflict-answer = Jawaban
conflict-theirs = Milik mereka, tersimpan
conflict-yours = Milik Anda, belum disimpan
conflict-save-over = Simpan milik saya sebagai gantinya

# Before and after sending
submission-title = Periksa sebelum mengirim
submission-lede = Belum ada yang dikirim. Inilah yang akan dibaca RSO dan pusat unggulan.
submission-needs = { $count } pengusulan kursus
submission-asked = Diminta
submission-places = Tempat
submission-total = Seluruhnya
submission-deliveries = { $count } penyelenggaraan
submission-preferred = Diinginkan: { $code } { $title }
submission-dropped = { $count } pengusulan sebelumnya akan ditarik kembali
submission-submit = Kirim { $count } pengusulan kursus
submission-back = Kembali ke lembar
submission-told = Siapa yang akan diberi tahu
submission-told-directors = { $count ->
    [0] Tidak ada Direktur Pelatihan: tidak ada yang berubah bagi pusat unggulan, atau pusat unggulan yang mengajarkan jenis ini tidak memiliki Direktur Pelatihan di sini
   *[other] { $count } Direktur Pelatihan
  }
submission-told-own = { $count } narahubung { $state }, yang menerima tanda terima
submission-told-change = Anda dapat mengubah kiriman Anda sampai tenggat waktu.
submission-meanwhile = Sementara itu orang lain menyimpan lembar ini.
submission-meanwhile-how = Tidak ada yang dikirim. Periksa sekali lagi: inilah isi lembar sekarang.
receipt-title = Terkirim
receipt-who = Dikirim oleh { $who } pada { $when }.
receipt-when = Dikirim pada { $when }.
receipt-change = Ubah jawaban
receipt-all = Semua pengusulan kami
no-needs-title = Jawab “tidak ada kebutuhan”
no-needs-receipt-title = “Tidak ada kebutuhan” telah dikirim
no-needs-words = { $state } tidak membutuhkan kursus apa pun dalam { $round }.
no-needs-submit = Kirim “tidak ada kebutuhan”

# Taking one back
withdrawal-title = Tarik kembali { $type }
withdrawal-what = RSO dan pusat unggulan diberi tahu bahwa hal ini tidak diminta lagi. Baris dalam lembar Anda menjadi 0.
withdrawal-reason = Mengapa?
withdrawal-reason-hint = Satu kalimat. Alasan ini tercatat dalam riwayat pengusulan.
withdrawal-button = Tarik kembali pengusulan ini
withdrawal-keep = Pertahankan
withdrawal-fault-reason = Berikan alasan dalam satu kalimat.
withdrawal-refused-planned = Penyelenggaraan untuk pengusulan ini sudah direncanakan, sehingga tidak dapat lagi ditarik kembali di sini. Hubungi RSO.

# The member's rounds
overview-title = Pengusulan kursus { $state }
overview-none-open = Tidak ada putaran yang dibuka
overview-none-open-how = RSO membuka putaran kira-kira sekali setahun. Anda akan melihatnya di sini.
overview-progress = { $answered } dari { $types } jenis kursus sudah dijawab
overview-start = Mulai
overview-continue = Lanjutkan
overview-change = Ubah
overview-read = Baca
overview-became = Tindak lanjut pengusulan kursus kami
overview-asked = Permintaan kami
overview-state = Keadaan
overview-action = Tindakan
overview-withdraw = Tarik kembali
overview-rounds = Putaran
overview-no-rounds = Negara Anda belum diundang ke suatu putaran.

# The RSO's rounds
# term not settled: nomination.round
rounds-title = Putaran pengusulan
rounds-lede = Dalam suatu putaran, anggota menyatakan jenis kursus yang dibutuhkan dan seberapa sering.
rounds-new = Putaran baru
rounds-none = Belum ada putaran
rounds-none-how = Putaran baru berupa draf sampai Anda membukanya.
round-title = Judul
round-horizon = Jangka waktu
round-horizon-start = Hari pertama jangka waktu
round-horizon-end = Hari terakhir jangka waktu
round-opens = Dibuka
round-opens-date = Tanggal dibuka
round-opens-time = Pukul dibuka
round-closes = Ditutup
round-closes-date = Tanggal ditutup
round-closes-time = Pukul ditutup
round-state = Keadaan
round-answers = Jawaban
round-answered = { $answered } dari { $invited } anggota sudah menjawab
round-grace = Jawaban terlambat
round-grace-label = Jumlah hari untuk jawaban terlambat
round-grace-days = { $days ->
    [0] tidak diterima
   *[other] diterima selama { $days } hari
  }
round-minimum = Angka umum terkecil
round-minimum-label = Angka terkecil yang ditampilkan kepada umum
round-types = Jenis kursus yang tercakup
round-members = Anggota yang diundang
round-facts = Putaran ini
round-responses = Siapa yang sudah menjawab
round-member = Anggota
round-answer = Jawaban
round-when = Waktu
round-who = Oleh
round-who-console = dimuat di konsol
round-silent = Belum ada jawaban: { $count }
round-answered-group = Sudah dijawab: { $count }
round-invited = { $count } anggota diundang
round-draft-what = Putaran ini berupa draf: anggota tidak melihatnya.
round-edit = Ubah
round-edit-title = Ubah putaran
round-open = Buka putaran
round-close = Tutup putaran
round-demand = Lihat kebutuhan
round-create = Buat sebagai draf
round-save = Simpan
round-back = Kembali
round-form-lede = Waktu menurut { $place }. Anggota membacanya dalam zona masing-masing.
round-opening-title = Buka { $round }?
round-opening-members = { $count } anggota dapat langsung menjawab.
round-opening-until = Jawaban diterima sampai { $when }.
round-opening-fixed = Sejak saat itu tanggal, jenis kursus, dan anggota tidak dapat diubah.
round-open-now = Buka sekarang
round-closing-title = Tutup { $round }?
round-closing-what = Tidak ada lagi yang dapat menjawab, mengubah, atau menarik kembali. Draf yang tidak dikirim tetap menjadi draf.
round-closing-forever = Putaran yang sudah ditutup tidak dapat dibuka lagi.
round-close-now = Tutup sekarang
round-title-bad = Masukkan judul yang terdiri atas 1 sampai 80 karakter.
round-title-taken = Pilih judul lain: judul ini sudah dipakai suatu putaran.
round-date-bad = Masukkan tanggal.
round-time-bad = Masukkan waktu dalam jam dan menit, misalnya 23:59.
round-time-missing = Pilih waktu lain: jam bergeser, sehingga waktu ini tidak ada pada hari itu.
round-horizon-backwards = Pilih hari terakhir sesudah hari pertama.
round-horizon-long = Pilih jangka waktu paling lama lima tahun.
round-closes-before-opening = Pilih waktu penutupan sesudah pembukaan.
round-number-bad = Masukkan angka dari { $least } sampai { $most }.
round-without-types = Pilih sedikitnya satu jenis kursus.
round-without-members = Undang sedikitnya satu anggota.
round-refused-edit = Putaran ini sudah dibuka atau ditutup, sehingga tidak dapat diubah lagi.
round-refused-step = Putaran ini tidak berada pada tahap sebelumnya, sehingga tidak ada yang diubah.
round-refused-past = Waktu penutupan putaran ini sudah lewat. Ubah tanggalnya, lalu buka.
round-refused-early = Putaran ini dibuka { $when }. Sebelum itu jawaban tidak diterima.
round-refused-over = Putaran ini ditutup { $when }. Jawaban tidak diterima lagi.

# Emails to Training Directors
email-nominated-over = Pengusulan kursus baru
email-nominated-one = { $state } meminta { $type }, { $often }
email-nominated-one-heading = { $state } meminta { $type }
email-nominated-many = { $state } meminta { $count } jenis kursus yang Anda ajarkan
email-nominated-changed-one = { $state } mengubah permintaannya: { $type }, { $often }
email-nominated-changed-many = { $state } mengubah permintaannya: { $count } jenis kursus yang Anda ajarkan
email-nominated-dropped-one = { $state } tidak lagi meminta { $type }
email-nominated-dropped-many = { $state } tidak lagi meminta { $count } jenis kursus yang Anda ajarkan
email-nominated-lede = Kepada Direktur Pelatihan { $centre }: pusat unggulan Anda mengajarkan { $count ->
    [1] jenis kursus ini, sehingga Anda menerima pengusulan setiap negara untuk jenis itu
   *[other] jenis-jenis kursus ini, sehingga Anda menerima pengusulan setiap negara untuk jenis-jenis itu
  }. { $round }.
email-nominated-total = { $states ->
    [0] Sekarang tidak ada negara yang meminta { $type } dalam { $round }.
   *[other] Sekarang { $states } negara meminta { $type } dalam { $round }, seluruhnya { $places } tempat.
  }
email-nominated-action = Lihat kebutuhan
email-nominated-why = Anda menerima surel ini karena Anda Direktur Pelatihan { $centre }. Ada satu pesan untuk setiap pengiriman.
email-line-heading = { $type }
email-line-new = Baru
email-line-changed = Diubah
email-line-dropped = Ditarik kembali: tidak diminta lagi
email-fact-state = Negara
email-fact-type = Jenis kursus
# term not settled: nomination
email-fact-status = Pengusulan
email-fact-often = Seberapa sering
email-fact-people = Orang
email-fact-quarters = Triwulan
email-fact-language = Bahasa
email-fact-urgency = Urgensi
email-fact-preferred = Kursus pilihan
email-fact-reason = Alasan
email-how-often = { $often }, { $level }
email-people = { $people } pada setiap penyelenggaraan, { $places } seluruhnya
email-preferred-yours = { $code } { $title }, kursus Anda
email-preferred-other = { $code } { $title }, kursus pusat unggulan lain

# Receipt of the member
email-receipt-over = Tanda terima
email-receipt-heading = { $state } telah mengirim { $count } pengusulan kursus untuk { $round }
email-receipt-no-needs = { $state } menjawab “tidak ada kebutuhan” untuk { $round }
email-receipt-lede = Kepada narahubung { $state }: inilah yang sekarang tercatat dalam { $round }.
email-receipt-line = { $rank }. { $type }
email-receipt-line-new = { $rank }. Kursus baru: { $title }
email-receipt-total = Seluruhnya: { $deliveries } penyelenggaraan, { $places } tempat.
email-receipt-change = Anda dapat mengubah atau menariknya kembali sampai { $deadline }: buka lembar, ubah, lalu kirim lagi.
email-receipt-action = Buka yang sudah dikirim
email-receipt-why = Anda menerima surel ini karena Anda narahubung { $state }. Tanda terima tidak dapat dihentikan.
