# Members and centres.
centres-title = Centres of excellence
centres-lede = { $count ->
    [one] One centre publishes its courses here.
   *[other] { $count } centres may publish their courses here.
  }
centres-none = No centre is registered yet
centres-none-how = The RSO registers centres of excellence.
centres-column-centre = Centre
centres-column-place = Place
centres-column-site = Site
centres-column-courses = Courses
centres-site = Site
centres-courses = Courses
centres-source = Source: public pages of each institution. Being listed does not mean that an institution has agreed to anything.
coverage-lede = { $without ->
    [0] Each of the { $members } members has an active focal point.
    [one] One of the { $members } members has no active focal point.
   *[other] { $without } of the { $members } members have no active focal point.
  }
coverage-members = Members
coverage-members-note = A role lapses when it has not been confirmed for twelve months.
coverage-member = Member
coverage-subregion = Sub-region
coverage-international = International organisation
coverage-focal-points = Focal points
coverage-none = No active focal point
coverage-centres-note = Training Directors are told of every course nomination for a type that their centre publishes.
coverage-directors = Training Directors
coverage-no-director = No Training Director
