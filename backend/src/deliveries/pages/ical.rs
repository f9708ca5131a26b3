//! Deliveries as iCalendar tells them (RFC 5545): one event each, from its first session to the end
//! of its last, by the clocks of its venue.
use chrono::{Datelike, Duration, NaiveDate};
use icalendar::{Calendar, CalendarDateTime, Component, Event, EventLike, EventStatus};

use crate::base::i18n::{Locale, Message, autonym, days, moment_in};
use crate::deliveries::actions::FeedContent;
use crate::deliveries::rules::{Deadline, DeliveryState, Slot, zone_component};
use crate::deliveries::store::Delivery;

/// The last line of a calendar.
const END: &str = "END:VCALENDAR";
/// The first line of an event.
const EVENT: &str = "\r\nBEGIN:VEVENT";

/// What a calendar is called, in which language it speaks, and where its deliveries are read about.
pub(super) struct About<'a> {
    pub(super) name: &'a str,
    pub(super) locale: Locale,
    /// The beginning of every address.
    pub(super) origin: &'a str,
    /// The host that makes what names an event unique.
    pub(super) host: &'a str,
}

/// The calendar of these deliveries. What has no days and never had is in none.
pub(super) fn calendar_of(content: &FeedContent, about: &About<'_>) -> String {
    let mut calendar = Calendar::new();
    calendar.name(about.name).ttl(&Duration::hours(6));
    for delivery in &content.deliveries {
        let slots = content.slots.get(&delivery.id).map_or(&[][..], Vec::as_slice);
        let centre = content.centres.get(&delivery.centre_id).map_or("", String::as_str);
        if let Some(event) = event_of((delivery, slots, centre), about) {
            calendar.push(event);
        }
    }
    with_zones(&calendar.to_string(), &zones_of(&content.deliveries))
}

/// The components of the zones of these deliveries, each once. A calendar without any has UTC's,
/// because it must have a component.
fn zones_of(deliveries: &[Delivery]) -> String {
    let mut zones: Vec<_> = deliveries.iter().map(Delivery::time_zone).collect();
    zones.sort_unstable_by_key(|zone| zone.name());
    zones.dedup();
    if zones.is_empty() {
        zones.push(chrono_tz::Tz::Etc__UTC);
    }
    let days = deliveries.iter().flat_map(|one| [one.days(), one.former_days()]).flatten();
    let years: Vec<_> = days.flat_map(|(first, last)| [first.year(), last.year()]).collect();
    let first = years.iter().min().copied().unwrap_or(2027);
    let last = years.iter().max().copied().unwrap_or(2027);
    zones.into_iter().map(|zone| zone_component(zone, (first, last))).collect()
}

/// The library makes events only; zones stand before them.
fn with_zones(text: &str, zones: &str) -> String {
    if text.contains(EVENT) {
        text.replacen(EVENT, &format!("\r\n{}{}", zones, EVENT.trim_start()), 1)
    } else {
        text.replacen(END, &format!("{zones}{END}"), 1)
    }
}

/// The event; none of what has no days and never had.
fn event_of(
    (delivery, slots, centre): (&Delivery, &[Slot], &str),
    about: &About<'_>,
) -> Option<Event> {
    let (first, last) = delivery.days().or_else(|| delivery.former_days())?;
    let mut event = Event::with_uid(&format!("{}@{}", delivery.id, about.host));
    event
        .sequence(u32::try_from(delivery.sequence).unwrap_or_default())
        .timestamp(delivery.changed_at)
        .status(status(delivery))
        .summary(&delivery.title)
        .description(&description((delivery, slots, centre), about))
        .url(&format!("{}/deliveries/{}", about.origin, delivery.code));
    let mut place = vec![delivery.venue.clone(), delivery.place()];
    place.retain(|part| !part.is_empty());
    if !place.is_empty() {
        event.location(&place.join(", "));
    }
    match slots.first().zip(slots.last()) {
        Some((begins, ends)) => {
            let at = |day: NaiveDate, time| CalendarDateTime::WithTimezone {
                date_time: day.and_time(time),
                tzid: delivery.time_zone().name().to_owned(),
            };
            event.starts(at(begins.day, begins.starts)).ends(at(ends.day, ends.ends));
        }
        // The end of whole days is the day after the last.
        None => {
            event.starts(first).ends(last + Duration::days(1));
        }
    }
    Some(event.done())
}

fn status(delivery: &Delivery) -> EventStatus {
    match delivery.state {
        DeliveryState::Cancelled | DeliveryState::Postponed if delivery.days().is_none() => {
            EventStatus::Cancelled
        }
        DeliveryState::Cancelled => EventStatus::Cancelled,
        DeliveryState::Proposed => EventStatus::Tentative,
        _ => EventStatus::Confirmed,
    }
}

/// What the event says beside when and where, a line each.
fn description((delivery, slots, centre): (&Delivery, &[Slot], &str), about: &About<'_>) -> String {
    let say = |message: Message| about.locale.say(&message);
    let line = |label: &'static str, text: String| {
        say(Message::new("delivery-ics-line").with("label", Message::new(label)).with("text", text))
    };
    let tongues: Vec<_> = delivery.language_tags().map(autonym).collect();
    let mut lines = vec![
        line("status", say(delivery.state.label())),
        line("delivery-code", delivery.code.clone()),
        line("centres-column-centre", centre.to_owned()),
    ];
    if let Some(mode) = delivery.held() {
        lines.push(line("delivery-mode", say(mode.label())));
    }
    lines.push(line("delivery-languages", tongues.join(", ")));
    let (zone, first) = (delivery.time_zone(), delivery.first_day);
    let due = first.map(|first| delivery.deadlines().moments(zone, first)).unwrap_or_default();
    if let Some((deadline, at)) = due.iter().find(|(due, _)| *due == Deadline::Nominate) {
        let label = say(deadline.label());
        let text = say(moment_in(zone, *at));
        let words = Message::new("delivery-ics-line").with("label", label).with("text", text);
        lines.push(say(words));
    }
    if !delivery.reason.is_empty() {
        lines.push(line("course-reason", delivery.reason.clone()));
    }
    for slot in slots {
        let hour = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
        let session = Message::new("delivery-session")
            .with("date", days(slot.day, slot.day))
            .with("from", hour(slot.starts))
            .with("until", hour(slot.ends));
        lines.push(say(session));
    }
    lines.push(line("delivery-contact", delivery.contact.clone()));
    lines.join("\n")
}
