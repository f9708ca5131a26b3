# unreviewed id 2026-11-25
# What people read when something could not be saved, and what they typed is still there.
error-away = Data kami tidak dapat dicapai
error-away-lede = Coba lagi dalam beberapa detik. Pengelola sudah diberi tahu.
error-unsaved = Ini tidak dapat disimpan
error-unsaved-lede = Tidak ada yang disimpan. Pengelola sudah diberi tahu.
error-unsaved-kept-lede = Tidak ada yang disimpan. Teks Anda masih ada di sini. Pengelola sudah diberi tahu.
error-unsure = Kami tidak dapat memastikan apakah ini tersimpan
error-unsure-lede = Sambungan ke data kami terputus ketika isian sedang disimpan. Teks Anda masih ada di sini. Kirimkan lagi: yang sudah tersimpan tidak disimpan dua kali. Pengelola sudah diberi tahu.
error-conflict-kept-lede = Isian Anda tidak disimpan. Teks Anda masih ada di sini: salin yang Anda perlukan, buka lagi halamannya, lalu bandingkan.
error-signed-out = Anda sudah keluar
error-signed-out-lede = Tidak ada yang disimpan. Teks Anda masih ada di sini. Masuklah di jendela yang terbuka; kemudian kembalilah ke jendela ini dan kirimkan lagi.
typed-what = Yang Anda masukkan
typed-again = Kirim lagi
typed-sign-in = Masuk
typed-form = Kembali ke formulir
kept-title = Teks Anda masih ada di sini
kept-lede = Sesi Anda berakhir sebelum teks dikirim, sehingga belum ada yang disimpan. Kirimkan sekarang. Teks disimpan selama satu jam, hanya untuk Anda.
kept-send = Kirim sekarang
kept-forget = Jangan kirim
round-conflict = Sementara itu orang lain menyimpan putaran ini
receipt-waiting = Tersimpan. { $others ->
    [0] Pesan kepada { $who } sedang menunggu dikirim.
   *[other] Pesan kepada { $who } dan { $others } orang lain sedang menunggu dikirim.
  }
receipt-waiting-silent = Tersimpan. { $others ->
    [0] Pesan kepada { $who } sedang menunggu; peladen surel tidak menjawab sejak { $time }.
   *[other] Pesan kepada { $who } dan { $others } orang lain sedang menunggu; peladen surel tidak menjawab sejak { $time }.
  } Pesan dikirim dengan sendirinya ketika peladen menjawab lagi.
receipt-failed = Tersimpan. Pesan kepada { $who } tidak dapat disampaikan: { $why } RSO melihat hal ini dan dapat memperbaikinya.
receipt-failed-why = sebabnya tidak diketahui.
layout-mail-away = Peladen surel tidak menjawab sejak { $moment }.
layout-mail-away-what = Surel menunggu dan dikirim dengan sendirinya ketika peladen menjawab lagi.
layout-mail-away-link = Lihat yang mana
email-flagged = Alamat ditandai
email-todo-address = Surel ini tidak dicoba lagi. Tanyakan alamat yang benar kepada organisasinya dan perbaiki akunnya; kemudian kirim lagi.
email-todo-message = Surel ini tidak dicoba lagi. Tanyakan kepada pengelola peladen surel mengapa ditolak; kemudian kirim lagi.
email-todo-settings = Periksa alamat dan kata sandi yang dipakai RCTM untuk masuk ke peladen surel; kemudian kirim lagi.
email-todo-file = Periksa apakah direktori untuk surel ada dan masih memiliki ruang; kemudian kirim lagi.
email-todo-server = Surel ini sudah dicoba sepuluh kali selama dua hari. Ketika peladen surel menjawab lagi, kirimkan lagi.
email-todo-restored = Tanyakan apakah surel ini sudah tiba. Jika belum, kirim lagi.
account-flagged = Surel kami ke { $address } tidak sampai: peladen surel menolak alamat itu. Mintalah RSO memperbaikinya.
