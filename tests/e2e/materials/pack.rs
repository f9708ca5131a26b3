//! All files of a course as one, with what the reader may have and nothing else.
use std::io::{Cursor, Read};

use axum::body::Body;
use axum::http::{Request, header};
use tests::{Person, Reply, TestApp};
use zip::ZipArchive;

use super::{PDF, added};

/// The names in a pack with what is in each.
fn unpacked(reply: &Reply) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(reply.body.to_vec())).expect("a ZIP");
    let mut parts = Vec::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its checksum holds");
        parts.push((part.name().expect("a name in UTF-8").into_owned(), bytes));
    }
    parts
}

fn names(reply: &Reply) -> Vec<String> {
    let mut names: Vec<_> = unpacked(reply).into_iter().map(|(name, _)| name).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_pack_holds_what_its_reader_may_have() {
    let app = TestApp::new().await;
    let visitor = app.visitor().get("/courses/LIA-201/pack").await;
    assert_eq!(visitor.is(200).header("content-type"), Some("application/zip"));
    assert_eq!(names(&visitor), ["LIST.txt", "en/liaison-officer-handbook.pdf"]);
    let named = visitor.header("content-disposition").expect("a name");
    assert!(named.starts_with("attachment; filename=\"LIA-201.zip\""), "{named}");
    let member = app.focal_point("Fiji").await.get("/courses/LIA-201/pack").await;
    assert_eq!(
        names(&member),
        ["LIST.txt", "en/liaison-officer-handbook.pdf", "en/report-template.csv"]
    );
    let director = app.director("JCLEC").await.get("/courses/LIA-201/pack").await;
    assert_eq!(names(&director).len(), 4);
    let list = &unpacked(&member)[0].1;
    let list = String::from_utf8(list.clone()).expect("UTF-8");
    assert!(list.contains("Report template") && list.contains("SHA-256 "), "{list}");
    assert!(!list.contains("Posting exercise"), "{list}");
    let program = app.program().get("/courses/LIA-201/pack").await;
    assert_eq!(names(&program), names(&visitor));
}

#[tokio::test]
async fn a_course_without_files_for_the_reader_has_no_pack() {
    let app = TestApp::new().await;
    for path in ["/courses/INT-201/pack", "/courses/IND-101/pack", "/courses/NOT-101/pack"] {
        app.visitor().get(path).await.is(404);
    }
    app.visitor().get("/courses/INT-201").await.does_not_say("/pack");
}

#[tokio::test]
async fn a_large_pack_comes_whole_and_names_in_every_script_stand_side_by_side() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let mut large = PDF.to_vec();
    large.extend((0..3_000_000_u32).flat_map(u32::to_le_bytes));
    for (title, language, name, bytes) in [
        ("One", "ar", "دليل.pdf", PDF),
        ("Two", "ar", "دليل.pdf", &b"%PDF-1.7 two"[..]),
        ("Three", "th", "คู่มือ.pdf", &large),
    ] {
        let fields = super::said(&[("title", title), ("language", language)]);
        super::try_to_add(&editor, "LIA-201", &fields, (name, bytes)).await.1.is(303);
    }
    let pack = app.visitor().get("/courses/LIA-201/pack").await;
    let parts = unpacked(pack.is(200));
    let part = |name: &str| parts.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes);
    assert_eq!(part("ar/دليل.pdf").map(Vec::as_slice), Some(PDF));
    assert_eq!(part("ar/دليل (2).pdf").map(Vec::as_slice), Some(&b"%PDF-1.7 two"[..]));
    assert_eq!(part("th/คู่มือ.pdf"), Some(&large));
}

async fn asked(person: &Person, path: &str, headers: &[(header::HeaderName, &str)]) -> Reply {
    let mut request = Request::get(path).header(header::ACCEPT_ENCODING, "br, gzip");
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    person.send(request.body(Body::empty()).expect("a request")).await
}

#[tokio::test]
async fn a_download_says_what_it_is_and_comes_in_parts_or_not_again() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let id = added(&editor, "LIA-201", &[]).await;
    let (visitor, path) = (app.visitor(), format!("/materials/{id}"));
    let whole = asked(&visitor, &path, &[]).await;
    whole.is(200);
    let length = PDF.len().to_string();
    for (name, value) in [
        ("content-type", "application/pdf"),
        ("content-length", length.as_str()),
        ("content-disposition", "attachment; filename=\"guide.pdf\"; filename*=UTF-8''guide.pdf"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
        ("accept-ranges", "bytes"),
        ("cache-control", "no-cache"),
    ] {
        assert_eq!(whole.header(name), Some(value), "{name}");
    }
    assert_eq!(whole.header("content-encoding"), None, "it is compressed");
    let digest = whole.header("repr-digest").expect("a digest");
    assert!(digest.starts_with("sha-256=:") && digest.ends_with("=:"), "{digest}");
    let tag = whole.header("etag").expect("a tag").to_owned();
    let again = asked(&visitor, &path, &[(header::IF_NONE_MATCH, tag.as_str())]).await;
    assert_eq!((again.is(304).bytes, again.header("etag")), (0, Some(tag.as_str())));
    let part = asked(&visitor, &path, &[(header::RANGE, "bytes=5-8")]).await;
    assert_eq!(&part.is(206).body[..], &PDF[5..9]);
    assert_eq!(part.header("content-range"), Some(&*format!("bytes 5-8/{length}")));
    let other = [(header::RANGE, "bytes=5-8"), (header::IF_RANGE, "\"other\"")];
    assert_eq!(&asked(&visitor, &path, &other).await.is(200).body[..], PDF);
    let closed = added(&editor, "LIA-201", &[("access", "members"), ("title", "Closed")]).await;
    let closed = app.focal_point("Fiji").await.get(&format!("/materials/{closed}")).await;
    assert_eq!(closed.is(200).header("cache-control"), Some("no-store"));
}
