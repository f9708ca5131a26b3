# unreviewed ar 2026-11-25
# What stands around every page.
app-name = الآلية الإقليمية المنسقة للتدريب
layout-skip = انتقل إلى المحتوى الرئيسي
layout-demo = نسخة توضيحية: الأشخاص والتواريخ والأرقام غير حقيقية.
layout-nav = القائمة الرئيسية
layout-account = الحساب
layout-notices = إشعارات البريد الإلكتروني
layout-capacity = العمل بصفة أخرى
layout-sign-in = تسجيل الدخول
layout-sign-out = تسجيل الخروج
layout-foot = يديرها مكتب الدعم الإقليمي لعملية بالي مع مراكز التميز. تُعرض الأوقات بتوقيت دولتك.
layout-language = اللغة
layout-unreviewed = لم تُراجَع هذه الترجمة بعد. عند الشك يُعتمد النص الإنجليزي.
layout-symbols = دليل الرموز
nav-home = الرئيسية
nav-catalogue = دليل الدورات
nav-calendar = التقويم
nav-centres = مراكز التميز
nav-how-it-works = كيف تعمل الآلية
nav-nominations = ترشيحات الدورات
nav-courses = الدورات
nav-deliveries = التقديم
# term not settled: demand
nav-demand = الطلب
nav-rounds = الجولات
nav-audit-log = سجل التدقيق
nav-emails = الرسائل الإلكترونية
nav-organisations = الأعضاء والمراكز
search = بحث
pages-label = الصفحات
layout-alarm = وجد الفحص الليلي اختلافات.
layout-alarm-how = المخزَّن ليس في كل موضع مطابقًا لما كُتب. اطلبوا ممن يشغّل النظام أن ينظر في سجله وأن يشغّل ⁦“rctm audit”⁩.
accessibility-title = سهولة الوصول
help-title = المساعدة
help-this-page = مساعدة حول هذه الصفحة
layout-api = واجهة للبرامج
api-clients-title = عملاء واجهة البرامج
