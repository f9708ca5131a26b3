//! What the document shows of seats.
use serde_json::{Value, json};

/// All of the seats of a delivery.
pub(super) fn seats() -> Value {
    json!({
        "delivery": "LIA-201-D1", "capacity": 24, "sharing": "demand", "reserve": 18,
        "agency_limit": 2, "published_at": "2026-11-30T03:00:00Z",
        "quotas": [
            {"member": "BD", "asked": 5, "held": 3, "taken": 1, "free": 2},
            {"member": "FJ", "asked": 4, "held": 3, "taken": 0, "free": 3},
        ],
    })
}

/// What a State is told.
pub(super) fn own() -> Value {
    json!({
        "delivery": "LIA-201-D1", "capacity": 24, "sharing": null, "reserve": null,
        "agency_limit": null, "published_at": null,
        "quotas": [{"member": "FJ", "asked": 4, "held": 2, "taken": 0, "free": 2}],
    })
}

/// What is sent to share them.
pub(super) fn to_share() -> Value {
    json!({
        "sharing": "custom", "agency_limit": 2,
        "quotas": [{"member": "BD", "seats": 3}, {"member": "FJ", "seats": 3}],
    })
}

/// A proposal.
pub(super) fn proposal() -> Value {
    json!({
        "round": "Planning round 2027", "capacity": 24, "reserve": 17,
        "quotas": [
            {"member": "BD", "asked": 5, "seats": 4},
            {"member": "FJ", "asked": 4, "seats": 3},
        ],
    })
}

/// A move.
pub(super) fn entry() -> Value {
    json!({
        "number": 4, "at": "2026-12-02T03:00:00Z", "kind": "turned_back", "from": "FJ",
        "to": null, "seats": 1, "nomination": null, "by": "FJ",
        "reason": "Nobody can travel that week",
    })
}
