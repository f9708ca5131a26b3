# ما تقوله الدورات بلغات أخرى.
texts-label = النصوص بلغات أخرى
texts-line = { $language }: { $title }
texts-missing = غير موجود
texts-draft = مسودة
texts-reviewed = تمت مراجعته
texts-out-of-date = غير محدَّث
texts-read-in = اقرأ نصوص هذه الصفحة باللغة:
texts-fallback = غير متوفر بهذه اللغة بعد؛ بالإنجليزية.
texts-changed-since = تغيّر النص الإنجليزي بعد مراجعة هذه الترجمة.
texts-none = لا يوجد لهذه الدورة نص تمت مراجعته باللغة «{ $language }». يُعرض بالإنجليزية.
