//! People for a demonstration; their names and addresses are invented.

use Role::{
    Administrator, AgencyNominator, Auditor, CourseEditor, DeputyFocalPoint, FocalPoint,
    RsoManager, RsoOfficer, TrainingDirector,
};

/// What a person does in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The head of training of a centre.
    TrainingDirector,
    /// Someone who writes course drafts for a centre.
    CourseEditor,
    /// A member's authorised nominator.
    FocalPoint {
        /// Whether this is the one lead of the member.
        lead: bool,
    },
    /// Someone who stands in for the focal point.
    DeputyFocalPoint,
    /// Someone in an agency of a member who proposes nominees to the focal point.
    AgencyNominator,
    /// Someone who coordinates for the Regional Support Office.
    RsoOfficer,
    /// The head of the Regional Support Office.
    RsoManager,
    /// Someone who reads the audit log.
    Auditor,
    /// Someone who looks after the installation.
    Administrator,
}

impl Role {
    /// The role as the interface, the API and the tables spell it; the lead is not told apart.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TrainingDirector => "training_director",
            Self::CourseEditor => "course_editor",
            Self::FocalPoint { .. } => "focal_point",
            Self::DeputyFocalPoint => "deputy_focal_point",
            Self::AgencyNominator => "agency_nominator",
            Self::RsoOfficer => "rso_officer",
            Self::RsoManager => "rso_manager",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }
}

/// A role that a person holds in one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// What the person does there.
    pub role: Role,
    /// The code of the member, of the centre or of the Regional Support Office.
    pub organisation_code: &'static str,
    /// The name of the agency for which an agency nominator acts; nobody else has one.
    pub agency: Option<&'static str>,
}

/// A person who can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The full name, given name first.
    pub full_name: &'static str,
    /// The email address, at a domain that cannot exist (RFC 2606).
    pub email: &'static str,
    /// One role or several, the most usual first.
    pub memberships: Vec<Membership>,
}

/// The 14 people of the demonstration: somebody in every role, one of them in two.
pub fn demonstration_accounts() -> Vec<Account> {
    [people_of_centres(), people_of_members(), people_of_the_office(), people_in_two_roles()]
        .concat()
}

fn people_of_centres() -> Vec<Account> {
    vec![
        account("Retno Wijayanti", "training.director@jclec.example", TrainingDirector, "JCLEC"),
        account("Karen Whitlock", "training.director@abfc.example", TrainingDirector, "ABFC"),
        account("Bagus Hartanto", "course.editor@jclec.example", CourseEditor, "JCLEC"),
        account("Liam Hargreave", "course.editor@abfc.example", CourseEditor, "ABFC"),
    ]
}

/// Somebody with two roles, who chooses one after signing in.
fn people_in_two_roles() -> Vec<Account> {
    vec![
        account("Ayu Kusumaningrum", "seconded.editor@jclec.example", CourseEditor, "JCLEC")
            .also(RsoOfficer, "RSO"),
    ]
}

fn people_of_members() -> Vec<Account> {
    let lead = FocalPoint { lead: true };
    vec![
        account("Nasreen Talukder", "focal.point@bangladesh.example", lead, "BD"),
        account("Mere Nakalevu", "focal.point@fiji.example", lead, "FJ"),
        account("Rafiqul Mridha", "deputy@bangladesh.example", DeputyFocalPoint, "BD"),
        account("Anil Narsey", "deputy@fiji.example", DeputyFocalPoint, "FJ"),
        account("Tahmina Howlader", "nominator@bangladesh.example", AgencyNominator, "BD")
            .for_agency("Special Branch, Dhaka"),
    ]
}

fn people_of_the_office() -> Vec<Account> {
    vec![
        account("Siriporn Kaewmanee", "manager@rso.example", RsoManager, "RSO"),
        account("Joel Magbanua", "officer@rso.example", RsoOfficer, "RSO"),
        account("Ingrid Sollund", "auditor@rso.example", Auditor, "RSO"),
        account("Thanawat Rungsri", "administrator@rso.example", Administrator, "RSO"),
    ]
}

fn account(
    full_name: &'static str,
    email: &'static str,
    role: Role,
    organisation_code: &'static str,
) -> Account {
    Account { full_name, email, memberships: Vec::new() }.also(role, organisation_code)
}

impl Account {
    fn also(mut self, role: Role, organisation_code: &'static str) -> Self {
        self.memberships.push(Membership { role, organisation_code, agency: None });
        self
    }

    fn for_agency(mut self, agency: &'static str) -> Self {
        for membership in &mut self.memberships {
            membership.agency = Some(agency);
        }
        self
    }
}
