//! Everybody who comes to a door: a stranger, people in every role, programs.
use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::Value;
use tests::{Client, Person, Reply, TestApp};

use crate::{access, api};

/// Where the API is.
pub const API: &str = "/api/v1";
/// Where our own pages come from.
const ORIGIN: &str = "http://127.0.0.1:8080";

/// Role and organisation of everybody who signs in, with their address.
const PEOPLE: [(&str, &str, &str); 15] = [
    ("focal_point", "FJ", "focal.point@fiji.example"),
    ("deputy_focal_point", "FJ", "deputy@fiji.example"),
    ("focal_point", "BD", "focal.point@bangladesh.example"),
    ("deputy_focal_point", "BD", "deputy@bangladesh.example"),
    ("agency_nominator", "BD", "nominator@bangladesh.example"),
    ("training_director", "JCLEC", "training.director@jclec.example"),
    ("course_editor", "JCLEC", "course.editor@jclec.example"),
    ("training_director", "ABFC", "training.director@abfc.example"),
    ("course_editor", "ABFC", "course.editor@abfc.example"),
    ("rso_officer", "RSO", "officer@rso.example"),
    ("rso_manager", "RSO", "manager@rso.example"),
    ("auditor", "RSO", "auditor@rso.example"),
    ("administrator", "RSO", "administrator@rso.example"),
    // Two roles, of which none is chosen.
    ("unchosen", "", "seconded.editor@jclec.example"),
    ("stranger", "", ""),
];
/// Every organisation that has a program, by what it is, its code, and how tests call it.
const PROGRAMS: [(&str, &str, &str); 5] = [
    ("member", "FJ", "Fiji"),
    ("member", "BD", "Bangladesh"),
    ("centre", "JCLEC", "JCLEC"),
    ("centre", "ABFC", "ABFC"),
    ("office", "RSO", "RSO"),
];

/// What is sent.
#[derive(Clone, Debug)]
pub enum Sent {
    Nothing,
    Form(Vec<(String, String)>),
    Json(Value),
}

/// Who somebody is, as far as a door knows.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The role; of a program what its organisation is.
    pub role: &'static str,
    /// The code of the organisation; empty where there is none.
    pub home: &'static str,
    /// The address to sign in with; empty where there is none.
    pub email: &'static str,
}

impl Known {
    /// Whether they belong to the staff of an organisation.
    pub fn is_of(&self, organisation: &str) -> bool {
        !self.home.is_empty() && self.home == organisation
    }

    /// Whether they see the whole region: the RSO's officers and program, but nobody who only
    /// audits or administers.
    pub fn sees_the_region(&self) -> bool {
        matches!(self.role, "rso_officer" | "rso_manager" | "office")
    }

    /// Whether they read everybody's audit log, which names things and no persons.
    pub fn reads_the_whole_log(&self) -> bool {
        matches!(self.role, "auditor" | "administrator")
    }
}

/// Somebody who comes to a door.
pub struct One {
    /// The role; of a program what its organisation is.
    pub role: &'static str,
    /// The code of the organisation; empty where there is none.
    pub home: &'static str,
    /// The address to sign in with; empty where there is none.
    pub email: &'static str,
    pub program: Option<Client>,
    pub person: Person,
}

impl One {
    /// How failures call them.
    pub fn name(&self) -> String {
        let kind = if self.program.is_some() { "program, " } else { "" };
        format!("{kind}{} {}", self.role, self.home).trim().to_owned()
    }

    /// Who they are where they are known.
    pub fn known(&self) -> Known {
        Known { role: self.role, home: self.home, email: self.email }
    }

    /// Who they are at a door: a session is nothing to the API, and a token nothing to a page.
    pub fn known_at(&self, path: &str) -> Known {
        if path.starts_with(API) == self.program.is_some() {
            self.known()
        } else {
            Known { role: "stranger", home: "", email: "" }
        }
    }

    /// Whether the access tables let them call a route at all.
    pub fn may_call(&self, method: &Method, path: &str) -> bool {
        let role = self.known_at(path).role;
        match path.strip_prefix(API) {
            Some(below) => api::access::may_call(method.as_str(), below, role),
            None => access::may_call(method.as_str(), path, role),
        }
    }

    /// Whether an answer is one that nobody gets who may call.
    pub fn is_turned_away(&self, path: &str, reply: &Reply) -> bool {
        let status = reply.status.as_u16();
        let to_sign_in = reply.location().is_some_and(|to| to.starts_with("/sign-in"));
        if path.starts_with(API) {
            status == if self.program.is_some() { 403 } else { 401 }
        } else if self.role == "stranger" || self.program.is_some() {
            // What a stranger has typed is shown to the stranger again, with the way to sign in.
            (status == 303 && to_sign_in) || status == 401
        } else {
            status == 403
        }
    }

    pub async fn send(&self, method: &Method, path: &str, sent: &Sent) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        let body = match sent {
            Sent::Nothing => Body::empty(),
            Sent::Form(fields) => {
                request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                let mut form = url::form_urlencoded::Serializer::new(String::new());
                Body::from(form.extend_pairs(fields).finish())
            }
            Sent::Json(value) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(value.to_string())
            }
        };
        if *method != Method::GET {
            request = request.header(header::ORIGIN, ORIGIN);
        }
        self.send_as_it_is(request.body(body).expect("a request")).await
    }

    /// Sends any request with what proves who they are.
    pub async fn send_as_it_is(&self, mut request: Request<Body>) -> Reply {
        let to_the_api = request.uri().path().starts_with(API);
        match &self.program {
            // An answer to HEAD has no body that could be compared with the document.
            Some(client) if to_the_api && *request.method() != Method::HEAD => {
                client.send(request).await
            }
            Some(client) => {
                let token = client.token.as_deref().unwrap_or_default();
                let shown = format!("Bearer {token}").parse().expect("a header");
                request.headers_mut().insert(header::AUTHORIZATION, shown);
                self.person.send(request).await
            }
            None => self.person.send(request).await,
        }
    }
}

/// Everybody, signed in; programs with a token that holds for a quarter of an hour.
pub async fn everybody(app: &TestApp) -> Vec<One> {
    let mut all = Vec::new();
    for (role, home, email) in PEOPLE {
        let person = if email.is_empty() { app.visitor() } else { app.person(email).await };
        all.push(One { role, home, email, program: None, person });
    }
    for (role, home, name) in PROGRAMS {
        let program = Some(app.client_of(name).await);
        all.push(One { role, home, email: "", program, person: app.visitor() });
    }
    all
}
