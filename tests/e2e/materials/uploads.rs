//! Files that do not arrive whole leave nothing: the line breaks, the sender falls silent, the
//! session is over.
use std::fmt::Display;
use std::path::Path;
use std::time::Duration;

use tests::{BOUNDARY, Caller, PASSWORD, Program, Served, TestApp, multipart};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{PDF, said, stored, try_to_add};

const FORM: &str = "/courses/LIA-201/materials/new";

/// The head of a request that sends so many bytes of a form with a file.
fn head(address: impl Display, caller: &Caller, length: usize) -> String {
    format!(
        "POST {FORM} HTTP/1.1\r\nOrigin: http://{address}\r\nSec-Fetch-Site: same-origin\r\n\
        Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {length}\r\n{}",
        caller.rest_of_head()
    )
}

/// Waits until nothing is left of what was being sent; fails where something stays.
async fn nothing_is_left(served: &Served, before: (usize, i64)) {
    let files = served.test.database().files();
    for _ in 0..200 {
        if stored(&served.test).await == before && unfinished(&files).is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{:?} before, {:?} now, {:?}", before, stored(&served.test).await, unfinished(&files));
}

/// What is in the directory of files and is no whole file.
fn unfinished(files: &Path) -> Vec<String> {
    let directory = std::fs::read_dir(files).expect("a directory");
    let names = directory.map(|entry| entry.expect("a file").file_name());
    names.filter_map(|name| name.into_string().ok()).filter(|name| name.contains('#')).collect()
}

fn large() -> Vec<u8> {
    let mut pdf = PDF.to_vec();
    pdf.resize(7 << 20, b'x');
    pdf
}

async fn signed_in(served: &Served) -> Caller {
    let caller = Caller::at(&served.address.to_string());
    caller.sign_in("course.editor@jclec.example", PASSWORD).await;
    caller
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_that_breaks_half_way_leaves_nothing() {
    let served = Served::new().await;
    let before = stored(&served.test).await;
    let caller = signed_in(&served).await;
    let id = rctm::base::ids::MaterialId::new().to_string();
    let body = multipart(&said(&[("id", id.as_str())]), ("guide.pdf", &large()));
    for sent in [body.len() / 2, body.len() - 100, 9_000, 600] {
        let mut stream = TcpStream::connect(served.address).await.expect("a connection");
        let head = head(served.address, &caller, body.len());
        stream.write_all(head.as_bytes()).await.expect("it is sent");
        stream.write_all(&body[..sent]).await.expect("it is sent");
        stream.flush().await.expect("it is sent");
        tokio::time::sleep(Duration::from_millis(150)).await;
        drop(stream);
        nothing_is_left(&served, before).await;
    }
    let mut stream = TcpStream::connect(served.address).await.expect("a connection");
    stream.write_all(head(served.address, &caller, body.len()).as_bytes()).await.expect("sent");
    stream.write_all(&body).await.expect("it is sent");
    let answer = caller.answer(stream).await.expect("an answer");
    assert_eq!(answer.status, 303, "{}", answer.text);
    served.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sender_who_falls_silent_is_told_and_leaves_nothing() {
    let served = Served::with(|settings| {
        settings.limits.file_silent_within = Duration::from_millis(300);
    })
    .await;
    let before = stored(&served.test).await;
    let caller = signed_in(&served).await;
    let body = multipart(&said(&[]), ("guide.pdf", &large()));
    let mut stream = TcpStream::connect(served.address).await.expect("a connection");
    stream.write_all(head(served.address, &caller, body.len()).as_bytes()).await.expect("sent");
    stream.write_all(&body[..200_000]).await.expect("it is sent");
    let mut answer = String::new();
    let read = stream.read_to_string(&mut answer);
    let read = tokio::time::timeout(Duration::from_secs(5), read).await;
    assert!(read.is_ok() && answer.starts_with("HTTP/1.1 408 "), "{answer}");
    nothing_is_left(&served, before).await;
    served.stop().await;
}

#[tokio::test]
async fn whoever_may_not_add_is_refused_before_a_byte_is_stored() {
    let app = TestApp::new().await;
    let before = stored(&app).await;
    for (person, status) in [
        (app.visitor(), 303),
        (app.focal_point("Fiji").await, 403),
        (app.rso().await, 403),
        (app.editor("ABFC").await, 404),
    ] {
        let (_, reply) = try_to_add(&person, "LIA-201", &said(&[]), ("guide.pdf", PDF)).await;
        reply.is(status);
    }
    let editor = app.editor("JCLEC").await;
    let mut forged = editor.uploading(FORM, &said(&[]), ("guide.pdf", PDF));
    forged.headers_mut().insert("origin", "https://evil.example".parse().expect("a header"));
    editor.send(forged).await.is(403);
    assert_eq!(stored(&app).await, before);
}

#[tokio::test]
async fn what_arrived_and_was_never_saved_is_swept() {
    let app = TestApp::new().await;
    let before = stored(&app).await;
    let editor = app.editor("JCLEC").await;
    let (_, reply) = try_to_add(&editor, "LIA-201", &[("title", "Half")], ("g.pdf", PDF)).await;
    reply.is(422);
    assert_eq!(stored(&app).await, (before.0 + 1, before.1 + 1));
    app.pass(chrono::Duration::hours(1));
    rctm::app::sweep(&app.app).await.expect("a sweep");
    assert_eq!(stored(&app).await, (before.0 + 1, before.1 + 1), "it was kept for an hour");
    app.pass(chrono::Duration::hours(2));
    rctm::app::sweep(&app.app).await.expect("a sweep");
    assert_eq!(stored(&app).await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_program_that_died_was_receiving_is_swept() {
    let app = TestApp::new().await;
    let before = stored(&app).await;
    let files = app.database().files();
    let place = format!("directory:{}", files.display());
    let settings = [("RCTM_FILES", place.as_str())];
    let mut program = Program::with(app.database().url(), &settings, None).await;
    let caller = program.client();
    caller.sign_in("course.editor@jclec.example", PASSWORD).await;
    let body = multipart(&said(&[]), ("guide.pdf", &large()));
    let mut stream = TcpStream::connect(&program.address).await.expect("a connection");
    let head = head(&program.address, &caller, body.len());
    stream.write_all(head.as_bytes()).await.expect("it is sent");
    stream.write_all(&body[..body.len() - 100]).await.expect("it is sent");
    for _ in 0..200 {
        tokio::time::sleep(Duration::from_millis(25)).await;
        if !unfinished(&files).is_empty() {
            break;
        }
    }
    program.kill();
    assert_eq!((unfinished(&files).len(), stored(&app).await), (1, (before.0, before.1 + 1)));
    let long_ago = app.now() - chrono::Duration::hours(3);
    let sql = "update stored_file set since = $1 where state = 'arriving'";
    app.execute(sql, vec![long_ago.into()]).await;
    rctm::app::sweep(&app.app).await.expect("a sweep");
    assert_eq!((unfinished(&files), stored(&app).await), (Vec::new(), before));
}

#[tokio::test]
async fn other_forms_are_as_small_as_before() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let large = "x".repeat(300_000);
    editor.post("/courses/LIA-201/edit", &[("title", &large)]).await.is(413);
    editor.upload("/courses/LIA-201/edit", &[("title", &large)], ("g.pdf", PDF)).await.is(400);
    editor.upload("/courses/LIA-201/edit", &[("title", "x")], ("g.pdf", PDF)).await.is(400);
}
