//! A file on its way in: piece by piece into the store, counted, typed and hashed as it comes.
//! What does not arrive whole, or is none that is taken, is gone before its sender is answered.
use std::time::Duration;

use aws_lc_rs::digest;
use axum::body::Bytes;
use object_store::{ObjectStoreExt, WriteMultipart};
use serde::{Deserialize, Serialize};

use super::kinds::{HEAD, TextSeen};
use super::{ALL_EXTENSIONS, FileType, clean_name, register, trouble};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::i18n::Message;
use crate::base::ids::StoredFileId;
use crate::base::secrets::SecretKey;

/// What a token is signed for that names a file that has arrived.
const PURPOSE: &str = "file that has arrived";
/// How many pieces are on their way to the store at once.
const AT_ONCE: usize = 2;

/// How much may come.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// The largest file, in bytes.
    pub largest: u64,
    /// How many bytes the organisation may still keep.
    pub room: u64,
}

/// A file that has arrived whole and that nothing refers to yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrived {
    /// Its key.
    pub id: StoredFileId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: FileType,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
}

impl Arrived {
    /// What names the file in a form that is shown again, so that it need not be sent again.
    pub fn token(&self, key: &SecretKey) -> Result<String> {
        let text = serde_json::to_string(self).map_err(|error| Error::Internal(error.into()))?;
        Ok(key.sign(PURPOSE, &text))
    }

    /// The file that a token of ours names.
    pub fn of_token(key: &SecretKey, token: &str) -> Option<Self> {
        serde_json::from_str(&key.verify(PURPOSE, token)?).ok()
    }

    /// Takes the file away again, unless it was kept meanwhile.
    pub async fn discard(self, app: &App) {
        away(app, self.id).await;
    }

    /// Takes a file that is held in memory, as the demonstration does.
    pub async fn of_bytes(app: &App, name: &str, bytes: &'static [u8]) -> Result<Self> {
        let limit = Limit { largest: app.files.largest, room: u64::MAX };
        let mut arriving = Arriving::new(app, name, limit);
        arriving.take(Bytes::from_static(bytes)).await?;
        arriving.finish().await?.map_err(Error::Refused)
    }
}

/// Takes away what is stored of a file to which nothing refers, and then forgets it. What cannot be
/// taken away now is swept later.
async fn away(app: &App, id: StoredFileId) {
    let gone = async {
        if !register::give_up(app, id).await? {
            return Ok(());
        }
        app.files.delete(id).await?;
        register::forget(app, id).await
    };
    if let Err(error) = gone.await {
        tracing::warn!(%error, "A file that nobody wants is left to the sweep");
    }
}

/// A file on its way in.
pub(super) struct Arriving {
    app: App,
    name: String,
    kind: Option<FileType>,
    limit: Limit,
    head: Vec<u8>,
    text: TextSeen,
    hash: digest::Context,
    bytes: u64,
    fault: Option<Message>,
    upload: Option<Upload>,
}

impl Arriving {
    pub(super) fn new(app: &App, name: &str, limit: Limit) -> Self {
        let kind = FileType::of_name(name);
        let refused = || {
            let known = ALL_EXTENSIONS.join(", ");
            Message::new("file-kind-unknown").with("known", known)
        };
        Self {
            app: app.clone(),
            name: name.to_owned(),
            kind,
            limit,
            head: Vec::new(),
            text: TextSeen::default(),
            hash: digest::Context::new(&digest::SHA256),
            bytes: 0,
            fault: kind.is_none().then(refused),
            upload: None,
        }
    }

    /// Whether it is known already that the file is not taken.
    pub(super) fn is_refused(&self) -> bool {
        self.fault.is_some()
    }

    /// Takes the next piece.
    pub(super) async fn take(&mut self, piece: Bytes) -> Result<()> {
        self.bytes += piece.len() as u64;
        let Some(kind) = self.kind.filter(|_| self.fault.is_none()) else { return Ok(()) };
        if let Some(fault) = self.too_much() {
            return self.refuse(fault).await;
        }
        if kind.is_text() && !self.text.goes_on(&piece) {
            return self.refuse(unlike(kind)).await;
        }
        self.hash.update(&piece);
        if let Some(upload) = &mut self.upload {
            return upload.write(piece).await;
        }
        self.head.extend(&piece);
        if self.head.len() >= HEAD { self.begin(kind).await } else { Ok(()) }
    }

