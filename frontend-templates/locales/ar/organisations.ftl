# unreviewed ar 2026-11-25
# Members and centres.
centres-title = مراكز التميز
centres-lede = { $count ->
    [zero] لا يوجد مركز ينشر دوراته هنا.
    [one] مركز واحد ينشر دوراته هنا.
    [two] يمكن لمركزين نشر دوراتهما هنا.
    [few] يمكن لعدد { $count } مراكز نشر دوراتها هنا.
    [many] يمكن لعدد { $count } مركزًا نشر دوراتها هنا.
   *[other] يمكن لعدد { $count } مركز نشر دوراتها هنا.
  }
centres-none = لا يوجد مركز مسجل بعد
centres-none-how = يسجل مكتب الدعم الإقليمي مراكز التميز.
centres-column-centre = المركز
centres-column-place = المكان
centres-column-site = الموقع
centres-column-courses = الدورات
centres-site = الموقع
centres-courses = الدورات
centres-source = المصدر: الصفحات العامة لكل مؤسسة. ورود مؤسسة في القائمة لا يعني أنها وافقت على أي شيء.
coverage-lede = { $without ->
    [0] لكل عضو من الأعضاء البالغ عددهم { $members } منسق اتصال نشط.
    [one] عضو واحد من الأعضاء البالغ عددهم { $members } ليس له منسق اتصال نشط.
    [two] عضوان من الأعضاء البالغ عددهم { $members } ليس لهما منسق اتصال نشط.
    [few] { $without } أعضاء من الأعضاء البالغ عددهم { $members } ليس لهم منسق اتصال نشط.
    [many] { $without } عضوًا من الأعضاء البالغ عددهم { $members } ليس لهم منسق اتصال نشط.
   *[other] { $without } عضو من الأعضاء البالغ عددهم { $members } ليس لهم منسق اتصال نشط.
  }
coverage-members = الأعضاء
coverage-members-note = تسقط الصفة إذا لم تُؤكَّد مدة اثني عشر شهرًا.
coverage-member = العضو
coverage-subregion = المنطقة الفرعية
coverage-international = منظمة دولية
coverage-focal-points = منسقو الاتصال
coverage-none = لا يوجد منسق اتصال نشط
coverage-centres-note = يُبلَّغ مديرو التدريب بكل ترشيح دورة من نوع ينشره مركزهم.
coverage-directors = مديرو التدريب
coverage-no-director = لا يوجد مدير تدريب
