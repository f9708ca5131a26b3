//! The map of the public pages, for search engines.
use axum::extract::State;
use axum::response::Response;

use super::feeds::{Xml, text, told_in_xml};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::Path;
use crate::base::routes::Anyone;
use crate::catalogue::store::marks;

/// What the sitemap protocol calls its elements by.
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
/// How many courses a map lists: a tenth of what the protocol allows, so that a map stays small.
const PER_MAP: u64 = 5_000;
/// Public pages that are no course's.
const PAGES: [&str; 8] = [
    "/",
    "/catalogue",
    "/calendar",
    "/course-types",
    "/centres",
    "/how-it-works",
    "/help",
    "/accessibility",
];

/// The list of the maps.
pub async fn index(_: Anyone, State(app): State<App>) -> Result<Response> {
    let mut maps = vec![app.settings.link("/sitemaps/pages")];
    let courses = crate::catalogue::catalogue_summary(&app.db).await?.courses.unsigned_abs();
    for number in 1..=courses.div_ceil(PER_MAP) {
        maps.push(app.settings.link(&format!("/sitemaps/{number}")));
    }
    Ok(told_in_xml(|xml| {
        let index = xml.create_element("sitemapindex").with_attribute(("xmlns", NAMESPACE));
        index.write_inner_content(|xml| {
            for map in &maps {
                xml.create_element("sitemap").write_inner_content(|xml| text(xml, "loc", map))?;
            }
            Ok(())
        })?;
        Ok(())
    }))
}

/// One map: the pages that are no course's, or some of the courses.
pub async fn map(_: Anyone, State(app): State<App>, Path(name): Path<String>) -> Result<Response> {
    let entries = if name == "pages" {
        PAGES.iter().map(|page| (app.settings.link(page), None)).collect()
    } else {
        let number: u64 = name.parse().ok().filter(|n| *n > 0).ok_or(Error::NotFound)?;
        let skipped = (number - 1).checked_mul(PER_MAP).ok_or(Error::NotFound)?;
        i64::try_from(skipped).map_err(|_| Error::NotFound)?;
        let courses = marks(&app.db, (skipped, PER_MAP)).await?;
        let entry = |(code, at): (String, chrono::DateTime<chrono::Utc>)| {
            (app.settings.link(&format!("/courses/{code}")), Some(at))
        };
        courses.into_iter().map(entry).collect::<Vec<_>>()
    };
    if entries.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(told_in_xml(|xml| {
        let set = xml.create_element("urlset").with_attribute(("xmlns", NAMESPACE));
        set.write_inner_content(|xml| entries.iter().try_for_each(|entry| url(xml, entry)))?;
        Ok(())
    }))
}

fn url(
    xml: &mut Xml,
    (address, changed): &(String, Option<chrono::DateTime<chrono::Utc>>),
) -> std::io::Result<()> {
    xml.create_element("url").write_inner_content(|xml| {
        text(xml, "loc", address)?;
        changed.map_or(Ok(()), |at| text(xml, "lastmod", &at.format("%Y-%m-%d").to_string()))
    })?;
    Ok(())
}
