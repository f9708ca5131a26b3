# What courses say in other languages.
texts-label = Texts in other languages
texts-line = { $language }: { $title }
texts-missing = Missing
texts-draft = Draft
texts-reviewed = Reviewed
texts-out-of-date = Out of date
texts-read-in = Read this page's texts in:
texts-fallback = Not in this language yet; in English.
texts-changed-since = The English text was changed after this translation was reviewed.
texts-none = This course has no reviewed text in the language “{ $language }”. It is shown in English.
