//! A delivery in the words of schema.org, for search engines.
use serde_json::{Value, json};

use crate::base::json_ld::{JsonLd, without_nulls};
use crate::catalogue::rules::DeliveryMode;
use crate::deliveries::rules::DeliveryState;
use crate::deliveries::store::Delivery;
use crate::organisations::Organisation;

/// The course with this one delivery, for the page of the delivery.
pub(super) fn page_of(
    delivery: &Delivery,
    centre: Option<&Organisation>,
    link: impl Fn(&str) -> String,
) -> JsonLd {
    let address = link(&format!("/deliveries/{}", delivery.code));
    let course = link(&format!("/courses/{}", delivery.course_code));
    JsonLd::of(&json!({
        "@context": "https://schema.org",
        "@type": "Course",
        "@id": course,
        "url": course,
        "courseCode": delivery.course_code,
        "name": delivery.title,
        "hasCourseInstance": [instance(delivery, centre, &address)],
    }))
}

/// The delivery as an instance of its course.
pub(super) fn instance(delivery: &Delivery, centre: Option<&Organisation>, address: &str) -> Value {
    let status = match delivery.state {
        DeliveryState::Cancelled => "EventCancelled",
        DeliveryState::Postponed => "EventPostponed",
        _ if delivery.former_days().is_some() => "EventRescheduled",
        _ => "EventScheduled",
    };
    let mode = match delivery.held() {
        Some(DeliveryMode::Online) => Some("online"),
        Some(DeliveryMode::Blended) => Some("blended"),
        Some(DeliveryMode::InPerson) => Some("onsite"),
        None => None,
    };
    let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let place = said(&delivery.place()).map(|address| {
        without_nulls(json!({
            "@type": "Place", "name": said(&delivery.venue), "address": address,
        }))
    });
    let room = delivery.held().is_some_and(|mode| mode != DeliveryMode::Online);
    without_nulls(json!({
        "@type": "CourseInstance",
        "@id": address,
        "url": address,
        "name": delivery.title,
        "courseMode": mode,
        "startDate": delivery.first_day.map(|day| day.to_string()),
        "endDate": delivery.last_day.map(|day| day.to_string()),
        "eventStatus": format!("https://schema.org/{status}"),
        "location": place.filter(|_| room),
        "inLanguage": delivery.language_tags().collect::<Vec<_>>(),
        "maximumAttendeeCapacity": delivery.max_participants,
        "organizer": centre.map(|centre| without_nulls(json!({
            "@type": "Organization", "name": centre.name, "url": centre.website,
        }))),
    }))
}
