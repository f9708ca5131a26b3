//! Before a decision: on whom, which seats, and why; sent again with that, it is taken.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::around::Names;
use super::{code_in, field, ids};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Fields, Path};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::identity::TrainingDirector;
use crate::participants::actions::{self, Deciding, Judged};
use crate::participants::rules::{Decision, TypedDecision, Why};
use crate::participants::store::NominationRow;

#[derive(Template)]
#[template(path = "pages/participants/check.html")]
struct CheckPage<'a> {
    frame: &'a Frame,
    names: Names,
    judged: Judged,
    decision: Decision,
    typed: &'a TypedDecision,
    errors: FieldErrors,
    refused: Option<Message>,
    changed_meanwhile: bool,
}

/// Shows what a decision would lead to; sent from there, it is taken.
pub(super) async fn decide(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Fields(fields): Fields,
) -> Result<Response> {
    let deciding = Deciding { nominations: ids(&fields, "p"), typed: typed(&fields) };
    let code = code_in(&path)?;
    let list = format!("/deliveries/{path}/decisions");
    if field(&fields, "confirmed").is_empty() {
        return page(&app, (&frame, &by), (&path, &deciding), None).await;
    }
    match actions::decide(&app, &by, &code, &deciding).await {
        Ok(_) => Ok(Redirect::to(&list).into_response()),
        Err(error @ (Error::Invalid(_) | Error::Refused(_) | Error::Conflict)) => {
            page(&app, (&frame, &by), (&path, &deciding), Some(error)).await
        }
        Err(other) => Err(other),
    }
}

fn typed(fields: &[(String, String)]) -> TypedDecision {
    let text = |name| field(fields, name).to_owned();
    TypedDecision { decision: text("do"), why: text("why"), text: text("text") }
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &TrainingDirector),
    (path, deciding): (&str, &Deciding),
    error: Option<Error>,
) -> Result<Response> {
    let judged = actions::judged(app, by, &code_in(path)?, &deciding.nominations).await?;
    let Some(decision) = Decision::of(&deciding.typed.decision) else {
        return Err(Error::Unreadable("no decision".into()));
    };
    let error = error.or_else(|| {
        let nobody = judged.rows.is_empty();
        nobody.then(|| Error::refused("decision-nobody"))
    });
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let (errors, refused) = match error {
        Some(Error::Invalid(errors)) => (errors, None),
        Some(Error::Refused(why)) => (FieldErrors::default(), Some(why)),
        _ => (FieldErrors::default(), None),
    };
    let (names, typed) = (Names::read(app).await?, &deciding.typed);
    let page =
        CheckPage { frame, names, judged, decision, typed, errors, refused, changed_meanwhile };
    Ok((status, frame.page(&page)?).into_response())
}

impl CheckPage<'_> {
    /// The keys of heading, explanation and button.
    fn words(&self) -> (&'static str, &'static str, &'static str) {
        match self.decision {
            Decision::Accept => {
                ("decision-accept-title", "decision-accept-what", "decision-accept-now")
            }
            Decision::Waitlist => {
                ("decision-waitlist-title", "decision-waitlist-what", "decision-waitlist-now")
            }
            Decision::Decline => {
                ("decision-decline-title", "decision-decline-what", "decision-decline-now")
            }
        }
    }

    /// Why somebody would get a seat.
    fn seat(&self, row: &NominationRow) -> Option<Why> {
        self.judged.whys.get(&row.nomination.id).copied().flatten()
    }

    /// Whether there are more people than seats.
    fn lacks(&self) -> Option<Message> {
        let without = self.judged.without();
        let lacks = self.decision == Decision::Accept && without > 0;
        lacks.then(|| {
            Message::new("decision-refused-seats")
                .with("chosen", self.judged.rows.len())
                .with("free", self.judged.free)
        })
    }

    /// Whether the centre says why others who stand before are passed over.
    fn asks_why_passed(&self) -> bool {
        self.decision == Decision::Accept && !self.judged.passed.is_empty()
    }

    fn is_why(&self, why: Why) -> bool {
        self.typed.why == why.as_str()
    }
}
