# unreviewed id 2026-11-29
# Penyunting kursus: bagian-bagiannya, dan dua orang yang mengerjakan satu kursus.
editor-about = Tentang kursus
editor-deliveries = Cara penyelenggaraan
editor-conflict-how = Semua yang Anda ketik masih ada dalam formulir. Pilih satu teks untuk setiap isian yang Anda berdua tulis, atau tulis teks ketiga dalam formulir di bawah, lalu simpan. Perubahan rekan Anda di tempat lain tetap ada.
editor-conflict-save = Simpan pilihan ini
