//! What the document says of one operation. Routes of the API are listed with one of these, so
//! that none can be without.
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::path::{ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{
    AdditionalProperties, ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::{
    ContentBuilder, HeaderBuilder, Ref, RefOr, Required, Response, ResponseBuilder, Schema,
};

use super::listed::{LONGEST_CURSOR, MOST};
use super::query::MOST_VALUES;

/// Schemas by their names.
pub(super) type Schemas = Vec<(String, RefOr<Schema>)>;

/// What the document says of one operation.
pub struct Operation {
    pub(super) id: &'static str,
    pub(super) tag: &'static str,
    pub(super) summary: &'static str,
    pub(super) about: &'static str,
    pub(super) parameters: Vec<ParameterBuilder>,
    pub(super) body: Option<RequestBodyBuilder>,
    pub(super) takes_file: bool,
    pub(super) answers: Vec<(u16, Response)>,
    pub(super) problems: Vec<u16>,
    pub(super) schemas: Schemas,
}

impl Operation {
    /// The operation of this id, in the part of the document that `tag` names.
    pub fn new(id: &'static str, tag: &'static str, summary: &'static str) -> Self {
        Self {
            id,
            tag,
            summary,
            about: "",
            parameters: Vec::new(),
            body: None,
            takes_file: false,
            answers: Vec::new(),
            problems: Vec::new(),
            schemas: Vec::new(),
        }
    }

    /// Says more about it.
    #[must_use]
    pub fn about(mut self, about: &'static str) -> Self {
        self.about = about;
        self
    }

    /// It takes this parameter.
    #[must_use]
    pub fn takes(mut self, parameter: Parameter) -> Self {
        self.parameters.push(parameter.0);
        self
    }

    /// It takes a body, for instance this one.
    #[must_use]
    pub fn body<T: ToSchema>(mut self, example: Value) -> Self {
        let content = ContentBuilder::new()
            .schema(Some(self.reference::<T>()))
            .example(Some(example))
            .build();
        let body = RequestBodyBuilder::new().required(Some(Required::True));
        self.body = Some(body.content("application/json", content));
        self
    }

    /// It takes a body that is a file.
    #[must_use]
    pub fn takes_file(mut self) -> Self {
        let content = ContentBuilder::new().schema(Some(binary())).build();
        let body = RequestBodyBuilder::new().required(Some(Required::True));
        self.body = Some(body.content(FILE, content));
        self.takes_file = true;
        self
    }

    /// It answers 200 with a file.
    #[must_use]
    pub fn answers_file(self, what: &'static str) -> Self {
        self.answers_content(what, ANY_KIND)
    }

    /// It answers 200 with a ZIP.
    #[must_use]
    pub fn answers_zip(self, what: &'static str) -> Self {
        self.answers_content(what, "application/zip")
    }

    fn answers_content(mut self, what: &'static str, kind: &'static str) -> Self {
        let content = ContentBuilder::new().schema(Some(binary())).build();
        let name = HeaderBuilder::new().schema(Some(text()));
        let name = name.description(Some("The name of the file.")).build();
        let response = ResponseBuilder::new().description(what).content(kind, content);
        self.answer(200, response.header("Content-Disposition", name));
        self
    }

    /// It answers 206 with a part of the file, and 304 with nothing to who has it.
    #[must_use]
    pub fn answers_in_parts(mut self) -> Self {
        let content = ContentBuilder::new().schema(Some(binary())).build();
        let part = ResponseBuilder::new().description("The part that `Range` asks for.");
        self.answer(206, part.content(ANY_KIND, content));
        let known = ResponseBuilder::new().description("You have it: `If-None-Match` names it.");
        self.answer(304, known);
        self
    }

    /// It answers 200 with this, for instance like that.
    #[must_use]
    pub fn answers<T: ToSchema>(mut self, what: &'static str, example: Value) -> Self {
        let schema = self.reference::<T>();
        self.answer(200, response(what, schema, example));
        self
    }

    /// It answers 200 with this and its `ETag`.
    #[must_use]
    pub fn answers_state<T: ToSchema>(mut self, what: &'static str, example: Value) -> Self {
        let schema = self.reference::<T>();
        self.answer(200, response(what, schema, example).header("ETag", etag()));
        self
    }

    /// It answers 201 with what it has made, its address and its `ETag`.
    #[must_use]
    pub fn creates<T: ToSchema>(mut self, what: &'static str, example: Value) -> Self {
        let schema = self.reference::<T>();
        let location = HeaderBuilder::new()
            .schema(Some(text()))
            .description(Some("The address of what was made."));
        let response = response(what, schema, example)
            .header("ETag", etag())
            .header("Location", location.build());
        self.answer(201, response);
        self
    }

    /// It answers 200 with a page of a list; its parameters are `limit` and `after`.
    #[must_use]
    pub fn lists<T: ToSchema>(self, what: &'static str, example: &Value) -> Self {
        self.pages::<T>(what, example, None)
    }

    /// The same for a list whose pages say one more thing: a text, or null.
    #[must_use]
    pub fn lists_saying<T: ToSchema>(
        self,
        what: &'static str,
        example: &Value,
        more: (&'static str, &'static str),
    ) -> Self {
        self.pages::<T>(what, example, Some(more))
    }

    fn pages<T: ToSchema>(
        mut self,
        what: &'static str,
        example: &Value,
        more: Option<(&'static str, &'static str)>,
    ) -> Self {
        let item = self.reference::<T>();
        let text_or_null = |about| {
            let schema = text().schema_type(SchemaType::from_iter([Type::String, Type::Null]));
            schema.description(Some(about))
        };
        let next = text_or_null("What to ask for `after` for the next page.");
        let mut page = ObjectBuilder::new()
            .property("items", ArrayBuilder::new().items(item))
            .property("next", next)
            .required("items")
            .required("next");
        let mut example = serde_json::json!({"items": [example], "next": null});
        if let Some((name, about)) = more {
            page = page.property(name, text_or_null(about)).required(name);
            example[name] = Value::Null;
        }
        let page = page.additional_properties(Some(AdditionalProperties::FreeForm(false)));
        self.answer(200, response(what, page.into(), example));
        self.takes(Parameter::limit()).takes(Parameter::after())
    }

    /// It may also end in these problems, beside those that every operation of its kind may.
    #[must_use]
    pub fn problems(mut self, statuses: &[u16]) -> Self {
        self.problems.extend(statuses);
        self
    }

    fn answer(&mut self, status: u16, response: ResponseBuilder) {
        self.answers.push((status, response.build()));
    }

    fn reference<T: ToSchema>(&mut self) -> RefOr<Schema> {
        self.schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(&mut self.schemas);
        Ref::from_schema_name(T::name()).into()
    }
}

fn response(what: &str, schema: RefOr<Schema>, example: Value) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(schema)).example(Some(example)).build();
    ResponseBuilder::new().description(what).content("application/json", content)
}

