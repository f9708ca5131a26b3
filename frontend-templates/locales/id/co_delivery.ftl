# unreviewed id 2026-11-29
# Centres that deliver a course together.
co-delivery-title = Selenggarakan bersama
co-delivery-page-title = Selenggarakan bersama: { $title }
co-delivery-lede-owner = Ajak pusat unggulan lain menyelenggarakan kursus ini juga. Setelah itu keduanya boleh menjadwalkannya; hanya pusat unggulan Anda yang mengubahnya.
co-delivery-lede-partner = { $centre } memiliki kursus ini dan hanya ia yang mengubahnya. Pusat unggulan yang sudah menerima boleh menjadwalkannya juga.
co-delivery-none = Tidak ada pusat unggulan lain yang menyelenggarakan kursus ini
co-delivery-none-how = Ajak satu pusat di bawah. Direktur Pelatihannya menerima surel dan menjawab.
co-delivery-centres = Pusat unggulan
co-delivery-owner = Pusat unggulan pemilik kursus
co-delivery-also = Juga diselenggarakan oleh
co-delivery-said = Yang disampaikan
co-delivery-message = Pesan
co-delivery-message-hint = Untuk pusat unggulan lain, bila perlu: kapan, di mana, dalam bahasa apa.
co-delivery-reason-hint = Pusat unggulan lain membacanya.
co-delivery-invited = Diajak
co-delivery-accepted = Ikut menyelenggarakan
co-delivery-declined = Ditolak
co-delivery-withdrawn = Ajakan ditarik kembali
co-delivery-ended = Berakhir
co-delivery-invite = Ajak pusat unggulan
co-delivery-invite-what = Direktur Pelatihan pusat itu diberi tahu lewat surel.
co-delivery-withdraw = Tarik kembali
co-delivery-accept = Terima
co-delivery-accept-what = Pusat unggulan Anda disebut di halaman kursus, kursus ditemukan di bawah kedua pusat dalam katalog, dan Anda diberi tahu permintaan negara untuk jenis kursus itu.
co-delivery-decline = Tolak
co-delivery-end = Akhiri
co-delivery-end-with = Akhiri dengan { $centre }
co-delivery-end-what = Pusat unggulan lain diberi tahu lewat surel beserta alasannya.
co-delivery-end-now = Akhiri penyelenggaraan bersama
co-delivery-director-decides = Direktur Pelatihan Anda yang memutuskan hal ini.
co-delivery-only-published = Hanya kursus dalam katalog yang dapat diselenggarakan bersama.
co-delivery-all-asked = Semua pusat unggulan lain sudah diajak.
co-delivery-needs-centre = Pilih pusat unggulan lain.
co-delivery-changed-meanwhile = Tidak ada yang dilakukan: pusat unggulan lain atau rekan Anda lebih cepat. Lihat keadaannya sekarang, lalu putuskan lagi.
co-delivery-refused-invited = Pusat unggulan itu sudah diajak dan belum menjawab.
co-delivery-refused-accepted = Pusat unggulan itu sudah ikut menyelenggarakan kursus.
co-delivery-refused-over = Tidak ada lagi ajakan yang terbuka.
co-delivery-home = Kursus pusat unggulan lain
co-delivery-answer = Jawab
co-delivery-open = Buka
co-delivery-you-schedule = Pusat unggulan Anda ikut menyelenggarakan kursus ini dan boleh menjadwalkannya.

# What the other side is told.
co-delivery-mail-over = Penyelenggaraan bersama
co-delivery-mail-invited = { $centre } mengajak Anda menyelenggarakan “{ $title }” bersama
co-delivery-mail-invited-lede = Jika pusat unggulan Anda menerima, keduanya boleh menjadwalkan kursus. Hanya { $centre } yang mengubahnya.
co-delivery-mail-accepted = { $centre } menyelenggarakan “{ $title }” bersama Anda
co-delivery-mail-accepted-lede = { $centre } sudah menerima. Kedua pusat unggulan boleh menjadwalkan kursus, dan keduanya disebut di halamannya.
co-delivery-mail-declined = { $centre } tidak menyelenggarakan “{ $title }” bersama Anda
co-delivery-mail-declined-lede = { $centre } menolak. Alasannya di bawah.
co-delivery-mail-withdrawn = { $centre } menarik kembali ajakannya untuk “{ $title }”
co-delivery-mail-withdrawn-lede = Anda tidak perlu menjawab lagi.
co-delivery-mail-ended = { $centre } mengakhiri penyelenggaraan “{ $title }” bersama
co-delivery-mail-ended-lede = Mulai sekarang hanya pusat unggulan pemilik kursus yang menjadwalkannya. Alasannya di bawah.
co-delivery-mail-action = Buka halamannya
co-delivery-mail-why = Anda menerima ini sebagai Direktur Pelatihan pusat unggulan tersebut.
notice-co-delivery = Pusat unggulan lain ingin menyelenggarakan kursus bersama, menjawab, atau mengakhirinya
notice-co-delivery-what = Satu surel untuk setiap langkah, kepada Direktur Pelatihan.

# Help.
help-td-together = Menyelenggarakan kursus bersama
help-td-together-1 = Buka halaman kursus Anda dan pilih “{ co-delivery-title }”. Pilih pusat unggulannya, tulis gagasan Anda, dan tekan “{ co-delivery-invite }”.
help-td-together-2 = Ajakan untuk pusat unggulan Anda muncul di “{ nav-home }”. Pilih “{ co-delivery-answer }”, lalu “{ co-delivery-accept }”, atau tolak dengan alasan.
help-td-together-3 = Kedua pusat unggulan dapat mengakhirinya dengan alasan.
help-td-together-then = Direktur Pelatihan pusat unggulan lain menerima surel pada setiap langkah. Yang sudah menerima boleh menjadwalkan kursus; hanya pemiliknya yang mengubahnya.
