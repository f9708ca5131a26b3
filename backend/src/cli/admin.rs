//! `rctm admin ..`: reference data, accounts for as long as there is no page for them, and API
//! clients.
use std::io::Read;
use std::path::Path;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};

use super::{api_client, load, print, roles};
use crate::base::App;
use crate::base::clock::Clock;
use crate::base::config::Settings;
use crate::base::error::{Error, FieldErrors};
use crate::base::i18n::Locale;
use crate::identity::actions::{self, AccountToOpen, RoleToGive};
use crate::identity::{Operator, Role};
use crate::{app, organisations};

/// What can be administered.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Accounts and their roles.
    #[command(subcommand)]
    Account(Account),
    /// Programs that act for an organisation through the API.
    #[command(subcommand)]
    ApiClient(api_client::Command),
    /// Registers the RSO, members, centres, course types and the work plan, where they are
    /// missing: what a new installation starts from.
    ReferenceData,
    /// Prints the SQL that gives the roles of PostgreSQL what they need, and no more.
    Roles,
}

/// What can be done with accounts. Passwords are read from standard input, never from arguments.
#[derive(Debug, Subcommand)]
pub enum Account {
    /// Opens an account with one role; the password is read from standard input.
    Add(Add),
    /// Prints the roles of an account.
    Show {
        /// The address.
        email: String,
    },
    /// Sets another password, read from standard input; every session of the account ends.
    SetPassword {
        /// The address.
        email: String,
    },
    /// Closes an account: its roles and sessions end.
    Close {
        /// The address.
        email: String,
    },
}

/// A person to be given an account.
#[derive(Debug, Args)]
pub struct Add {
    /// The address.
    #[arg(long)]
    email: String,
    /// The full name.
    #[arg(long)]
    name: String,
    /// The role, such as `focal_point`.
    #[arg(long)]
    role: String,
    /// The code of the organisation, such as FJ or JCLEC.
    #[arg(long)]
    organisation: String,
    /// The unit of the organisation, for nominators of an agency.
    #[arg(long)]
    agency: Option<String>,
    /// Whether the person leads the others in the role.
    #[arg(long)]
    lead: bool,
}

/// Runs the command.
pub async fn run(config: &Path, command: Command) -> anyhow::Result<()> {
    if matches!(command, Command::Roles) {
        return Ok(print(roles::SQL.trim_end())?);
    }
    let app = app::open(Settings::load(config)?, Clock::system()).await?;
    let by = Operator::at_the_console();
    match command {
        Command::Account(command) => account(&app, &by, command).await,
        Command::ApiClient(command) => api_client::run(&app, &by, command).await,
        Command::ReferenceData | Command::Roles => {
            load::reference(&app, &by).await.map_err(in_words)?;
            Ok(print("The RSO, members, centres, course types and the work plan are registered.")?)
        }
    }
}

async fn account(app: &App, by: &Operator, command: Account) -> anyhow::Result<()> {
    match command {
        Account::Add(new) => add(app, by, new).await,
        Account::Show { email } => show(app, by, &email).await,
        Account::SetPassword { email } => {
            let password = read_password()?;
            actions::set_password(app, by, (&email, password)).await.map_err(in_words)?;
            Ok(print(&format!("The password of {email} is set; every session has ended."))?)
        }
        Account::Close { email } => {
            actions::close_account(app, by, &email).await.map_err(in_words)?;
            Ok(print(&format!("The account of {email} is closed."))?)
        }
    }
}

async fn add(app: &App, by: &Operator, new: Add) -> anyhow::Result<()> {
    let names: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).collect();
    let role = Role::of(&new.role)
        .with_context(|| format!("--role must be one of {}", names.join(", ")))?;
    let organisation =
        organisations::by_code(&app.db, &new.organisation).await.map_err(in_words)?.with_context(
            || format!("--organisation: there is no organisation {}", new.organisation),
        )?;
    let agency = match &new.agency {
        Some(name) => {
            let added = organisations::actions::add_agency(app, by, organisation.id, name).await;
            Some(added.map_err(in_words)?)
        }
        None => None,
    };
    let role = RoleToGive { role, organisation: organisation.id, agency, lead: new.lead };
    let account = AccountToOpen {
        full_name: new.name,
        email: new.email.clone(),
        password: Some(read_password()?),
        roles: vec![role],
    };
    if !actions::open_account(app, by, account).await.map_err(in_words)? {
        bail!("there is an account of {} already", new.email);
    }
    Ok(print(&format!("The account of {} is open.", new.email))?)
}

async fn show(app: &App, by: &Operator, email: &str) -> anyhow::Result<()> {
    for role in actions::roles_of(app, by, email).await.map_err(in_words)? {
        print(&format!("{} of {} ({})", role.role.as_str(), role.name, role.code))?;
    }
    Ok(())
}

fn read_password() -> anyhow::Result<String> {
    let mut password = String::new();
    std::io::stdin().take(2048).read_to_string(&mut password)?;
    let password = password.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        bail!("the password is read from standard input, and there is none");
    }
    Ok(password.to_owned())
}

/// What went wrong, in the words that a page would use.
pub(super) fn in_words(error: Error) -> anyhow::Error {
    let english = Locale::english();
    match error {
        Error::Invalid(errors) => anyhow::anyhow!(listed(&errors, english)),
        Error::Refused(message) => anyhow::anyhow!(english.say(&message)),
        Error::NotFound => anyhow::anyhow!("there is no such thing"),
        other => anyhow::Error::new(other),
    }
}

fn listed(errors: &FieldErrors, locale: Locale) -> String {
    errors.iter().map(|(_, message)| locale.say(message)).collect::<Vec<_>>().join("\n")
}
