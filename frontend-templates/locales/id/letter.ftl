# unreviewed id 2026-11-25
# What every e-mail says besides its news.
letter-means = Artinya bagi Anda.
letter-action = { $label } (Anda akan diminta masuk):
letter-sign-in = Anda akan diminta masuk.
letter-no-answer = Pesan ini tidak perlu dibalas.
letter-sent = Dikirim oleh RCTM pada { $moment }.
letter-notices = Pilih pemberitahuan yang ingin Anda terima
letter-notices-at = Pilih pemberitahuan yang ingin Anda terima:
letter-stop = Hentikan surel seperti ini
letter-stop-at = Hentikan surel seperti ini:
# term not settled: org.rso
letter-office = Kantor Dukungan Regional Proses Bali
letter-quarter = TW { $number }
letter-quarter-any = Triwulan mana pun
letter-list = { $start }, { $end }
letter-list-last = { $start } dan { $end }
letter-brand-1 = Mekanisme Pelatihan
letter-brand-2 = Terkoordinasi Regional
