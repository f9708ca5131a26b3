//! An API client for each organisation of the demonstration that has an account.
use std::collections::BTreeMap;

use super::demo::{DemoAccount, DemoClient};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::ApiClientId;
use crate::identity::actions;
use crate::identity::rules::NewClient;
use crate::identity::{Operator, Scope};
use crate::organisations;

/// What the clients are called.
const NAME: &str = "Demonstration";

/// Gives the accounts of each organisation its client: the one that `known` accounts have, where
/// it still holds, else a new one.
pub async fn give(
    app: &App,
    by: &Operator,
    accounts: &mut [DemoAccount],
    known: &[DemoAccount],
) -> Result<()> {
    let mut clients: BTreeMap<String, DemoClient> = BTreeMap::new();
    for account in accounts {
        let name = account.organisation.clone();
        if !clients.contains_key(&name) {
            let mut before = known.iter().filter(|known| known.organisation == name);
            let before = before.find_map(|known| known.client.clone());
            clients.insert(name.clone(), client_of(app, by, &name, before).await?);
        }
        account.client = clients.get(&name).cloned();
    }
    Ok(())
}

async fn client_of(
    app: &App,
    by: &Operator,
    name: &str,
    before: Option<DemoClient>,
) -> Result<DemoClient> {
    let all = organisations::all(&app.db).await?;
    let known_as = |one: &organisations::Organisation| {
        if one.publishes { one.code == name } else { one.name == name }
    };
    let organisation = all.into_iter().find(known_as).ok_or(Error::NotFound)?.for_identity();
    let keeper = by.api_client_keeper(organisation.clone())?;
    if let Some(before) = before
        && actions::holding_client(app, &keeper, &before.client_id).await?.is_some()
    {
        return Ok(before);
    }
    let scopes = Scope::open_to(&organisation.capabilities);
    let new = NewClient { name: NAME.to_owned(), scopes };
    let made = actions::make_api_client(app, &keeper, ApiClientId::new(), &new).await?;
    let made = made.ok_or(Error::NotFound)?;
    Ok(DemoClient {
        client_id: made.client_id,
        client_secret: made.client_secret,
        scopes: new.scopes.iter().map(|scope| scope.as_str().to_owned()).collect(),
    })
}
