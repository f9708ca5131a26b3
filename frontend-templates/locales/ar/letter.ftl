# unreviewed ar 2026-11-25
# What every e-mail says besides its news.
letter-means = ماذا يعني ذلك لك.
letter-action = { $label } (سيُطلب منك تسجيل الدخول):
letter-sign-in = سيُطلب منك تسجيل الدخول.
letter-no-answer = لا حاجة إلى الرد على هذه الرسالة.
letter-sent = أرسلتها RCTM في { $moment }.
letter-notices = اختر ما تود أن تُبلَّغ به
letter-notices-at = اختر ما تود أن تُبلَّغ به:
letter-stop = أوقف هذه الرسائل
letter-stop-at = أوقف هذه الرسائل:
letter-office = مكتب الدعم الإقليمي لعملية بالي
letter-quarter = الربع { $number }
letter-quarter-any = أي ربع من السنة
letter-list = { $start }، { $end }
letter-list-last = { $start } و{ $end }
letter-brand-1 = الآلية الإقليمية
letter-brand-2 = المنسقة للتدريب
