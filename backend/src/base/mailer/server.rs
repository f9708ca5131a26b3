//! Which mail server, and how a connection to it is opened: without Nagle's delay, in which a
//! message and its final dot would wait for each other, and encrypted where it leaves the machine.
use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use rustls::RootCertStore;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use url::{Host, Url};

use super::encrypted::Encrypted;
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
    /// Whose certificates we believe on connections that are encrypted from their first byte.
    roots: RootCertStore,
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
            roots: RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() },
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
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| failed())?
            .with_root_certificates(self.roots.clone())
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

    /// A server that encrypts from the first byte, under a certificate of its own making.
    async fn encrypting() -> (u16, rustls::pki_types::CertificateDer<'static>) {
        let own = rcgen::generate_simple_self_signed(vec!["localhost".into()]).expect("a key");
        let certificate = own.cert.der().clone();
        let key = rustls::pki_types::PrivatePkcs8KeyDer::from(own.signing_key.serialize_der());
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key.into())
            .expect("a certificate");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
        tokio::spawn(async move {
            while let Ok((tcp, _)) = listener.accept().await {
                tokio::spawn(greet(acceptor.clone(), tcp));
            }
        });
        (port, certificate)
    }

    async fn greet(acceptor: tokio_rustls::TlsAcceptor, tcp: TcpStream) {
        use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
        let Ok(stream) = acceptor.accept(tcp).await else { return };
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 ready\r\n").await.expect("written");
        stream.flush().await.expect("flushed");
        let mut line = String::new();
        while stream.read_line(&mut line).await.is_ok_and(|read| read > 0) {
            let answer: &[u8] = if line.starts_with("AUTH PLAIN AHVzZXIAc2VjcmV0") {
                b"235 welcome\r\n"
            } else {
                b"250-ready\r\n250 AUTH PLAIN\r\n"
            };
            stream.write_all(answer).await.expect("written");
            stream.flush().await.expect("flushed");
            line.clear();
        }
    }

    #[tokio::test]
    async fn a_server_is_believed_by_its_certificate_alone() {
        let (port, certificate) = encrypting().await;
        let mut server = server(&format!("smtps://user:secret@localhost:{port}"));
        let stranger = server.open(Patience::default()).await.map(drop);
        assert_eq!(stranger, Err(Trouble::of(TroubleKind::NoSession)));
        server.roots.add(certificate).expect("a root");
        let session = server.open(Patience::default()).await;
        assert!(session.is_ok_and(|session| !session.has_broken()));
    }
}
