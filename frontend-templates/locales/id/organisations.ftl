# unreviewed id 2026-11-25
# Members and centres.
centres-title = Pusat unggulan
centres-lede = { $count } pusat unggulan dapat menerbitkan kursusnya di sini.
centres-none = Belum ada pusat unggulan yang terdaftar
centres-none-how = RSO mendaftarkan pusat unggulan.
centres-column-centre = Pusat unggulan
centres-column-place = Tempat
centres-column-site = Situs
centres-column-courses = Kursus
centres-site = Situs
centres-courses = Kursus
centres-source = Sumber: halaman umum setiap lembaga. Tercantum dalam daftar ini tidak berarti suatu lembaga telah menyetujui sesuatu.
coverage-lede = { $without ->
    [0] Setiap anggota dari { $members } anggota memiliki narahubung aktif.
   *[other] { $without } dari { $members } anggota tidak memiliki narahubung aktif.
  }
coverage-members = Anggota
coverage-members-note = Peran gugur jika tidak dikonfirmasi selama dua belas bulan.
coverage-member = Anggota
coverage-subregion = Subkawasan
coverage-international = Organisasi internasional
coverage-focal-points = Narahubung
coverage-none = Tidak ada narahubung aktif
coverage-centres-note = Direktur Pelatihan diberi tahu tentang setiap pengusulan kursus untuk jenis yang diterbitkan pusat unggulannya.
coverage-directors = Direktur Pelatihan
coverage-no-director = Tidak ada Direktur Pelatihan
