# unreviewed id 2026-11-29
# Versions of a course.
versions-title = Versi-versi: { $title }
versions-lede = Setiap versi tetap dapat dibaca seperti ketika diterbitkan, beserta catatan perubahannya.
versions-number = Versi { $version }
versions-newest = Versi terbaru
versions-none = Belum ada versi yang diterbitkan
versions-none-how = Versi pertama muncul di sini setelah kursus diterbitkan.
versions-difference = Lihat yang berubah
versions-restore = Pulihkan
versions-compare = Bandingkan dua versi
versions-before = Dari
versions-after = Ke
versions-draft = Draf
versions-all = Semua versi dan yang berubah
versions-old = Ini versi { $version }, diterbitkan pada { $date }.
versions-read-newest = Baca versi terbaru

# What differs between two versions.
differences-title = Yang berubah: { $title }
differences-heading = Yang berubah, kata demi kata
differences-how = Perubahan ditunjukkan seperti ini:
differences-how-gone = dihapus
differences-how-new = baru
differences-gone = [dihapus:
differences-new = [baru:
differences-end = ]
differences-same = { $count ->
   *[other] { $count } baris sama
  }
differences-unseen = Bagian ini berbeda dalam rincian yang tidak ditampilkan halaman ini.
differences-none = Keduanya sama
differences-others = Bandingkan versi lain

# An old version as the new draft.
restoration-title = Pulihkan versi { $version }: { $title }
restoration-heading = Pulihkan versi { $version }
restoration-what = Draf akan berisi teks versi ini. Dengan itu belum ada yang diterbitkan.
restoration-same = Isi draf sudah sama
restoration-loses = Draf memuat perubahan yang belum diterbitkan. Yang dicoret di bawah akan hilang; salin lebih dahulu yang ingin Anda simpan.
restoration-how = Dalam draf:
restoration-how-gone = akan dihapus
restoration-how-new = akan dimasukkan
restoration-more = Baca perubahan selebihnya
restoration-now = Jadikan versi ini draf

# A course as the beginning of another.
copy-link = Mulai kursus lain dari kursus ini
copy-title = Mulai kursus lain: { $title }
copy-heading = Mulai kursus lain dari kursus ini
copy-what = Kursus baru dimulai sebagai draf pusat unggulan Anda. Kursus ini tetap seperti adanya.
copy-takes = Yang disalin: semua isi draf, termasuk modul dan materi.
copy-leaves = Yang tidak disalin: versi dan catatannya, usulan, penyelenggaraan, pusat unggulan yang ikut menyelenggarakan, dan tanggal verifikasi terakhir.
copy-modules = Modul mendapat kode dari kursus baru.
copy-code = Kode kursus baru

# Drafts that wait for the Training Director.
proposals-title = Menunggu Direktur Pelatihan
proposals-lede = Draf yang diusulkan rekan di pusat unggulan Anda untuk diterbitkan, yang paling lama menunggu lebih dahulu.
proposals-none = Tidak ada yang menunggu
proposals-none-how = Penyunting kursus mengusulkan draf di halaman penerbitannya.
proposals-since = Diusulkan
proposals-decide = Baca dan putuskan
proposals-open = Buka
proposals-count = { $count ->
   *[other] { $count } draf menunggu Direktur Pelatihan
  }
proposal-make = Usulkan kepada Direktur Pelatihan Anda
proposal-propose = Usulkan
proposal-withdraw = Tarik kembali usulan
proposal-send-back = Kembalikan
proposal-wanted = Yang diminta
proposal-wanted-hint = Pengusul draf menerima ini melalui surel.
proposal-needs-wanted = Masukkan apa yang diminta dari draf.
proposal-open-who = { $who } mengusulkan draf ini { $moment }
proposal-open = Draf ini diusulkan { $moment }
proposal-saved-since = Draf disimpan lagi { $moment }. Anda membacanya seperti keadaannya sekarang.
proposal-back-who = { $who } mengembalikan draf ini { $moment }
proposal-back = Draf ini dikembalikan { $moment }
proposal-sign-open = Draf sedang ditinjau
proposal-sign-back = Draf dikembalikan
proposal-refused-open = Draf ini sudah diusulkan. Tarik kembali usulan itu lebih dahulu.
proposal-refused-none = Tidak ada draf kursus ini yang diusulkan.
publication-which = Yang diterbitkan ialah draf seperti disimpan { $moment }. Jika seseorang menyimpan sementara itu, Anda ditanya lagi.
publication-words = Yang berubah, kata demi kata
editor-in-review = Draf menunggu Direktur Pelatihan. Yang Anda simpan ikut diterbitkan.
editor-whole = Tidak ada yang kurang

# Letters about proposals.
proposal-mail-over = Draf pusat unggulan Anda
proposal-mail-from = Diusulkan oleh
proposal-mail-proposed = Sebuah draf menunggu Anda: { $code }
proposal-mail-proposed-lede = Seorang rekan di pusat unggulan Anda mengusulkan penerbitannya.
proposal-mail-proposed-note = Terbitkan, atau kembalikan dan katakan apa yang diminta.
proposal-mail-proposed-action = Baca dan putuskan
proposal-mail-proposed-why = Anda menerima ini sebagai Direktur Pelatihan pusat unggulan tersebut.
proposal-mail-published = Diterbitkan: { $title }
proposal-mail-published-lede = Direktur Pelatihan Anda telah menerbitkan draf yang Anda usulkan.
proposal-mail-published-action = Buka halaman kursus
proposal-mail-sent-back = Dikembalikan: { $code }
proposal-mail-sent-back-lede = Direktur Pelatihan Anda mengembalikan draf yang Anda usulkan. Yang diminta tertulis di bawah.
proposal-mail-sent-back-action = Buka draf
proposal-mail-answered-why = Anda menerima ini karena Anda mengusulkan draf tersebut.
notice-course-proposed = Draf pusat unggulan Anda menunggu Anda
notice-course-proposed-what = Satu surel untuk setiap usulan, kepada Direktur Pelatihan.
notice-course-answered = Draf yang Anda usulkan diterbitkan atau dikembalikan
notice-course-answered-what = Satu surel untuk setiap jawaban, kepada pengusul draf.

# Help.
help-td-review = Menjawab draf yang diusulkan penyunting
help-td-review-1 = Anda menerima surel untuk setiap usulan. “{ proposals-title }” di halaman pertama pusat unggulan Anda memuat semua yang menunggu.
help-td-review-2 = “{ proposals-decide }” membuka pemeriksaan sebelum penerbitan: yang berubah, yang kurang, dan catatan penyunting. “{ publication-words }” menunjukkan setiap kata yang berubah.
help-td-review-3 = Terbitkan dengan catatan itu atau dengan kata-kata Anda, atau katakan apa yang diminta dan pilih “{ proposal-send-back }”.
help-td-review-then = Pengusul draf menerima surel. Jika seseorang menyimpan ketika Anda membaca, tidak ada yang diterbitkan dan Anda melihat draf seperti keadaannya sekarang.
help-ce-versions = Melihat versi lama, memulihkannya, atau menyalin kursus
help-ce-versions-1 = “{ versions-all }” di halaman kursus memuat versi-versinya. “{ versions-difference }” menunjukkan perbedaan dengan versi sebelumnya; “{ versions-compare }” dua versi mana pun, atau satu versi dan draf.
help-ce-versions-2 = “{ versions-restore }” menunjukkan apa yang akan berubah dalam draf sebelum versi itu dijadikan draf.
help-ce-versions-3 = “{ copy-link }” memulai kursus dengan kode lain dan teks yang sama.
help-ce-versions-then = Versi yang sudah diterbitkan tidak pernah diubah. Versi yang dipulihkan diterbitkan sebagai versi berikutnya.
