# unreviewed id 2026-11-30
# Seats of deliveries: how they are shared.
seats-sharing-demand = Menurut permintaan negara
seats-sharing-equal = Sama untuk setiap negara yang dipilih
seats-sharing-open = Semua dalam cadangan, untuk yang lebih dahulu diterima
seats-sharing-custom = Menurut isian pusat unggulan
seats-sharing-national = Semua untuk satu negara

# What happened to seats.
seats-entry-capacity-raised = Kursi penyelenggaraan bertambah
seats-entry-capacity-lowered = Kursi penyelenggaraan berkurang
seats-entry-allotted = Diberikan kepada negara
seats-entry-quota-lowered = Diambil dari negara
seats-entry-granted = Diberikan kepada negara untuk satu orang
seats-entry-taken = Dipakai seseorang
seats-entry-freed = Dilepas seseorang
seats-entry-offered = Ditawarkan kepada seseorang
seats-entry-offer-ended = Tawaran tidak berlanjut
seats-entry-turned-back = Dikembalikan negara
seats-entry-recalled = Ditarik kembali: tidak dipakai pada waktunya
seats-side-outside = Di luar penyelenggaraan
seats-side-reserve = Cadangan
seats-side-person = Seseorang dari { $member }

# What a rule refuses.
seats-refused-running = Penyelenggaraan ini sedang berlangsung. Kursinya tetap.
seats-refused-published = Kursi penyelenggaraan ini sudah diterbitkan.
seats-refused-not-announced = Umumkan penyelenggaraan dahulu, lalu terbitkan kursinya.
seats-refused-postponed = Penyelenggaraan ini ditunda. Tetapkan hari barunya dan umumkan dahulu.
seats-refused-not-published = Kursi penyelenggaraan ini belum diterbitkan.
seats-refused-no-days = Tetapkan harinya dahulu. Penyelenggaraan tanpa hari tidak punya tenggat nominasi.
seats-refused-past = Hari pertama sudah lewat. Ubah harinya, lalu terbitkan kursinya.
seats-refused-no-draft = Bagikan kursinya dahulu, lalu terbitkan.
seats-refused-national = Semua kursi penyelenggaraan nasional untuk negaranya.
seats-refused-director = Hanya Direktur Pelatihan yang mengubah kursi yang sudah diterbitkan.
seats-refused-all-yours = Semua kursi penyelenggaraan ini untuk negara Anda. Tidak ada yang lain yang dapat memakainya.
seats-refused-frozen = Nama sudah final. Kursi tidak dikembalikan lagi.
seats-refused-none-free = Negara Anda tidak punya kursi kosong untuk dikembalikan.

# What is wrong with a form.
seats-needs-sharing = Pilih cara kursi dibagikan.
seats-number-bad = Isi angka dari { $least } sampai { $most }.
seats-member-unknown = Gunakan kode sebuah negara.
seats-member-twice = Sebut setiap negara satu kali.
seats-below-taken = Isi sedikitnya { $taken } untuk { $member }: sebanyak itu orang dari negara ini memiliki kursi.
seats-too-many = Kurangi { $over } kursi: negara bersama-sama memiliki { $sum }, dan penyelenggaraan punya { $capacity }.
seats-return-bad = Isi angka dari 1 sampai { $most }.
seats-capacity-held = Isi sedikitnya { $least }, atau ubah dahulu kursi negara. Yang memegangnya: { $held }.
seats-capacity-taken = Isi sedikitnya { $least }: sebanyak itu orang memiliki kursi. { $held }.

