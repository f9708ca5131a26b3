//! People whom some States put forward, for the demonstration. All of them are invented.

/// How far somebody of the demonstration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParticipantStanding {
    /// On the roster only.
    Roster,
    /// On the list of the State.
    Draft,
    /// With the centre.
    Approved,
    /// Given a seat.
    Accepted,
}

/// Somebody of the demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participant {
    /// The code of the State.
    pub member_code: &'static str,
    /// The name.
    pub full_name: &'static str,
    /// The post.
    pub post: &'static str,
    /// The unit of the State.
    pub agency: &'static str,
    /// The address at work.
    pub email: &'static str,
    /// How well the person knows English.
    pub english: &'static str,
    /// Why this person.
    pub reason: &'static str,
    /// The code of the course whose first delivery the person is put forward for.
    pub course_code: &'static str,
    /// How far it is.
    pub standing: ParticipantStanding,
}

/// Everybody, in the order of preference of each State.
pub fn participants() -> Vec<Participant> {
    [bangladesh(), fiji(), mongolia()].concat()
}

/// Somebody for the first delivery of the intelligence course.
fn liaison(
    member_code: &'static str,
    (full_name, post, agency): (&'static str, &'static str, &'static str),
    (email, english): (&'static str, &'static str),
    (reason, standing): (&'static str, ParticipantStanding),
) -> Participant {
    let course_code = "INT-201";
    Participant {
        member_code,
        full_name,
        post,
        agency,
        email,
        english,
        reason,
        course_code,
        standing,
    }
}

fn bangladesh() -> Vec<Participant> {
    use ParticipantStanding::{Approved, Draft, Roster};
    let branch = "Special Branch, Dhaka";
    let passports = "Department of Immigration and Passports";
    vec![
        liaison(
            "BD",
            ("Farhana Akter", "Assistant Director", passports),
            ("farhana.akter@passports.example", "upper_intermediate"),
            ("Named for post, Kuala Lumpur", Approved),
        ),
        liaison(
            "BD",
            ("Imran Hossain", "Inspector", branch),
            ("imran.hossain@branch.example", "advanced"),
            ("Named for post, Muscat", Approved),
        ),
        liaison(
            "BD",
            ("Nusrat Jahan", "Senior Assistant Secretary", "Ministry of Home Affairs"),
            ("nusrat.jahan@home-affairs.example", "advanced"),
            ("Named for post, Bangkok", Approved),
        ),
        liaison(
            "BD",
            ("Tanvir Ahmed", "Sub-Inspector", branch),
            ("tanvir.ahmed@branch.example", "intermediate"),
            ("Reserve for 2027 posts", Draft),
        ),
        liaison(
            "BD",
            ("Mahmudul Hasan", "Inspector", branch),
            ("mahmudul.hasan@branch.example", "advanced"),
            ("", Roster),
        ),
        liaison(
            "BD",
            ("Shirin Sultana", "Deputy Superintendent", branch),
            ("shirin.sultana@branch.example", "advanced"),
            ("", Roster),
        ),
    ]
}

fn fiji() -> Vec<Participant> {
    use ParticipantStanding::{Accepted, Approved, Roster};
    let immigration = "Department of Immigration";
    vec![
        liaison(
            "FJ",
            ("Mereoni Tuivaga", "Principal Immigration Officer", immigration),
            ("mereoni.tuivaga@immigration.example", "native"),
            ("Leads the liaison desk from May", Accepted),
        ),
        liaison(
            "FJ",
            ("Jone Ravula", "Senior Immigration Officer", immigration),
            ("jone.ravula@immigration.example", "native"),
            ("Liaison desk, Nadi airport", Approved),
        ),
        liaison(
            "FJ",
            ("Salote Naivalu", "Immigration Officer", immigration),
            ("salote.naivalu@immigration.example", "native"),
            ("Takes over the visa desk", Approved),
        ),
        liaison(
            "FJ",
            ("Waisea Kaloumaira", "Inspector", "Fiji Police Force"),
            ("waisea.kaloumaira@police.example", "native"),
            ("", Roster),
        ),
    ]
}

fn mongolia() -> Vec<Participant> {
    use ParticipantStanding::Approved;
    let agency = "Immigration Agency";
    vec![
        liaison(
            "MN",
            ("Bat-Erdene Dorj", "Senior Inspector", agency),
            ("bat-erdene.dorj@immigration-agency.example", "upper_intermediate"),
            ("Liaison with two neighbours", Approved),
        ),
        liaison(
            "MN",
            ("Oyuunchimeg Tsend", "Inspector", agency),
            ("oyuunchimeg.tsend@immigration-agency.example", "upper_intermediate"),
            ("Buyant-Ukhaa post", Approved),
        ),
    ]
}
