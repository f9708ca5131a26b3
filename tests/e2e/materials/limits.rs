//! What is not taken, why, and that nothing of it stays.
use rctm::base::config::Settings;
use tests::TestApp;

use super::{PDF, added, said, stored, try_to_add};

/// The beginning of a ZIP whose first part has this name.
fn zip(first: &str) -> Vec<u8> {
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.resize(30, 0);
    bytes.extend(first.as_bytes());
    bytes.extend([7; 200]);
    bytes
}

#[tokio::test]
async fn a_file_that_is_not_what_its_name_says_is_not_taken() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let before = stored(&app).await;
    let bomb = zip("bomb");
    let cases: [(&str, &[u8], &str); 14] = [
        ("bomb.pdf", &bomb, "what is in this one is not pdf"),
        ("bomb.docx", &bomb, "what is in this one is not docx"),
        ("page.pdf", b"<!DOCTYPE html><script>alert(1)</script>", "not pdf"),
        ("program.pdf", b"MZ\x90\x00\x03", "not pdf"),
        ("program.txt", b"\x7fELF\x02\x01\x01", "not txt"),
        ("text.txt", b"caf\xe9", "not txt"),
        ("text.txt", b"a\0b", "not txt"),
        ("picture.png", b"\xff\xd8\xff\xe0 a photograph", "not png"),
        ("page.html", b"<p>", "Choose a file of one of these kinds"),
        ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "one of these kinds"),
        ("macros.docm", &bomb, "one of these kinds"),
        ("nothing", PDF, "one of these kinds"),
        ("empty.pdf", b"", "not empty"),
        ("half.txt", b"caf\xc3", "not txt"),
    ];
    for (name, bytes, words) in cases {
        let (_, reply) = try_to_add(&editor, "LIA-201", &said(&[]), (name, bytes)).await;
        reply.is(422).says(words).says("href=\"#file\"");
        assert_eq!(stored(&app).await, before, "{name} leaves something");
    }
    let office = zip("[Content_Types].xml");
    for (name, bytes) in [("guide.docx", &office[..]), ("lesson.zip", &bomb), ("a.md", b"# A")] {
        try_to_add(&editor, "LIA-201", &said(&[]), (name, bytes)).await.1.is(303);
    }
}

fn small(settings: &mut Settings) {
    settings.files.largest = 1 << 20;
    settings.files.quota = 5 << 20;
}

fn pdf_of(bytes: usize) -> Vec<u8> {
    let mut pdf = PDF.to_vec();
    pdf.resize(bytes, b' ');
    pdf
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_beside_its_field_and_leaves_nothing() {
    let app = TestApp::with(small).await;
    let editor = app.editor("JCLEC").await;
    let before = stored(&app).await;
    let form = editor.get("/courses/LIA-201/materials/new").await;
    form.is(200).says("At most 1 MB");
    let (_, reply) =
        try_to_add(&editor, "LIA-201", &said(&[]), ("g.pdf", &pdf_of((1 << 20) + 1))).await;
    reply.is(422).says("Choose a file of at most 1 MB").says("value=\"A guide\"");
    let (_, reply) = try_to_add(&editor, "LIA-201", &said(&[]), ("g.pdf", &pdf_of(4 << 20))).await;
    reply.is(413);
    assert_eq!(stored(&app).await, before);
    try_to_add(&editor, "LIA-201", &said(&[]), ("g.pdf", &pdf_of(1 << 20))).await.1.is(303);
    let client = app.client_of("JCLEC").await;
    let id = added(&editor, "LIA-201", &[("title", "Another")]).await;
    let path = format!("/materials/{id}/file?name=g.pdf");
    client.put_file(&path, &[], &pdf_of((1 << 20) + 1)).await.is(422).says("at most 1 MB");
    client.put_file(&path, &[], &pdf_of(4 << 20)).await.is(413);
}

#[tokio::test]
async fn a_centre_keeps_no_more_than_its_part() {
    let app = TestApp::with(small).await;
    let editor = app.editor("JCLEC").await;
    for number in 0..4 {
        let title = format!("Guide {number}");
        let fields = said(&[("title", &title)]);
        let mut pdf = pdf_of(1 << 20);
        pdf[100] = b'0' + number;
        try_to_add(&editor, "LIA-201", &fields, ("g.pdf", &pdf)).await.1.is(303);
    }
    let (_, reply) = try_to_add(&editor, "LIA-201", &said(&[]), ("g.pdf", &pdf_of(1 << 20))).await;
    reply.is(422).says("your centre has room for");
    let other = app.editor("ABFC").await;
    try_to_add(&other, "IND-101", &said(&[]), ("g.pdf", &pdf_of(1 << 20))).await.1.is(303);
}

#[tokio::test]
async fn a_course_has_no_more_materials_than_can_be_read() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let there = "select count(*) as n from material m join course c on c.id = m.course_id \
        where c.code = 'LIA-201'";
    for number in app.count(there, vec![]).await..60 {
        let text = rctm::base::ids::MaterialId::new().to_string();
        let title = format!("Link {number}");
        let link = ("link", "https://example.org/");
        let fields = said(&[("id", text.as_str()), ("title", &title), link]);
        editor.post("/courses/LIA-201/materials/new", &fields).await.is(303);
    }
    let before = stored(&app).await;
    let (_, reply) = try_to_add(&editor, "LIA-201", &said(&[]), ("g.pdf", PDF)).await;
    reply.is(409).says("at most 60 materials");
    editor.get("/courses/LIA-201/materials/new").await.is(409);
    assert_eq!(stored(&app).await, before);
}

#[tokio::test]
async fn a_name_in_any_script_comes_back_and_none_leads_astray() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    for (given, told, ascii) in [
        ("دليل المدرب.pdf", "filename*=UTF-8''%D8%AF", "filename=\"file.pdf\""),
        ("คู่มือ.pdf", "filename*=UTF-8''%E0%B8%84", "filename=\"file.pdf\""),
        ("../../../etc/passwd.pdf", "UTF-8''passwd.pdf", "filename=\"passwd.pdf\""),
        ("a\u{202e}fdp.pdf", "UTF-8''afdp.pdf", "filename=\"afdp.pdf\""),
    ] {
        let (id, reply) = try_to_add(&editor, "LIA-201", &said(&[]), (given, PDF)).await;
        reply.is(303);
        let file = app.visitor().get(&format!("/materials/{id}")).await;
        let named = file.header("content-disposition").expect("a name").to_owned();
        assert!(named.starts_with("attachment; ") && named.contains(told), "{named}");
        assert!(named.contains(ascii), "{named}");
        let seen = super::revision(&editor, id).await;
        let removal = format!("/materials/{id}/removal");
        editor.post(&removal, &[("revision", &seen)]).await.is(303);
    }
}