/// What a file that is sent is in the document, whatever kind it turns out to be of.
const FILE: &str = "application/octet-stream";
/// A file that is answered is of its own kind.
const ANY_KIND: &str = "*/*";

fn binary() -> RefOr<Schema> {
    text().content_media_type(FILE).into()
}

fn etag() -> utoipa::openapi::Header {
    HeaderBuilder::new()
        .schema(Some(text()))
        .description(Some("The state of the thing, for `If-Match`."))
        .build()
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

/// A value of a list, or nothing at all: an untouched field of a form.
fn or_nothing(
    values: impl IntoIterator<Item = &'static str>,
) -> impl Iterator<Item = &'static str> {
    values.into_iter().chain([""])
}

fn id_schema() -> ObjectBuilder {
    text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)))
}

/// A parameter of an operation.
pub struct Parameter(ParameterBuilder);

impl Parameter {
    /// A part of the path that looks like `pattern`.
    pub fn path(name: &'static str, about: &'static str, pattern: &'static str) -> Self {
        let schema = text().pattern(Some(pattern));
        Self::of(ParameterIn::Path, name, about, schema.into()).required()
    }

    /// A part of the path that is an id.
    pub fn id(name: &'static str, about: &'static str) -> Self {
        Self::of(ParameterIn::Path, name, about, id_schema().into()).required()
    }

