//! `rctm admin api-client ..`: programs that act for an organisation.
use anyhow::Context;
use clap::{Args, Subcommand};

use super::admin::in_words;
use super::print;
use crate::base::App;
use crate::base::ids::ApiClientId;
use crate::identity::actions;
use crate::identity::rules::NewClient;
use crate::identity::{ApiClient, ApiClientKeeper, Operator, Scope};
use crate::organisations;

/// What can be done with API clients.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prints the clients of an organisation.
    List {
        /// The code of the organisation, such as FJ or JCLEC.
        #[arg(long)]
        organisation: String,
    },
    /// Makes a client and prints what it proves itself by; the secret is shown this once.
    Make(Make),
    /// Revokes a client; its tokens end at once.
    Revoke {
        /// The code of the organisation.
        #[arg(long)]
        organisation: String,
        /// The public id of the client.
        client_id: String,
    },
}

/// A client to be made.
#[derive(Debug, Args)]
pub struct Make {
    /// The code of the organisation, such as FJ or JCLEC.
    #[arg(long)]
    organisation: String,
    /// What the program is for.
    #[arg(long)]
    name: String,
    /// What it may do, such as `catalogue:read`; every scope of the organisation if left out.
    #[arg(long = "scope")]
    scopes: Vec<String>,
}

/// Runs the command.
pub async fn run(app: &App, by: &Operator, command: Command) -> anyhow::Result<()> {
    match command {
        Command::List { organisation } => {
            let keeper = keeper(app, by, &organisation).await?;
            for client in actions::my_api_clients(app, &keeper).await.map_err(in_words)? {
                print(&line(&client))?;
            }
            Ok(())
        }
        Command::Make(new) => make(app, by, new).await,
        Command::Revoke { organisation, client_id } => {
            let keeper = keeper(app, by, &organisation).await?;
            let client = actions::holding_client(app, &keeper, &client_id).await;
            let client = client.map_err(in_words)?;
            let client = client
                .with_context(|| format!("{organisation} has no client {client_id} that holds"))?;
            actions::revoke_api_client(app, &keeper, client.id).await.map_err(in_words)?;
            Ok(print(&format!("{client_id} is revoked; its tokens have ended."))?)
        }
    }
}

async fn keeper(app: &App, by: &Operator, code: &str) -> anyhow::Result<ApiClientKeeper> {
    let organisation = organisations::by_code(&app.db, code).await.map_err(in_words)?;
    let organisation =
        organisation.with_context(|| format!("--organisation: there is no organisation {code}"))?;
    by.api_client_keeper(organisation.for_identity()).map_err(in_words)
}

async fn make(app: &App, by: &Operator, new: Make) -> anyhow::Result<()> {
    let keeper = keeper(app, by, &new.organisation).await?;
    let capabilities = &keeper.capacity().organisation().capabilities;
    let every = || Scope::open_to(capabilities).iter().map(|s| s.as_str().to_owned()).collect();
    let scopes = if new.scopes.is_empty() { every() } else { new.scopes };
    let client = NewClient::read(&new.name, &scopes, capabilities);
    let client = client.map_err(|errors| in_words(errors.into()))?;
    let made = actions::make_api_client(app, &keeper, ApiClientId::new(), &client).await;
    let made = made.map_err(in_words)?.context("the client is there already")?;
    print(&format!("client_id {}", made.client_id))?;
    print(&format!("client_secret {}", made.client_secret))?;
    Ok(print(&format!("scope {}", Scope::list(&client.scopes)))?)
}

fn line(client: &ApiClient) -> String {
    let state = if client.revoked_at.is_some() { "revoked" } else { "holds" };
    format!("{} {state} {:?} {}", client.client_id, client.name, client.scopes)
}
