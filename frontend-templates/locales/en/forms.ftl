# Words around every form.
form-error-prefix = Error:
form-attention = { $count ->
    [one] One answer needs your attention
   *[other] { $count } answers need your attention
  }
