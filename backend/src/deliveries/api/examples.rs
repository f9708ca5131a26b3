//! What the document shows of deliveries.
use serde_json::{Value, json};

/// A delivery as lists show it.
pub(super) fn summary() -> Value {
    json!({
        "code": "LIA-201-D1", "course": "LIA-201", "title": "Immigration liaison in practice",
        "course_type": "liaison", "centre": "JCLEC", "scope": "regional", "member": null,
        "mode": "in_person", "state": "announced", "city": "Semarang", "country": "Indonesia",
        "zone": "Asia/Jakarta", "first_day": "2027-02-08", "last_day": "2027-02-12",
        "languages": ["en"], "max_participants": 24, "sample": false,
    })
}

/// What is sent to schedule one.
pub(super) fn new_delivery() -> Value {
    json!({
        "course": "LIA-201", "scope": "regional", "mode": "in_person", "venue": "Building 2",
        "city": "Semarang", "country": "Indonesia", "zone": "Asia/Jakarta",
        "first_day": "2027-02-08", "last_day": "2027-02-12",
        "sessions": [{"day": "2027-02-08", "starts": "09:00", "ends": "16:30"}],
        "languages": ["en"], "interpretation": ["id"], "min_participants": 12,
        "max_participants": 24, "documents": "A copy of the letter of appointment",
        "contact": "training@jclec.example", "deadlines": {"nominate_days": 70},
    })
}

/// A delivery.
pub(super) fn delivery() -> Value {
    json!({
        "code": "LIA-201-D1", "course": "LIA-201", "version": 2,
        "title": "Immigration liaison in practice", "course_type": "liaison", "centre": "JCLEC",
        "owner": "JCLEC", "scope": "regional", "member": null, "mode": "in_person",
        "state": "announced", "reason": null, "announced_at": "2026-11-25T03:00:00Z",
        "venue": "Building 2", "city": "Semarang", "country": "Indonesia", "zone": "Asia/Jakarta",
        "first_day": "2027-02-08", "last_day": "2027-02-12", "former_first_day": null,
        "former_last_day": null,
        "sessions": [{"day": "2027-02-08", "starts": "09:00", "ends": "16:30"}],
        "languages": ["en"], "interpretation": ["id"], "min_participants": 12,
        "max_participants": 24, "documents": "A copy of the letter of appointment",
        "contact": "training@jclec.example",
        "deadlines": {
            "nominate_days": 70, "recall_warning_days": 49, "recall_days": 42,
            "go_no_go_days": 28, "replacement_days": 14, "freeze_days": 3,
        },
        "due": [{"deadline": "nominate_days", "at": "2026-11-30T16:59:00Z"}],
        "sample": false,
    })
}
