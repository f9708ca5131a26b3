//! The same in a store that speaks S3: a real server of that protocol, started by the test.
use std::path::Path;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use rctm::base::files::{Place, S3};
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use tempfile::TempDir;
use tests::{TestApp, copy_files};
use tokio::net::TcpListener;

use super::{PDF, added, replaced, said, stored, try_to_add};

const BUCKET: &str = "rctm-files";
const KEY: (&str, &str) = ("AKEXAMPLE", "a secret of this test");

/// A server that keeps objects as files in a directory.
struct Store {
    directory: TempDir,
    address: String,
}

impl Store {
    async fn start() -> Self {
        let directory = TempDir::new().expect("a directory");
        std::fs::create_dir(directory.path().join(BUCKET)).expect("a bucket");
        let objects = s3s_fs::FileSystem::new(directory.path()).expect("it opens");
        let mut service = S3ServiceBuilder::new(objects);
        service.set_auth(SimpleAuth::from_single(KEY.0, KEY.1));
        let service = service.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address").to_string();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    let server = Builder::new(TokioExecutor::new());
                    let _ = server.serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        Self { directory, address }
    }

    fn place(&self, secret: &str) -> Place {
        Place::S3(S3 {
            bucket: BUCKET.into(),
            prefix: "one/two".into(),
            endpoint: Some(format!("http://{}/", self.address).parse().expect("an address")),
            region: "us-east-1".into(),
            key: Some((KEY.0.into(), secret.into())),
        })
    }

    /// Where the objects of the installation are.
    fn objects(&self) -> std::path::PathBuf {
        self.directory.path().join(BUCKET).join("one/two")
    }

    /// An installation whose files are here, those of the demonstration too.
    async fn app(&self) -> TestApp {
        let place = self.place(KEY.1);
        let app = TestApp::with(|settings| settings.files.place = place).await;
        copy_files(&app.database().files(), &self.objects());
        app
    }
}

fn names(directory: &Path) -> usize {
    std::fs::read_dir(directory).map_or(0, Iterator::count)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_are_kept_taken_replaced_and_removed_in_a_store_that_speaks_s3() {
    let store = Store::start().await;
    let app = store.app().await;
    let editor = app.editor("JCLEC").await;
    let before = stored(&app).await;
    let id = added(&editor, "LIA-201", &[]).await;
    assert_eq!(&app.visitor().get(&format!("/materials/{id}")).await.is(200).body[..], PDF);
    let mut large = PDF.to_vec();
    large.extend((0..3_000_000_u32).flat_map(u32::to_le_bytes));
    replaced(&editor, id, ("guide.pdf", &large)).await.is(303);
    let file = app.visitor().get(&format!("/materials/{id}")).await;
    assert!(file.is(200).body[..] == large[..], "a file of several parts is not what was sent");
    assert_eq!(stored(&app).await.0, before.0 + 2);
    let pack = app.visitor().get("/courses/LIA-201/pack").await;
    pack.is(200);
    let (_, reply) = try_to_add(&editor, "LIA-201", &said(&[]), ("g.pdf", b"no PDF")).await;
    reply.is(422);
    assert_eq!(stored(&app).await.0, before.0 + 2);
    let seen = super::revision(&editor, id).await;
    editor.post(&format!("/materials/{id}/removal"), &[("revision", &seen)]).await.is(303);
    for wait in [31 * 24, 3] {
        app.pass(chrono::Duration::hours(wait));
        rctm::app::sweep(&app.app).await.expect("a sweep");
    }
    assert_eq!(stored(&app).await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_is_away_or_refuses_us_loses_nothing_and_says_so() {
    let store = Store::start().await;
    let place = store.place("another secret");
    let app = TestApp::with(|settings| settings.files.place = place).await;
    app.leave_unchecked();
    let editor = app.editor("JCLEC").await;
    let (_, reply) = try_to_add(&editor, "LIA-201", &said(&[]), ("guide.pdf", PDF)).await;
    reply.is(503).says("<h1>");
    assert_eq!(names(&store.objects()), 0);
    let kept = "select count(*) as n from material where title = 'A guide'";
    assert_eq!(app.count(kept, vec![]).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_check_names_what_is_missing_or_changed_in_a_store_that_speaks_s3() {
    let store = Store::start().await;
    let app = store.app().await;
    app.leave_unchecked();
    super::checked::names_what_differs(&app, &store.objects()).await;
}
