//! Brakes on guessing: each address of the network, and each account, slows down after failures.
//! Nobody is locked out: a device that has signed in before has a brake of its own.
use std::net::IpAddr;

use chrono::{DateTime, Utc};

use super::actions::Attempt;
use super::rules::{ADDRESS_BURST, ADDRESS_SECONDS, delay_seconds};
use super::store::{self, Account};
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};

/// The longest that a brake can hold: shorter than any hour by which a clock may be wrong.
const LONGEST_SECONDS: i64 = 50 * 60;

/// The brakes of one attempt.
pub struct Brakes {
    address: Option<String>,
    account: String,
}

impl Brakes {
    /// The brakes for `attempt` on the account of `email`, known or not.
    pub fn of(attempt: &Attempt, email: &str, account: Option<&Account>) -> Self {
        let known = account.filter(|account| attempt.device == Some(account.id));
        Self {
            address: attempt.peer.map(address),
            account: match known {
                Some(account) => format!("device {}", account.id),
                None => format!("account {email}"),
            },
        }
    }

    /// The brakes for a program that says it is this client, known or not.
    pub fn of_client(peer: Option<IpAddr>, client_id: &str) -> Self {
        Self { address: peer.map(address), account: format!("client {client_id}") }
    }

    /// Refuses an attempt that comes too soon.
    pub async fn check(&self, app: &App) -> Result<()> {
        let now = app.clock.now().timestamp_millis();
        let (_, mut ready) = store::failures_of(&app.db, &self.account).await?;
        if let Some(address) = &self.address {
            let (_, paid_until) = store::failures_of(&app.db, address).await?;
            ready = ready.max(paid_until - ADDRESS_BURST * ADDRESS_SECONDS * 1000);
        }
        // No brake holds for longer than this; where one does, a clock was wrong.
        if ready > now && ready - now <= LONGEST_SECONDS * 1000 {
            let seconds = (ready - now).div_euclid(1000) + 1;
            return Err(Error::TooMany(u32::try_from(seconds).unwrap_or(u32::MAX)));
        }
        Ok(())
    }

    /// Notes an attempt that failed at `now`.
    pub async fn tighten(&self, tx: &Transaction, now: DateTime<Utc>) -> Result<()> {
        let now = now.timestamp_millis();
        let (failures, _) = store::failures_of(tx, &self.account).await?;
        let failures = failures.saturating_add(1);
        let ready = now + delay_seconds(failures) * 1000;
        store::tighten_brake(tx, &self.account, failures, ready).await?;
        if let Some(address) = &self.address {
            let (failures, paid_until) = store::failures_of(tx, address).await?;
            let longest = now + LONGEST_SECONDS * 1000;
            let paid_until = if paid_until > longest { now } else { paid_until.max(now) };
            let paid_until = (paid_until + ADDRESS_SECONDS * 1000).min(longest);
            store::tighten_brake(tx, address, failures.saturating_add(1), paid_until).await?;
        }
        Ok(())
    }

    /// Forgets the account's failures after a success; the address still pays for its tries.
    pub async fn release(&self, tx: &Transaction) -> Result<()> {
        store::clear_brake(tx, &self.account).await
    }
}

fn address(peer: IpAddr) -> String {
    format!("address {}", network(peer))
}

/// How often something may be asked: so many times at once, then once in so many seconds.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How many times at once.
    pub burst: i64,
    /// The seconds that each time after those takes.
    pub seconds: i64,
}

/// Counts a request of `bucket`, unless it comes too soon: then it answers how many seconds early.
pub async fn let_by(
    tx: &Transaction,
    bucket: &str,
    pace: Pace,
    now: DateTime<Utc>,
) -> Result<Option<u32>> {
    let now = now.timestamp_millis();
    let (asked, paid_until) = store::failures_of(tx, bucket).await?;
    let early = paid_until - (pace.burst - 1) * pace.seconds * 1000 - now;
    if early > 0 && early <= LONGEST_SECONDS * 1000 {
        return Ok(Some(u32::try_from(early.div_euclid(1000) + 1).unwrap_or(u32::MAX)));
    }
    let longest = now + pace.burst * pace.seconds * 1000;
    let from = if paid_until > longest { now } else { paid_until.max(now) };
    store::tighten_brake(tx, bucket, asked.saturating_add(1), from + pace.seconds * 1000).await?;
    Ok(None)
}

/// One machine of IPv4; of IPv6 the network that one customer gets.
pub fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_of_ipv6_is_one_address() {
        let near: IpAddr = "2001:db8:1:2::1".parse().expect("an address");
        let neighbour: IpAddr = "2001:db8:1:2:ffff::9".parse().expect("an address");
        assert_eq!(network(near), network(neighbour));
    }
}
