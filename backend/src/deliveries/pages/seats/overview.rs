//! How the seats of a delivery are shared, for those who may know: its centre and the Regional
//! Support Office see all that is published, a State its own, and its centre the draft as well.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::Path;
use crate::base::filters;
use crate::base::page::Frame;
use crate::deliveries::actions::seats::{may_publish, may_return};
use crate::deliveries::pages::around::Names;
use crate::deliveries::pages::code_in;
use crate::deliveries::rules::seats::{SeatAct, Sharing};
use crate::deliveries::store::seats::{self, Kept, Quota};
use crate::deliveries::store::{self, Delivery};
use crate::identity::{CentreStaff, ReaderScope, SeatsReader};
use crate::organisations::Organisation;

/// What somebody sees of the seats of a delivery; nothing of what is not theirs to know.
pub(in crate::deliveries::pages) struct Sight {
    /// How all are shared, for the centre and the Regional Support Office.
    pub(in crate::deliveries::pages) kept: Option<Kept>,
    /// The own State's, once they are published.
    pub(in crate::deliveries::pages) own: Option<Quota>,
    /// Somebody of the centre that holds the delivery.
    pub(in crate::deliveries::pages) staff: Option<CentreStaff>,
    /// Whether the person may return seats of their State.
    pub(in crate::deliveries::pages) may_return: bool,
    concerned: bool,
}

impl Sight {
    /// What somebody sees of the seats of a delivery that they see: in this scope, as this member of
    /// the staff of a centre, as a focal point.
    pub(in crate::deliveries::pages) async fn read(
        app: &App,
        delivery: &Delivery,
        scope: ReaderScope,
        (staff, focal_point): (Option<CentreStaff>, bool),
    ) -> Result<Self> {
        let staff = staff.filter(|staff| staff.centre().id() == delivery.centre_id);
        let kept = match (&staff, scope.region()) {
            (Some(staff), _) => seats::kept_of_centre(&app.db, delivery, staff.centre()).await?,
            (None, Some(region)) => seats::published(&app.db, delivery, region).await?,
            (None, None) => None,
        };
        let own = match scope.state() {
            Some(state) => {
                let none = Quota { member: state.id(), asked: 0, held: 0, taken: 0 };
                let quota = seats::quota_of(&app.db, delivery.id, state).await?;
                let published = seats::seating(&app.db, delivery).await?.is_some();
                quota.or_else(|| published.then_some(none))
            }
            None => None,
        };
        let free = own.is_some_and(|own| own.free() > 0);
        let may_return = free && focal_point && may_return(app, delivery).is_ok();
        let concerned = staff.is_some() || scope.region().is_some() || scope.state().is_some();
        Ok(Self { kept, own, staff, may_return, concerned })
    }

    /// Whether anything of the seats is this person's to know.
    pub(in crate::deliveries::pages) fn is_concerned(&self) -> bool {
        self.concerned
    }

    /// The quotas in the order of the names of their States.
    pub(in crate::deliveries::pages) fn rows<'a>(
        &self,
        names: &'a Names,
    ) -> Vec<(&'a Organisation, Quota)> {
        let quotas = self.kept.iter().flat_map(Kept::quotas);
        let rows = quotas.filter_map(|quota| Some((names.of(quota.member)?, quota)));
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
        rows
    }
}

#[derive(Template)]
#[template(path = "pages/deliveries/seats/overview.html")]
struct OverviewPage<'a> {
    frame: &'a Frame,
    names: Names,
    delivery: &'a Delivery,
    sight: Sight,
    /// Whether the person may publish the draft now.
    may_publish: bool,
    /// Why not, where they could otherwise.
    not_yet: Option<crate::base::i18n::Message>,
}

/// The seats of a delivery.
pub async fn seats(
    by: SeatsReader,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let found = store::find(&app.db, by.scope(), &code_in(&path)?).await?;
    let delivery = &found.ok_or(Error::NotFound)?;
    let who = (by.centre_staff(), by.is_focal_point());
    let sight = Sight::read(&app, delivery, by.scope(), who).await?;
    if !sight.is_concerned() {
        return Err(Error::NotFound);
    }
    let decides = sight.staff.as_ref().is_some_and(CentreStaff::may_publish);
    let published = sight.kept.as_ref().is_some_and(Kept::is_published);
    let (may_publish, not_yet) = match may_publish(&app, delivery, sight.kept.as_ref()) {
        Ok(()) => (decides, None),
        Err(Error::Refused(why)) => (false, Some(why).filter(|_| decides && !published)),
        Err(other) => return Err(other),
    };
    let names = Names::read(&app).await?;
    let page = OverviewPage { frame: &frame, names, delivery, sight, may_publish, not_yet };
    Ok(frame.page(&page)?.into_response())
}

impl OverviewPage<'_> {
    /// The name of the State of the person.
    fn member(&self, quota: &Quota) -> &str {
        self.names.of(quota.member).map_or("", |member| member.name.as_str())
    }

    /// Whether somebody of the centre may prepare a draft.
    fn may_draft(&self) -> bool {
        let draft = !self.sight.kept.as_ref().is_some_and(Kept::is_published);
        let may = draft && SeatAct::Draft.may_in(self.delivery.state);
        may && self.sight.staff.is_some() && !self.delivery.is_national()
    }

    /// Whether the Training Director may share them otherwise.
    fn may_change(&self) -> bool {
        let published = self.sight.kept.as_ref().filter(|kept| kept.is_published());
        let shared = published.is_some_and(|kept| kept.sharing != Sharing::National);
        let decides = self.sight.staff.as_ref().is_some_and(CentreStaff::may_publish);
        shared && decides && SeatAct::Change.may_in(self.delivery.state)
    }

    /// Seats that States hold, and those that people have.
    fn sums(&self) -> (i32, i32) {
        let quotas = || self.sight.kept.iter().flat_map(Kept::quotas);
        (quotas().map(|one| one.held).sum(), quotas().map(|one| one.taken).sum())
    }
}