# The pages of seats.
seats-title = Kursi
seats-of = Kursi { $member }
seats-your = Kursi negara Anda
seats-held = { $held } dipegang:
seats-figures = { $taken } terpakai, { $free } kosong
seats-taken-key = terpakai
seats-free-key = kosong
seats-you-asked = Negara Anda meminta { $asked } tempat untuk jenis kursus ini.
seats-by-state = Kursi menurut negara
seats-shared = Cara kursi dibagikan
seats-states-hold = Dipegang negara
seats-reserve = Cadangan
seats-published = Diterbitkan pada
seats-column-asked = Tempat yang diminta
seats-column-held = Dipegang
seats-column-taken = Terpakai
seats-column-free = Kosong
seats-column-equal = Bagian sama
seats-none = Kursi belum dibagikan
seats-none-how = Mulai dari permintaan negara, bagikan sama rata, atau simpan semua dalam cadangan.
seats-none-what = Direktur Pelatihan menerbitkan berapa kursi yang dipegang setiap negara.
seats-none-held = Tidak ada negara yang memegang kursi sendiri. Semua dalam cadangan.
seats-draft = Draf.
seats-draft-what = Hanya pusat unggulan Anda yang melihatnya sampai Direktur Pelatihan menerbitkannya.
seats-share = Bagikan kursi
seats-edit-draft = Ubah draf
seats-change = Ubah kursi negara
seats-form-lede = Penyelenggaraan punya { $capacity } kursi. Yang tidak dipegang negara ada dalam cadangan.
seats-how = Usulan pembagian
seats-demand-what = Menurut permintaan negara: sebanding dengan tempat yang diminta, dengan sisa terbesar. Setiap negara yang meminta mendapat sedikitnya satu kursi dan tidak lebih dari permintaannya. Bila kursi lebih sedikit daripada negara, yang meminta terbanyak mendapat satu.
seats-keep = Kursi yang disimpan dalam cadangan
seats-keep-hint = Kosong: tidak ada.
seats-cap = Kursi terbanyak satu negara
seats-cap-hint = Kosong: tanpa batas.
seats-propose = Usulkan pembagian
seats-propose-what = Usulan mengganti angka di bawah. Tidak ada yang disimpan.
seats-asked-in = Tempat yang diminta dalam putaran “{ $round }”, tingkat regional.
seats-asked-nothing = Tidak ada negara yang meminta tempat untuk jenis kursus ini.
seats-agencies = Instansi
seats-agency-limit = Orang terbanyak dari satu instansi
seats-agency-hint = Keinginan yang ditampilkan saat memilih orang. Tidak ada yang ditolak karenanya. Kosong: tanpa keinginan.
seats-no-limit = Tanpa keinginan
seats-save-draft = Simpan draf
seats-changed-meanwhile = Tidak ada yang disimpan: kursi diubah saat Anda mengisi. Angka Anda ada di bawah. Bila disimpan sekarang, angka itu mengganti yang tersimpan.
seats-see-theirs = Lihat yang tersimpan
seats-check = Periksa perubahan
seats-change-what = Tidak ada yang kehilangan kursi yang dimiliki seseorang.
seats-change-told = Narahubung negara-negara ini menerima surel dengan kedua angka. Negara lain tidak diberi tahu.
seats-change-nothing = Tidak ada negara yang kursinya berubah.
seats-change-now = Ubah kursi sekarang
seats-before = Sebelum
seats-after = Sesudah
seats-back = Kembali
seats-publish = Terbitkan kursi
seats-publish-what = Setiap negara melihat kursinya sendiri, dan nominasi dibuka. Perubahan kemudian diberitahukan kepada negara yang terkait.
seats-publish-told = { $states ->
    [0] Tidak ada negara lewat surel: semua kursi dalam cadangan.
   *[other] Narahubung { $states } negara menerima surel, masing-masing dengan angka negaranya.
}
seats-publish-now = Terbitkan kursi sekarang
seats-publish-meanwhile = Tidak ada yang diterbitkan: kursi diubah saat Anda membaca. Lihat keadaannya sekarang, lalu putuskan lagi.
seats-return = Kembalikan kursi
seats-return-what = Kursi kosong masuk cadangan, dari sana yang lain dapat memakainya. Anda tidak dapat menariknya kembali.
seats-return-told = Direktur Pelatihan { $centre } menerima surel. Negara lain tidak diberi tahu.
seats-return-many = Kursi yang dikembalikan
seats-return-hint = { $free } kursi kosong.
seats-return-reason = Tidak wajib. Pusat unggulan membacanya.
seats-return-now = Kembalikan kursi sekarang
seats-return-meanwhile = Tidak ada yang dikembalikan: kursi kosong negara Anda sudah berubah. Lihat lagi.
seats-ledger = Ke mana kursi pergi
seats-ledger-lede = Setiap perpindahan kursi, yang terbaru dahulu.
seats-ledger-none = Belum ada kursi yang berpindah
seats-ledger-none-what = Baris pertama ditulis saat kursi diterbitkan.
seats-ledger-csv = Unduh sebagai CSV
seats-ledger-workbook = Unduh sebagai buku kerja
seats-number = Nomor
seats-when = Waktu
seats-what = Yang terjadi
seats-from = Asal
seats-to = Tujuan
seats-by = Oleh
seats-returned = Kursi yang dikembalikan
seats-free = Kursi kosong
seats-recalled = Kursi yang ditarik kembali

