//! The page of a delivery: for everybody where it is for several States, else for those concerned.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use super::around::{Names, whom};
use super::json_ld;
use super::seats::overview::Sight;
use super::{code_in, public};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::Path;
use crate::base::filters;
use crate::base::i18n::{Message, place_of};
use crate::base::json_ld::JsonLd;
use crate::base::page::Frame;
use crate::deliveries::rules::{Act, Deadline, DeliveryState, Milestone, Slot};
use crate::deliveries::store::seats::Quota;
use crate::deliveries::store::{self, Delivery, milestones};
use crate::identity::{CentreStaff, Visitor};
use crate::organisations::Organisation;

#[derive(Template)]
#[template(path = "pages/deliveries/delivery.html")]
struct DeliveryPage<'a> {
    frame: &'a Frame,
    names: Names,
    delivery: &'a Delivery,
    slots: Vec<Slot>,
    deadlines: Vec<(Deadline, DateTime<Utc>)>,
    /// Somebody of the centre that holds it.
    staff: Option<CentreStaff>,
    /// What the person sees of its seats.
    seats: Sight,
    /// What the clock has brought about, for somebody of the centre.
    happened: Vec<(Milestone, DateTime<Utc>)>,
    /// Whether somebody of a State can put people forward for it.
    nominates: bool,
    canonical: String,
    json_ld: Option<JsonLd>,
}

/// The page of a delivery.
pub async fn delivery(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let found = store::find(&app.db, by.scope(), &code_in(&path)?).await?;
    let delivery = &found.ok_or(Error::NotFound)?;
    let names = Names::read(&app).await?;
    let slots = store::slots_of(&app.db, delivery).await?;
    let zone = delivery.time_zone();
    let due = delivery.first_day.map(|first| delivery.deadlines().moments(zone, first));
    let staff = by.centre_staff().filter(|staff| staff.centre().id() == delivery.centre_id);
    let canonical = app.settings.link(&format!("/deliveries/{}", delivery.code));
    let who = (by.centre_staff(), by.focal_point().is_some());
    let seats = Sight::read(&app, delivery, by.scope(), who).await?;
    let nominates = by.scope().state().is_some() && delivery.state.takes_people();
    let everybody = delivery.is_announced() && !delivery.is_national();
    let centre = names.of(delivery.centre_id);
    let json_ld = everybody.then(|| {
        let link = |path: &str| app.settings.link(path);
        json_ld::page_of(delivery, centre, link)
    });
    let happened = match &staff {
        Some(staff) => milestones::of_delivery(&app.db, staff.centre(), delivery).await?,
        None => Vec::new(),
    };
    let page = DeliveryPage {
        frame: &frame,
        names,
        delivery,
        slots,
        deadlines: due.unwrap_or_default(),
        staff,
        seats,
        nominates,
        happened,
        canonical,
        json_ld,
    };
    let page = frame.page(&page)?;
    Ok(if everybody { public(&by, page) } else { page.into_response() })
}

impl DeliveryPage<'_> {
    fn whom(&self) -> Message {
        whom(&self.names, self.delivery)
    }

    fn place_of_clocks(&self) -> String {
        place_of(self.delivery.time_zone())
    }

    fn holder(&self) -> Option<&Organisation> {
        self.names.of(self.delivery.centre_id)
    }

    /// The centre whose course it is, where that is another.
    fn owner(&self) -> Option<&Organisation> {
        let other = self.delivery.owner_id != self.delivery.centre_id;
        self.names.of(self.delivery.owner_id).filter(|_| other)
    }

    /// What is due when, where it is to take place.
    fn due(&self) -> &[(Deadline, DateTime<Utc>)] {
        let over =
            matches!(self.delivery.state, DeliveryState::Cancelled | DeliveryState::Postponed);
        if over { &[] } else { &self.deadlines }
    }

    /// A moment by the clocks of the venue.
    fn at_venue(&self, at: &DateTime<Utc>) -> Message {
        crate::base::i18n::moment_in(self.delivery.time_zone(), *at)
    }

    /// A day with its weekday.
    fn day(&self, slot: &Slot) -> String {
        let reader = self.frame.reader;
        format!("{} {}", reader.weekday_short(slot.day), reader.date_short(slot.day))
    }

    /// What somebody of the centre may do.
    fn may(&self, act: Act) -> bool {
        let Some(staff) = &self.staff else { return false };
        let decides = act != Act::Edit || self.delivery.is_announced();
        self.delivery.state.may(act) && (staff.may_publish() || !decides)
    }

    /// Whether somebody of the centre decides on people.
    fn decides(&self) -> bool {
        let director = self.staff.as_ref().is_some_and(CentreStaff::may_publish);
        director && self.delivery.state.takes_people()
    }

    /// The name of the State that holds these seats.
    fn member(&self, quota: &Quota) -> &str {
        self.names.of(quota.member).map_or("", |member| member.name.as_str())
    }

    fn range(&self) -> Message {
        let (least, most) = (self.delivery.min_participants, self.delivery.max_participants);
        Message::new("course-group-people").with("least", least).with("most", most)
    }
}
