# unreviewed id 2026-11-29
# Similar courses of other centres.
overlap-same-type = Jenis kursus yang sama
overlap-near-title = Judul hampir sama
overlap-same-audience = Sasaran peserta hampir sama
overlap-same-language = Bahasa pengantar yang sama
overlap-title = Kursus serupa dari pusat unggulan lain
overlap-page-title = Kursus serupa: { $title }
overlap-lede = Pusat unggulan saling melengkapi. Lihat kursus ini sebelum Anda menerbitkan; kursus ini tidak pernah menghalangi penerbitan.
overlap-none = Tidak ada kursus serupa di pusat unggulan lain
overlap-none-how = Kursus dibandingkan menurut jenis kursus, judul, sasaran peserta, dan bahasa.
overlap-alike = Kemiripan
overlap-score = { $score } dari 100
overlap-why = Dalam hal apa
overlap-dismiss = Tidak sama
overlap-dismiss-which = Tidak sama dengan: { $title }
overlap-dismiss-what = Sebutkan mengapa kursus Anda berbeda. Pasangan ini tetap ditandai sampai pusat unggulan Anda membatalkannya; pusat unggulan lain tidak diberi tahu.
overlap-reason-hint = Satu atau dua kalimat untuk rekan Anda.
overlap-dismissed = Tidak sama
overlap-dismissed-who = { $who }, { $date }
overlap-take-back = Bandingkan lagi
overlap-back = Kembali ke kursus
overlap-needs-reason = Isikan alasan.
overlap-unknown = Pilih kursus yang sudah terbit dari pusat unggulan lain.

# Help.
help-td-overlap = Melengkapi, bukan menggandakan
help-td-overlap-1 = “{ course-check-publish }” memuat kursus serupa dari pusat unggulan lain dan dalam hal apa kemiripannya. “{ overlap-title }” di halaman kursus menampilkan daftar yang sama setiap saat.
help-td-overlap-2 = Buka kursus lain itu lalu putuskan: tetap menerbitkan, mengubah kursus Anda, atau mengajak pusat unggulan lain menyelenggarakannya bersama.
help-td-overlap-3 = Jika kursus itu berbeda, pilih “{ overlap-dismiss }” dan sebutkan alasannya.
help-td-overlap-then = Pasangan yang Anda tandai tetap demikian beserta alasannya sampai Anda memilih “{ overlap-take-back }”. Tidak ada yang menghalangi penerbitan.
