//! The document that describes the API (`OpenAPI` 3.1), made of what the routes are listed with.
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, PathItem, PathsBuilder};
use utoipa::openapi::schema::{ComponentsBuilder, ObjectBuilder, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    ContentBuilder, HeaderBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Ref, ResponseBuilder,
    ServerBuilder,
};
use utoipa::{PartialSchema, ToSchema};

use super::operation::{Operation, Parameter};
use super::problem::{Fault, Problem};
use super::schema::with_words_inside;
use super::{DOCUMENT, ROOT};
use crate::base::App;
use crate::base::routes::{Anyone, Listed, Routes};

/// The name of the way in which clients prove who they are.
const SCHEME: &str = "token";

/// What the API offers, for programs and for the page that people read.
#[derive(Debug)]
pub struct Document {
    /// The document as programs read it.
    pub json: String,
    /// The same as a value.
    pub value: Value,
}

/// The route of the document.
pub fn routes() -> Routes {
    Routes::default().get(DOCUMENT, document)
}

async fn document(_: Anyone, State(app): State<App>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], app.api.json.clone()).into_response()
}

/// The problems in which every operation may end, with what each says.
const PROBLEMS: [(u16, &str); 16] = [
    (400, "The request cannot be read."),
    (401, "There is no token where one is needed, or one that does not hold."),
    (403, "The token's scopes, or the organisation's part, do not include this."),
    (404, "There is no such thing, or it is not yours to see."),
    (405, "The address does not take this method."),
    (408, "The request did not arrive whole in time."),
    (409, "A rule refuses it as things stand, or the same request is still under way."),
    (412, "The thing has changed since you read it."),
    (413, "The body is larger than what is taken."),
    (415, "The body is not JSON."),
    (421, "The request names another host."),
    (422, "Parts of the request are wrong; `errors` names each."),
    (428, "The request must say by `If-Match` which state of the thing you have."),
    (429, "Too many tries: wait as long as `Retry-After` says."),
    (500, "Our own fault."),
    (503, "Too busy: try again after `Retry-After` seconds."),
];

/// Problems that lie outside of what an operation does.
const EVERYWHERE: [u16; 6] = [400, 401, 408, 421, 500, 503];

/// The document of an API whose routes are these, at this address.
pub fn describe(routes: Vec<(Listed, Operation)>, origin: &str) -> Document {
    let mut components = components();
    let mut paths = PathsBuilder::new();
    for (route, operation) in routes {
        for (name, schema) in &operation.schemas {
            components = components.schema(name, schema.clone());
        }
        let path = format!("{ROOT}{}", route.path);
        paths = paths.path(path, PathItem::new(method_of(&route), described(&route, operation)));
    }
    let document = OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Regional Coordinated Training Mechanism")
                .version("1")
                .description(Some(ABOUT)),
        )
        .servers(Some([ServerBuilder::new().url(origin).build()]))
        .tags(Some(
            TAGS.map(|(name, about)| TagBuilder::new().name(name).description(Some(about)).build()),
        ))
        .paths(paths)
        .components(Some(components.build()))
        .build();
    written(&document)
}

const ABOUT: &str = "The API of RCTM: the catalogue of training courses, their deliveries, \
    nomination rounds and what the region has asked for. Times are in UTC; dates are days of the calendar.";

/// The parts of the document.
const TAGS: [(&str, &str); 7] = [
    ("Tokens", "A client shows its secret and gets a token for 15 minutes."),
    ("Catalogue", "Courses that centres of excellence publish, by course type and goal."),
    ("Deliveries", "Scheduled runs of courses: when and where, for whom, and what is due before."),
    ("Participants", "Who is put forward for a delivery, and what its centre decides on each."),
    ("Rounds", "Nomination rounds: what they cover, when they open and close."),
    ("Nominations", "The types of course that a State needs, and how often."),
    ("Demand", "What the region has asked for."),
];

fn written(document: &OpenApi) -> Document {
    let mut value = serde_json::to_value(document).unwrap_or_default();
    with_words_inside(&mut value);
    Document { json: value.to_string(), value }
}

fn components() -> ComponentsBuilder {
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("A token from `POST /api/v1/token`."));
    let mut components = ComponentsBuilder::new()
        .schema("Problem", Problem::schema())
        .schema("Fault", Fault::schema())
        .security_scheme(SCHEME, SecurityScheme::Http(token.build()));
    for (status, about) in PROBLEMS {
        components = components.response(name_of(status), problem(status, about));
    }
    components
}

fn name_of(status: u16) -> String {
    format!("Problem{status}")
}

fn problem(status: u16, about: &str) -> utoipa::openapi::Response {
    let schema = Ref::from_schema_name(Problem::name());
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let response =
        ResponseBuilder::new().description(about).content("application/problem+json", content);
    let of = |kind: Type, about: &'static str| {
        let schema = ObjectBuilder::new().schema_type(kind);
        HeaderBuilder::new().schema(Some(schema)).description(Some(about)).build()
    };
    let response = match status {
        401 => response.header("WWW-Authenticate", of(Type::String, "How to prove who you are.")),
        405 => response.header("Allow", of(Type::String, "The methods that it takes.")),
        429 | 503 => response.header("Retry-After", of(Type::Integer, "Seconds to wait.")),
        _ => response,
    };
    response.build()
}

fn method_of(route: &Listed) -> HttpMethod {
    match route.method.as_str() {
        "POST" => HttpMethod::Post,
        "PUT" => HttpMethod::Put,
        "PATCH" => HttpMethod::Patch,
        "DELETE" => HttpMethod::Delete,
        _ => HttpMethod::Get,
    }
}

fn described(route: &Listed, operation: Operation) -> utoipa::openapi::path::Operation {
    let mut problems = EVERYWHERE.to_vec();
    problems.extend(&operation.problems);
    let mut described = OperationBuilder::new()
        .operation_id(Some(operation.id))
        .tag(operation.tag)
        .summary(Some(operation.summary));
    if !operation.about.is_empty() {
        described = described.description(Some(operation.about));
    }
    let by_token = SecurityRequirement::new(SCHEME, route.scope.iter().copied());
    described = match (route.scope, route.may.contains(&"everyone")) {
        (Some(_), true) => described.securities(Some([SecurityRequirement::default(), by_token])),
        (Some(_), false) => described.security(by_token),
        (None, _) => described.securities(Some([SecurityRequirement::default()])),
    };
    if route.scope.is_some() && !route.may.contains(&"everyone") {
        problems.push(403);
    }
    if route.path.contains('{') {
        problems.push(404);
    }
    if method_of(route) != HttpMethod::Get {
        problems.extend([413, 422]);
        if operation.takes_file {
            problems.push(409);
        } else if route.scope.is_some() {
            described = described.parameter(Parameter::key().build());
            problems.push(409);
        }
    }
    for parameter in operation.parameters {
        described = described.parameter(parameter);
    }
    if let Some(body) = operation.body {
        described = described.request_body(Some(body.build()));
        if !operation.takes_file {
            problems.push(415);
        }
    }
    for (status, response) in operation.answers {
        described = described.response(status.to_string(), response);
    }
    problems.sort_unstable();
    problems.dedup();
    for status in problems {
        described =
            described.response(status.to_string(), Ref::from_response_name(name_of(status)));
    }
    described.build()
}
