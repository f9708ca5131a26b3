//! Which mail server, and how a connection to it is opened: without Nagle's delay, in which a
//! message and its final dot would wait for each other, and encrypted where it leaves the machine.
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use std::{fmt, io};

use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use url::{Host, Url};

use super::rules::{Trouble, TroubleKind};

/// The mechanisms in which a password is sent.
const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

/// How long we wait for the mail server.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For a connection.
    pub connect: Duration,
    /// For a session to begin, and then for each whole message.
    pub message: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), message: Duration::from_mins(1) }
    }
}

/// A mail server.
#[derive(Clone)]
pub struct Server {
    host: String,
    port: u16,
    encryption: Encryption,
    credentials: Option<Credentials>,
    hello: ClientId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encryption {
    /// From the first byte.
    AtOnce,
    /// Where the server offers it.
    WhenOffered,
    /// None: the server is on this machine.
    Needless,
}

impl Server {
    /// The server of an address such as `smtps://user:password@mail.example.org:465`; we call
    /// ourselves `name`.
    pub fn of(url: &Url, name: &str) -> Self {
        let implicit = url.scheme() == "smtps";
        let encryption = match (implicit, is_here(url)) {
            (true, _) => Encryption::AtOnce,
            (false, true) => Encryption::Needless,
            (false, false) => Encryption::WhenOffered,
        };
        let default_port = if implicit { 465 } else { 25 };
        Self {
            host: url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(default_port),
            encryption,
            credentials: credentials(url),
            hello: ClientId::Domain(name.to_owned()),
        }
    }

    /// Opens a session, signed in where the address holds a password.
    pub async fn open(&self, patience: Patience) -> Result<AsyncSmtpConnection, Trouble> {
        let tcp = timeout(patience.connect, TcpStream::connect((self.host.as_str(), self.port)));
        let unreachable = Trouble::of(TroubleKind::Unreachable);
        let tcp = tcp.await.map_err(|_| unreachable)?.map_err(|_| unreachable)?;
        tcp.set_nodelay(true).map_err(|_| unreachable)?;
        let session = timeout(patience.message, self.begin(tcp)).await;
        session.unwrap_or(Err(Trouble::of(TroubleKind::NoSession)))
    }

    async fn begin(&self, tcp: TcpStream) -> Result<AsyncSmtpConnection, Trouble> {
        let stream: Box<dyn AsyncTokioStream> = match self.encryption {
            Encryption::AtOnce => Box::new(self.encrypt(tcp).await?),
            Encryption::WhenOffered | Encryption::Needless => Box::new(tcp),
        };
        let mut session = AsyncSmtpConnection::connect_with_transport(stream, &self.hello)
            .await
            .map_err(|error| no_session(&error))?;
        if self.encryption == Encryption::WhenOffered && session.can_starttls() {
            let parameters =
                TlsParameters::new(self.host.clone()).map_err(|error| no_session(&error))?;
            session.starttls(parameters, &self.hello).await.map_err(|error| no_session(&error))?;
        }
        if let Some(credentials) = &self.credentials {
            if self.encryption == Encryption::WhenOffered && !session.is_encrypted() {
                return Err(Trouble::of(TroubleKind::Unencrypted));
            }
            session.auth(&MECHANISMS, credentials).await.map_err(|error| no_session(&error))?;
        }
        Ok(session)
    }

    async fn encrypt(&self, tcp: TcpStream) -> Result<Encrypted, Trouble> {
        let failed = || Trouble::of(TroubleKind::NoSession);
        let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| failed())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from(self.host.clone()).map_err(|_| failed())?;
        let stream = TlsConnector::from(Arc::new(config)).connect(name, tcp).await;
        stream.map(Encrypted).map_err(|_| failed())
    }
}

fn no_session(error: &lettre::transport::smtp::Error) -> Trouble {
    Trouble { kind: TroubleKind::NoSession, code: error.status().map(Into::into) }
}

fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

fn credentials(url: &Url) -> Option<Credentials> {
    let decoded = |text: &str| {
        // Form decoding would take a plus for a space.
        let text = text.replace('+', "%2B");
        let form = format!("x={text}");
        let pair = url::form_urlencoded::parse(form.as_bytes()).next();
        pair.map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    let password = url.password()?;
    Some(Credentials::new(decoded(url.username()), decoded(password)))
}

/// A connection encrypted from its first byte.
#[derive(Debug)]
struct Encrypted(TlsStream<TcpStream>);

impl AsyncTokioStream for Encrypted {
    fn peer_addr(&self) -> io::Result<std::net::SocketAddr> {
        self.0.get_ref().0.peer_addr()
    }
}

impl AsyncRead for Encrypted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, buffer)
    }
}

impl AsyncWrite for Encrypted {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(address: &str) -> Server {
        Server::of(&address.parse().expect("an address"), "rctm.example")
    }

    #[test]
    fn what_leaves_the_machine_is_encrypted_where_it_can_be() {
        for (address, port, encryption) in [
            ("smtps://mail.example.org", 465, Encryption::AtOnce),
            ("smtps://127.0.0.1:2465", 2465, Encryption::AtOnce),
            ("smtp://mail.example.org", 25, Encryption::WhenOffered),
            ("smtp://192.0.2.1:587", 587, Encryption::WhenOffered),
            ("smtp://localhost:1025", 1025, Encryption::Needless),
            ("smtp://127.0.0.1:1025", 1025, Encryption::Needless),
            ("smtp://[::1]:1025", 1025, Encryption::Needless),
        ] {
            let server = server(address);
            assert_eq!((server.port, server.encryption), (port, encryption), "{address}");
        }
        assert_eq!(server("smtp://[::1]:1025").host, "::1");
    }

    #[test]
    fn a_password_of_the_address_is_read_as_it_was_meant() {
        let server = server("smtps://user%40example.org:a%2Fb+c%20d@mail.example.org");
        let expected = Credentials::new("user@example.org".into(), "a/b+c d".into());
        assert_eq!(server.credentials, Some(expected));
    }
}