    /// The file, or why it is not taken.
    pub(super) async fn finish(mut self) -> Result<Result<Arrived, Message>> {
        let Some(kind) = self.kind.filter(|_| self.fault.is_none()) else {
            return Ok(Err(self.fault.unwrap_or_else(|| "file-empty".into())));
        };
        if self.bytes == 0 {
            return Ok(Err("file-empty".into()));
        }
        if self.upload.is_none() {
            self.begin(kind).await?;
        }
        if kind.is_text() && !self.text.is_whole() {
            self.refuse(unlike(kind)).await?;
        }
        let Some(upload) = self.upload.take() else {
            return Ok(Err(self.fault.unwrap_or_else(|| unlike(kind))));
        };
        let id = upload.finish().await?;
        let sha256 = hex(self.hash.finish().as_ref());
        let name = clean_name(&self.name, kind);
        Ok(Ok(Arrived { id, name, kind, bytes: self.bytes, sha256 }))
    }

    /// Gives up, and leaves nothing.
    pub(super) async fn give_up(mut self) {
        if let Some(upload) = self.upload.take() {
            upload.abort().await;
        }
    }

    fn too_much(&self) -> Option<Message> {
        if self.bytes > self.limit.largest {
            Some(Message::new("file-too-large").with("most", in_mib(self.limit.largest)))
        } else if self.bytes > self.limit.room {
            Some(no_room(self.limit.room))
        } else {
            None
        }
    }

    async fn begin(&mut self, kind: FileType) -> Result<()> {
        if !kind.begins(&self.head) {
            return self.refuse(unlike(kind)).await;
        }
        let mut upload = Upload::begin(&self.app).await?;
        upload.write(std::mem::take(&mut self.head).into()).await?;
        self.upload = Some(upload);
        Ok(())
    }

    async fn refuse(&mut self, fault: Message) -> Result<()> {
        self.fault = Some(fault);
        if let Some(upload) = self.upload.take() {
            upload.abort().await;
        }
        Ok(())
    }
}

/// What is said of a file that is larger than the room that is left.
pub fn no_room(room: u64) -> Message {
    Message::new("file-no-room").with("room", in_mib(room))
}

fn in_mib(bytes: u64) -> i64 {
    i64::try_from(bytes >> 20).unwrap_or(i64::MAX)
}

fn unlike(kind: FileType) -> Message {
    Message::new("file-unlike-its-name").with("kind", kind.extension())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// What is written to the store. Dropped on the way, as when its sender goes away, it takes back
/// what was written.
struct Upload {
    app: App,
    id: StoredFileId,
    writing: Option<WriteMultipart>,
}

impl Upload {
    async fn begin(app: &App) -> Result<Self> {
        let id = StoredFileId::new();
        register::announce(app, id).await?;
        let mut upload = Self { app: app.clone(), id, writing: None };
        let begun = app.files.store.put_multipart(&app.files.path(id)).await;
        match begun {
            Ok(begun) => upload.writing = Some(WriteMultipart::new(begun)),
            Err(error) => {
                away(app, id).await;
                return Err(trouble(error));
            }
        }
        Ok(upload)
    }

    async fn write(&mut self, piece: Bytes) -> Result<()> {
        let Some(writing) = &mut self.writing else { return Ok(()) };
        writing.wait_for_capacity(AT_ONCE).await.map_err(trouble)?;
        writing.put(piece);
        Ok(())
    }

    async fn finish(mut self) -> Result<StoredFileId> {
        let Some(writing) = self.writing.take() else { return Err(Error::TooSlow) };
        if let Err(error) = writing.finish().await {
            away(&self.app, self.id).await;
            return Err(trouble(error));
        }
        Ok(self.id)
    }

    async fn abort(mut self) {
        if let Some(writing) = self.writing.take() {
            aborted(&self.app, self.id, writing).await;
        }
    }
}

async fn aborted(app: &App, id: StoredFileId, writing: WriteMultipart) {
    if let Err(error) = writing.abort().await {
        tracing::warn!(%error, "What was written of a file could not be taken back");
    }
    away(app, id).await;
}

impl Drop for Upload {
    fn drop(&mut self) {
        let Some(writing) = self.writing.take() else { return };
        let (app, id) = (self.app.clone(), self.id);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { aborted(&app, id, writing).await });
        }
    }
}

/// Waits for the next piece of a body; one that stays silent is not waited for.
pub(super) async fn next<T>(silent: Duration, piece: impl Future<Output = T>) -> Result<T> {
    tokio::time::timeout(silent, piece).await.map_err(|_| Error::TooSlow)
}