    /// A text in the query, of at most so many characters.
    pub fn text(name: &'static str, about: &'static str, most: usize) -> Self {
        let schema = text().max_length(Some(most));
        Self::of(ParameterIn::Query, name, about, schema.into())
    }

    /// A value in the query that looks like `pattern`.
    pub fn like(name: &'static str, about: &'static str, pattern: &'static str) -> Self {
        Self::of(ParameterIn::Query, name, about, text().pattern(Some(pattern)).into())
    }

    /// Values in the query, each of this list; any one of them will do.
    pub fn any_of(
        name: &'static str,
        about: &'static str,
        values: impl IntoIterator<Item = &'static str>,
    ) -> Self {
        Self::repeated(name, about, text().enum_values(Some(or_nothing(values))))
    }

    /// A value in the query, of this list.
    pub fn one_of(
        name: &'static str,
        about: &'static str,
        values: impl IntoIterator<Item = &'static str>,
    ) -> Self {
        let schema = text().enum_values(Some(or_nothing(values)));
        Self::of(ParameterIn::Query, name, about, schema.into())
    }

    /// Values in the query, each like `pattern`; any one of them will do.
    pub fn any_like(name: &'static str, about: &'static str, pattern: &'static str) -> Self {
        Self::repeated(name, about, text().pattern(Some(pattern)))
    }

    fn repeated(name: &'static str, about: &'static str, value: ObjectBuilder) -> Self {
        let values = ArrayBuilder::new().items(value.build()).max_items(Some(MOST_VALUES));
        let parameter = Self::of(ParameterIn::Query, name, about, values.into());
        Self(parameter.0.explode(Some(true)))
    }

    /// Which state of the thing the client has.
    pub fn if_match(required: bool) -> Self {
        let about = "The `ETag` of the thing as you read it: what you ask for is done only if \
            nobody has changed it since.";
        let parameter = Self::of(ParameterIn::Header, "If-Match", about, text().into());
        if required { parameter.required() } else { parameter }
    }

    pub(super) fn key() -> Self {
        let about = "Any text of your own. A request that is repeated with the same key within \
            24 hours is done once and answered as it was the first time.";
        let schema = text()
            .min_length(Some(1))
            .max_length(Some(super::repeated::LONGEST_KEY))
            .pattern(Some("^[!-~]([ -~]*[!-~])?$"));
        Self::of(ParameterIn::Header, "Idempotency-Key", about, schema.into())
    }

    fn limit() -> Self {
        let schema = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1))
            .maximum(Some(i32::try_from(MOST).unwrap_or(i32::MAX)))
            .default(Some(50.into()));
        Self::of(ParameterIn::Query, "limit", "How many there are on a page.", schema.into())
    }

    fn after() -> Self {
        let about = "`next` of the page before; none for the first page.";
        let schema = text().max_length(Some(LONGEST_CURSOR));
        Self::of(ParameterIn::Query, "after", about, schema.into())
    }

    fn of(
        place: ParameterIn,
        name: &'static str,
        about: &'static str,
        schema: RefOr<Schema>,
    ) -> Self {
        let parameter = ParameterBuilder::new().name(name).parameter_in(place);
        Self(parameter.description(Some(about)).required(Required::False).schema(Some(schema)))
    }

    pub(super) fn build(self) -> ParameterBuilder {
        self.0
    }

    fn required(self) -> Self {
        Self(self.0.required(Required::True))
    }
}