# What people are told.
seats-mail-over = Kursi
seats-mail-published = Negara Anda memegang { $seats } kursi pada “{ $title }”
seats-mail-published-lede = Nominasi dibuka. Negara lain tidak diberi tahu angka Anda.
seats-mail-changed = { $seats ->
    [0] Negara Anda tidak lagi memegang kursi pada “{ $title }”
   *[other] Negara Anda kini memegang { $seats } kursi pada “{ $title }”
}
seats-mail-changed-lede = Pusat unggulan mengubah kursi negara Anda. Tidak ada yang kehilangan kursi yang dimilikinya.
seats-mail-returned = { $member } mengembalikan { $seats } kursi pada “{ $title }”
seats-mail-returned-lede = Kursi itu ada dalam cadangan.
seats-mail-recall-soon = { $seats } kursi negara Anda pada “{ $title }” masih kosong
seats-mail-recall-soon-lede = Ajukan orang, atau kembalikan kursinya. Yang masih kosong saat itu diberikan kepada negara lain.
seats-mail-recalled = { $seats } kursi negara Anda pada “{ $title }” ditarik kembali
seats-mail-recalled-lede = Tidak ada yang diajukan pada waktunya. Kursi itu ada dalam cadangan, untuk orang yang menunggu.
seats-mail-recalled-in-all = { $seats } kursi kosong pada “{ $title }” ditarik kembali
seats-mail-recalled-in-all-lede = Kursi itu ada dalam cadangan. Terimalah orang dari daftar tunggu.
seats-mail-action = Buka kursi
seats-mail-why-state = Anda menerima ini sebagai narahubung negara yang memegang kursi.
seats-mail-why-centre = Anda menerima ini sebagai Direktur Pelatihan pusat unggulan penyelenggara.
notice-seats-for-state = Pusat unggulan memberi negara Anda kursi pada penyelenggaraan, atau mengubah jumlahnya
notice-seats-for-state-what = Satu surel saat kursi diterbitkan, dan satu untuk setiap perubahan angka Anda.
notice-seats-returned = Sebuah negara mengembalikan kursi pada penyelenggaraan pusat unggulan Anda
notice-seats-returned-what = Satu surel untuk setiap pengembalian.

# Help.
help-td-seats = Membagikan kursi penyelenggaraan
help-td-seats-1 = Di halaman penyelenggaraan pilih “{ seats-title }”, lalu “{ seats-share }”. Pilih caranya, dan tekan “{ seats-propose }”.
help-td-seats-2 = Ubah angka dengan tangan bila Anda lebih tahu. Tekan “{ seats-save-draft }”: hanya pusat unggulan Anda yang melihat draf.
help-td-seats-3 = Setelah penyelenggaraan diumumkan dan punya hari, pilih “{ seats-publish }”. Periksa angkanya, lalu pastikan.
help-td-seats-4 = Untuk memberi negara lebih banyak atau lebih sedikit kursi kemudian, pilih “{ seats-change }”.
help-td-seats-then = Setiap negara diberi tahu angkanya sendiri, dan nominasi dibuka. “{ seats-ledger }” menunjukkan setiap perpindahan kursi.
help-fp-seats = Melihat dan mengembalikan kursi negara Anda
help-fp-seats-1 = Buka penyelenggaraan di “{ nav-calendar }”. Di sana tertulis berapa kursi yang dipegang negara Anda dan berapa yang kosong.
help-fp-seats-2 = Bila Anda tidak punya orang untuk sebuah kursi, pilih “{ seats-title }”, lalu “{ seats-return }”.
help-fp-seats-then = Kursi masuk cadangan, dan pusat unggulan diberi tahu. Negara lain tidak melihat angka Anda.
help-rso-seats = Melihat pembagian kursi penyelenggaraan
help-rso-seats-1 = Buka penyelenggaraan di “{ nav-calendar }” dan pilih “{ seats-title }”.
help-rso-seats-2 = “{ seats-ledger }” menunjukkan setiap perpindahan kursi. Daftar itu dapat diunduh.
help-rso-seats-then = Anda melihat yang diterbitkan pusat unggulan. Draf hanya dilihat pusat unggulannya.
