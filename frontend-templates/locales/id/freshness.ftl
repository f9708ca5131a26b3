# unreviewed id 2026-11-29
# Courses that are still right.
freshness-title = Kursus yang setahun tidak diverifikasi
freshness-lede = { $count ->
    [0] Semua kursus dalam katalog diverifikasi dalam dua belas bulan terakhir.
   *[other] { $count } kursus dalam katalog terakhir diverifikasi lebih dari dua belas bulan yang lalu. Pusat unggulannya diingatkan lewat surel.
  }
freshness-none = Tidak ada kursus yang menunggu
freshness-none-what = Menerbitkan berarti memverifikasi kursus. Direktur Pelatihan juga dapat memverifikasinya dengan satu tombol.
freshness-all-centres = Semua pusat unggulan
freshness-show = Tampilkan
freshness-reminded = Pusat unggulan diingatkan
freshness-not-yet = Belum
freshness-care = Merawat kursus
freshness-just-verified = Ditandai masih benar
freshness-undo = Urungkan
freshness-please-verify = Kursus ini setahun tidak diverifikasi. Bacalah, lalu tekan tombol atau perbaiki.
freshness-over-a-year = Lebih dari setahun yang lalu
freshness-refused-undo = Tidak ada yang dapat diurungkan: kursus sudah diterbitkan atau diverifikasi lagi.
freshness-home = Apakah ini masih benar?
freshness-home-what = Setahun tidak diverifikasi. Baca halamannya, lalu tandai masih benar atau perbaiki.
freshness-home-count = { $count ->
   *[other] { $count } kursus menunggu verifikasi.
  }

# The reminder.
freshness-mail-over = Kursus untuk diverifikasi
freshness-mail-heading = { $count ->
   *[other] { $count } kursus pusat unggulan Anda setahun tidak diverifikasi
  }
freshness-mail-lede = Negara memilih berdasarkan isi katalog. Mohon baca halaman ini dan nyatakan masih benar, atau perbaiki.
freshness-mail-course = { $code }: { $title }
freshness-mail-more = { $count ->
   *[other] { $count } kursus lagi menunggu.
  }
freshness-mail-what = Satu tombol menandai kursus masih benar; tombol itu tidak menerbitkan versi baru. Kami menulis lagi tiga bulan mendatang tentang yang masih menunggu.
freshness-mail-action = Lihat kursusnya
freshness-mail-why = Anda menerima ini sebagai Direktur Pelatihan pusat unggulan tersebut.
notice-course-stale = Kursus pusat unggulan Anda setahun tidak diverifikasi
notice-course-stale-what = Satu surel yang memuat semuanya, lagi setiap tiga bulan, kepada Direktur Pelatihan.

# Help.
help-td-fresh = Menjaga kursus tetap benar
help-td-fresh-1 = Dua belas bulan setelah kursus diterbitkan atau diverifikasi, kursus itu muncul di “{ nav-home }”, dan Anda menerima satu surel yang memuat semua kursus seperti itu.
help-td-fresh-2 = Baca halamannya. Tekan “{ course-verify }” jika benar; terbitkan versi baru jika tidak.
help-td-fresh-then = Pembaca langsung melihat tanggal baru. “{ freshness-undo }” mengembalikan tanggal lama. RSO melihat yang menunggu; Anda diingatkan setiap tiga bulan.
help-rso-stale = Melihat kursus yang mungkin sudah usang
help-rso-stale-1 = Buka “{ nav-organisations }” dan pilih “{ freshness-title }”.
help-rso-stale-2 = Pilih pusat unggulan, atau unduh seluruh daftar dengan “{ demand-csv }”.
help-rso-stale-then = Direktur Pelatihan diingatkan lewat surel. Daftar itu menyebutkan kapan.
