//! Tables that are read and written piece by piece. Between two pieces nothing is held in the
//! database, so a reader on a slow line keeps no connection from others.
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::response::Response;
use hyper::body::Frame;
use tokio::sync::mpsc;

use super::workbook::Book;
use super::{CSV, Cell, MARK, Sheet, WORKBOOK, add_csv, download};
use crate::base::error::{Error, Result};

/// How long a reader may take for one piece before the download is given up.
const PATIENCE: Duration = Duration::from_mins(2);

/// Rows that come in pieces.
pub trait Rows: Send + 'static {
    /// The next rows; none at the end.
    fn next(&mut self) -> impl Future<Output = Result<Vec<Vec<Cell>>>> + Send;
}

/// A text that comes in pieces.
pub trait Pieces: Send + 'static {
    /// The next bytes; none at the end.
    fn next(&mut self) -> impl Future<Output = Result<Vec<u8>>> + Send;
}

/// Answers with a CSV of any length: see [`in_pieces`].
pub async fn csv_in_pieces<R: Rows>(name: &str, heads: Vec<Cell>, rows: R) -> Result<Response> {
    let mut beginning = MARK.as_bytes().to_vec();
    add_csv(&mut beginning, [heads])?;
    in_pieces((CSV, name), beginning, Lines(rows)).await
}

/// Rows as lines of CSV.
struct Lines<R>(R);

impl<R: Rows> Pieces for Lines<R> {
    async fn next(&mut self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        add_csv(&mut bytes, self.0.next().await?)?;
        Ok(bytes)
    }
}

/// Answers with a file of a kind and name, of any length. A fault on the way, or a reader who
/// takes nothing for two minutes, cuts the download off, so that nobody takes a part for the
/// whole.
pub async fn in_pieces(
    (kind, name): (&'static str, &str),
    beginning: Vec<u8>,
    rest: impl Pieces,
) -> Result<Response> {
    Ok(download(kind, name, body_of(beginning, rest).await?))
}

/// The body of a download that comes in pieces: see [`in_pieces`].
pub async fn body_in_pieces(pieces: impl Pieces) -> Result<Body> {
    body_of(Vec::new(), pieces).await
}

async fn body_of(mut beginning: Vec<u8>, mut rest: impl Pieces) -> Result<Body> {
    let (sender, receiver) = mpsc::channel(1);
    // The first piece is read before the answer begins: a fault there is still a page.
    let first = rest.next().await?;
    tokio::spawn(async move {
        let last = first.is_empty();
        beginning.extend(first);
        if let Err(error) = pour(&sender, Piece { bytes: beginning.into(), last }, rest).await {
            tracing::warn!(error = ?error, "A download was cut off");
        }
    });
    Ok(Body::new(Whole { receiver, whole: false }))
}

async fn pour(sender: &mpsc::Sender<Piece>, mut piece: Piece, mut rest: impl Pieces) -> Result<()> {
    loop {
        let last = piece.last;
        match tokio::time::timeout(PATIENCE, sender.send(piece)).await {
            Err(_) => return Err(Error::TooSlow),
            // The reader went away.
            Ok(Err(_)) => return Ok(()),
            Ok(Ok(())) if last => return Ok(()),
            Ok(Ok(())) => {
                let bytes = rest.next().await?;
                piece = Piece { last: bytes.is_empty(), bytes: bytes.into() };
            }
        }
    }
}

/// Answers with a workbook: a first sheet whose rows come in pieces, and others after it.
pub async fn workbook_in_pieces<R: Rows>(
    name: &str,
    heads: Sheet,
    mut rows: R,
    others: Vec<Sheet>,
) -> Result<Response> {
    let (sender, mut receiver) = mpsc::channel::<Vec<Vec<Cell>>>(1);
    let writing = tokio::task::spawn_blocking(move || {
        let mut book = Book::default();
        let mut open = book.open(&heads.name, heads.fixed_columns)?;
        let first = receiver.blocking_recv().unwrap_or_default();
        open.add(heads.rows.into_iter().chain(first).collect())?;
        while let Some(rows) = receiver.blocking_recv() {
            open.add(rows)?;
        }
        book.close(open);
        for sheet in others {
            let mut open = book.open(&sheet.name, sheet.fixed_columns)?;
            open.add(sheet.rows)?;
            book.close(open);
        }
        book.finish()
    });
    loop {
        let piece = rows.next().await?;
        // The writer goes away only with a fault, which is told below.
        if piece.is_empty() || sender.send(piece).await.is_err() {
            break;
        }
    }
    drop(sender);
    let written = writing.await.map_err(|error| Error::Internal(error.into()))??;
    Ok(download(WORKBOOK, name, written))
}

struct Piece {
    bytes: Bytes,
    last: bool,
}

/// A body whose pieces come from a task of its own, which waits until each is taken. It ends well
/// only with the last piece.
struct Whole {
    receiver: mpsc::Receiver<Piece>,
    whole: bool,
}

impl HttpBody for Whole {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>>>> {
        if self.whole {
            return Poll::Ready(None);
        }
        let piece = std::task::ready!(self.receiver.poll_recv(context));
        Poll::Ready(Some(piece.ok_or(Error::TooSlow).map(|piece| {
            self.whole = piece.last;
            Frame::data(piece.bytes)
        })))
    }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    /// So many pieces of one row each, and then the end or a fault.
    struct Few(i64, Option<Error>);

    impl Rows for Few {
        async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
            self.0 -= 1;
            match self.0 {
                0.. => Ok(vec![vec![Cell::from(self.0)]]),
                _ => self.1.take().map_or(Ok(Vec::new()), Err),
            }
        }
    }

    async fn read(rows: Few) -> Option<String> {
        let heads = vec![Cell::from("n")];
        let response = csv_in_pieces("n.csv", heads, rows).await.expect("it begins");
        let bytes = to_bytes(response.into_body(), 1000).await.ok()?;
        Some(String::from_utf8(bytes.to_vec()).expect("UTF-8"))
    }

    #[tokio::test]
    async fn pieces_make_one_table() {
        let whole = read(Few(3, None)).await.expect("the whole");
        assert_eq!(whole, "\u{feff}\"n\"\r\n\"2\"\r\n\"1\"\r\n\"0\"\r\n");
        assert_eq!(read(Few(0, None)).await.as_deref(), Some("\u{feff}\"n\"\r\n"));
    }

    #[tokio::test]
    async fn a_fault_on_the_way_is_no_end() {
        assert_eq!(read(Few(3, Some(Error::Conflict))).await, None);
        let heads = vec![Cell::from("n")];
        let failed = csv_in_pieces("n.csv", heads, Few(0, Some(Error::Conflict))).await;
        assert!(matches!(failed, Err(Error::Conflict)));
    }
}
