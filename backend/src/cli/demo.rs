//! `rctm demo`: everything on this machine, with the demonstration data, in one command.
use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use clap::Args;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

use super::{load, load_clients, print, stop};
use crate::app;
use crate::base::clock::Clock;
use crate::base::config::{MailSettings, Settings};
use crate::base::secrets::{SecretKey, random_token};
use crate::base::{App, server, telemetry};
use crate::identity::Operator;

/// How the demonstration is started.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen on; only this machine's own are taken.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    listen: IpAddr,
    /// The directory of database, emails and accounts; made where it does not exist.
    #[arg(long, default_value = "rctm-demo")]
    dir: PathBuf,
    /// Sends emails to this mail server (HOST:PORT) instead of the directory.
    #[arg(long)]
    smtp: Option<String>,
}

/// An account of the demonstration, as `accounts.json` lists it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DemoAccount {
    /// The address to sign in with.
    pub email: String,
    /// The password.
    pub password: String,
    /// The role.
    pub role: String,
    /// The organisation: a centre by its code, any other by its name.
    pub organisation: String,
    /// The API client of the organisation.
    #[serde(flatten)]
    pub client: Option<DemoClient>,
}

/// The API client of an organisation of the demonstration, as `accounts.json` lists it with every
/// account of that organisation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DemoClient {
    /// The public id.
    pub client_id: String,
    /// The secret.
    pub client_secret: String,
    /// What it may do.
    pub scopes: Vec<String>,
}

/// Serves the demonstration until told to stop.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    ensure!(
        arguments.listen.is_loopback(),
        "a demonstration listens on this machine only (127.0.0.1), not on {}",
        arguments.listen
    );
    telemetry::start(false);
    fs::create_dir_all(&arguments.dir)
        .with_context(|| format!("{} cannot be made", arguments.dir.display()))?;
    let listen = SocketAddr::from((arguments.listen, arguments.port));
    let listener = TcpListener::bind(listen).await.with_context(|| format!("{listen} is taken"))?;
    let listen = listener.local_addr()?;
    let settings = settings(&arguments, listen)?;
    let app = app::open(settings, Clock::system()).await?;
    app::migrate(&app).await?;
    let accounts = fill(&app, &arguments.dir).await?;
    print(&announcement(listen, &accounts, &arguments))?;
    let jobs = app::start_jobs(&app)?;
    server::serve(listener, app::router(app.clone()), stop::told()).await;
    jobs.stop().await;
    app.db.close().await?;
    Ok(())
}

fn settings(arguments: &Arguments, listen: SocketAddr) -> anyhow::Result<Settings> {
    let mail = if let Some(server) = &arguments.smtp {
        MailSettings::Smtp(format!("smtp://{server}").parse()?)
    } else {
        let directory = arguments.dir.join("mail");
        fs::create_dir_all(&directory)?;
        MailSettings::Directory(directory)
    };
    Ok(Settings::demo(&arguments.dir, listen, secret_of(&arguments.dir)?, mail))
}

/// The directory's own secret, made at its first use.
fn secret_of(directory: &Path) -> anyhow::Result<SecretKey> {
    let file = directory.join("secret.key");
    if !file.exists() {
        write_privately(&file, &SecretKey::generate())?;
    }
    let text = fs::read_to_string(&file)?;
    SecretKey::read(&text).with_context(|| format!("{} holds no secret", file.display()))
}

/// Loads what the directory lacks; answers the accounts.
async fn fill(app: &App, directory: &Path) -> anyhow::Result<Vec<DemoAccount>> {
    let by = Operator::at_the_console();
    load::demonstration(app, &by).await?;
    let file = directory.join("accounts.json");
    let known: Vec<DemoAccount> = match fs::read_to_string(&file) {
        Ok(text) => serde_json::from_str(&text)?,
        Err(_) => Vec::new(),
    };
    let password = known.first().map_or_else(memorable_password, |known| known.password.clone());
    let mut accounts = load::accounts(app, &by, &password).await?;
    load_clients::give(app, &by, &mut accounts, &known).await?;
    write_privately(&file, &serde_json::to_string_pretty(&accounts)?)?;
    Ok(accounts)
}

/// One password for every account of this directory; nobody can guess it from another machine.
fn memorable_password() -> String {
    format!("demo-{}", &random_token()[..16])
}

fn write_privately(file: &Path, text: &str) -> anyhow::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = fs::OpenOptions::new();
    let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(file)?;
    file.write_all(text.as_bytes())?;
    Ok(())
}

fn announcement(listen: SocketAddr, accounts: &[DemoAccount], arguments: &Arguments) -> String {
    let mut lines = vec![format!("RCTM demonstration: http://{listen}/"), String::new()];
    lines.extend(accounts.iter().map(|account| {
        format!("  {:<20} {:<34} {}", account.role, account.email, account.organisation)
    }));
    if let Some(first) = accounts.first() {
        lines.push(String::new());
        lines.push(format!("Every account has the password {}", first.password));
    }
    lines.push(format!(
        "{} lists them, with an API client for each organisation: http://{listen}/api/docs",
        arguments.dir.join("accounts.json").display()
    ));
    lines.push(match &arguments.smtp {
        Some(server) => format!("Emails go to the mail server at {server}."),
        None => format!(
            "Emails are kept in {} and shown at http://{listen}/demo/mail.",
            arguments.dir.join("mail").display()
        ),
    });
    lines.join("\n")
}
