//! What is found, for programs that come back for what is new: RSS.
use std::io;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Query;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::actions::first_found;
use crate::catalogue::rules::{CourseContent, Filter, Order};
use crate::catalogue::store::Published;
use crate::identity::Visitor;

/// How many courses a feed lists, the newest first.
const MOST: usize = 50;
/// What RSS is to a reader of feeds.
const RSS: &str = "application/rss+xml; charset=utf-8";
/// What XML is to a program.
const XML: &str = "application/xml; charset=utf-8";

/// The newest versions of what is found, as RSS 2.0. A version is one item, so that a reader is
/// told again of a course that was changed.
pub async fn rss(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let filter = Filter { order: Order::Newest, page: 1, ..Filter::read(&query) };
    let courses = first_found(&app, &filter, MOST).await?;
    let read = courses.iter().map(|course| Ok((course, course.content()?)));
    let courses = read.collect::<Result<Vec<_>>>()?;
    let channel = Channel {
        title: title(&frame, &filter),
        about: frame.reader.locale.say(&Message::new("feeds-about")),
        language: frame.reader.locale.tag(),
        page: app.settings.link(&filter.href()),
        feed: app.settings.link(&filter.taken_as("rss")),
    };
    let link = |course: &Published| app.settings.link(&format!("/courses/{}", course.code));
    Ok(told(RSS, write(|xml| channel.write(xml, &courses, link))))
}

fn title(frame: &Frame, filter: &Filter) -> String {
    let locale = frame.reader.locale;
    let name = locale.t("feeds-title");
    if filter.in_use() == 0 { name } else { format!("{name}: {}", filter.told()) }
}

/// Answers with what caches may keep but ask about.
pub(super) fn told(kind: &'static str, text: Vec<u8>) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    response
}

/// Answers with XML.
pub(super) fn told_in_xml(content: impl FnOnce(&mut Xml) -> io::Result<()>) -> Response {
    told(XML, write(content))
}

/// XML on its way into memory.
pub(super) type Xml = Writer<Vec<u8>>;

fn write(content: impl FnOnce(&mut Xml) -> io::Result<()>) -> Vec<u8> {
    let mut xml = Writer::new(Vec::new());
    let declaration = Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None));
    xml.write_event(declaration)
        .and_then(|()| content(&mut xml))
        .expect("writing to memory does not fail");
    xml.into_inner()
}

/// An element with nothing but a text, controls that XML forbids left out.
pub(super) fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    let text: String =
        text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    xml.create_element(name).write_text_content(BytesText::new(&text))?;
    Ok(())
}

/// What a feed says of itself.
struct Channel {
    title: String,
    about: String,
    language: String,
    page: String,
    feed: String,
}

impl Channel {
    fn write(
        &self,
        xml: &mut Xml,
        courses: &[(&Published, CourseContent)],
        link: impl Fn(&Published) -> String,
    ) -> io::Result<()> {
        let rss = xml.create_element("rss").with_attribute(("version", "2.0"));
        let rss = rss.with_attribute(("xmlns:atom", "http://www.w3.org/2005/Atom"));
        rss.write_inner_content(|xml| {
            xml.create_element("channel").write_inner_content(|xml| {
                text(xml, "title", &self.title)?;
                text(xml, "link", &self.page)?;
                text(xml, "description", &self.about)?;
                text(xml, "language", &self.language)?;
                xml.create_element("atom:link")
                    .with_attribute(("href", self.feed.as_str()))
                    .with_attribute(("rel", "self"))
                    .with_attribute(("type", "application/rss+xml"))
                    .write_empty()?;
                for (course, content) in courses {
                    item(xml, course, content, &link(course))?;
                }
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    }
}

fn item(xml: &mut Xml, course: &Published, content: &CourseContent, link: &str) -> io::Result<()> {
    xml.create_element("item").write_inner_content(|xml| {
        text(xml, "title", &content.title)?;
        text(xml, "link", link)?;
        let parts = [content.summary.as_str(), course.change_note.as_str()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        text(xml, "description", &parts.join("\n\n"))?;
        text(xml, "category", &content.course_type)?;
        let guid = xml.create_element("guid").with_attribute(("isPermaLink", "false"));
        guid.write_text_content(BytesText::new(&format!("{link}#{}", course.number)))?;
        text(xml, "pubDate", &course.since.to_rfc2822())
    })?;
    Ok(())
}
