//! Kinds of news and which of them may be stopped.
use sea_orm::{DeriveActiveEnum, EnumIter};

use crate::base::i18n::Message;
use crate::base::ids::AccountId;
use crate::base::outbox::EmailState;
use crate::identity::Role;

/// A kind of news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// A State asks for a course type that the recipient's centre publishes.
    CourseNominated,
    /// What the recipient's own State has submitted: proof, so it is always sent.
    SheetReceipt,
    /// Courses of the recipient's centre that nobody has verified for a year.
    CourseStale,
    /// Another centre asks the recipient's to deliver a course with it, answers, or ends it.
    CoDelivery,
    /// A colleague of the recipient's centre proposes a draft to be published.
    CourseProposed,
    /// What the recipient proposed was published or sent back.
    CourseAnswered,
    /// A delivery for the recipient's own State is announced, postponed or cancelled.
    DeliveryForState,
    /// The recipient's own State holds seats at a delivery, or holds other ones.
    SeatsForState,
    /// A State returns seats at a delivery of the recipient's centre.
    SeatsReturned,
    /// A State has put people forward for a delivery of the recipient's centre, or changed who.
    ParticipantsNominated,
    /// Whether a delivery of the recipient's centre takes place is to be said.
    DeliveryToConfirm,
    /// An agency of the recipient's State proposes people.
    ParticipantsProposed,
    /// What became of people whom the recipient's State has put forward: always sent.
    ParticipantOutcome,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::CourseNominated,
        Self::SheetReceipt,
        Self::CourseStale,
        Self::CoDelivery,
        Self::CourseProposed,
        Self::CourseAnswered,
        Self::DeliveryForState,
        Self::SeatsForState,
        Self::SeatsReturned,
        Self::ParticipantsNominated,
        Self::DeliveryToConfirm,
        Self::ParticipantsProposed,
        Self::ParticipantOutcome,
    ];

    /// The name in tables and links.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CourseNominated => "course_nominated",
            Self::SheetReceipt => "sheet_receipt",
            Self::CourseStale => "course_stale",
            Self::CoDelivery => "co_delivery",
            Self::CourseProposed => "course_proposed",
            Self::CourseAnswered => "course_answered",
            Self::DeliveryForState => "delivery_for_state",
            Self::SeatsForState => "seats_for_state",
            Self::SeatsReturned => "seats_returned",
            Self::ParticipantsNominated => "participants_nominated",
            Self::DeliveryToConfirm => "delivery_to_confirm",
            Self::ParticipantsProposed => "participants_proposed",
            Self::ParticipantOutcome => "participant_outcome",
        }
    }

    /// The kind of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Whether somebody in this role may be told such news.
    pub const fn goes_to(self, role: Role) -> bool {
        match self {
            Self::CourseNominated
            | Self::CourseStale
            | Self::CoDelivery
            | Self::CourseProposed
            | Self::SeatsReturned
            | Self::ParticipantsNominated
            | Self::DeliveryToConfirm => matches!(role, Role::TrainingDirector),
            Self::CourseAnswered => matches!(role, Role::TrainingDirector | Role::CourseEditor),
            Self::SheetReceipt
            | Self::DeliveryForState
            | Self::SeatsForState
            | Self::ParticipantsProposed
            | Self::ParticipantOutcome => {
                matches!(role, Role::FocalPoint | Role::DeputyFocalPoint)
            }
        }
    }

    /// Whether people may choose not to be told.
    pub const fn can_be_stopped(self) -> bool {
        match self {
            Self::SheetReceipt | Self::ParticipantOutcome => false,
            Self::CourseNominated
            | Self::CourseStale
            | Self::CoDelivery
            | Self::CourseProposed
            | Self::CourseAnswered
            | Self::DeliveryForState
            | Self::SeatsForState
            | Self::SeatsReturned
            | Self::ParticipantsNominated
            | Self::DeliveryToConfirm
            | Self::ParticipantsProposed => true,
        }
    }

    /// The words for the kind.
    pub fn label(self) -> Message {
        Message::new(match self {
            Self::CourseNominated => "notice-course-nominated",
            Self::SheetReceipt => "notice-sheet-receipt",
            Self::CourseStale => "notice-course-stale",
            Self::CoDelivery => "notice-co-delivery",
            Self::CourseProposed => "notice-course-proposed",
            Self::CourseAnswered => "notice-course-answered",
            Self::DeliveryForState => "notice-delivery-for-state",
            Self::SeatsForState => "notice-seats-for-state",
            Self::SeatsReturned => "notice-seats-returned",
            Self::ParticipantsNominated => "notice-participants-nominated",
            Self::DeliveryToConfirm => "notice-delivery-to-confirm",
            Self::ParticipantsProposed => "notice-participants-proposed",
            Self::ParticipantOutcome => "notice-participant-outcome",
        })
    }

    /// When such news comes, and to whom.
    pub fn what(self) -> Message {
        Message::new(match self {
            Self::CourseNominated => "notice-course-nominated-what",
            Self::SheetReceipt => "notice-sheet-receipt-what",
            Self::CourseStale => "notice-course-stale-what",
            Self::CoDelivery => "notice-co-delivery-what",
            Self::CourseProposed => "notice-course-proposed-what",
            Self::CourseAnswered => "notice-course-answered-what",
            Self::DeliveryForState => "notice-delivery-for-state-what",
            Self::SeatsForState => "notice-seats-for-state-what",
            Self::SeatsReturned => "notice-seats-returned-what",
            Self::ParticipantsNominated => "notice-participants-nominated-what",
            Self::DeliveryToConfirm => "notice-delivery-to-confirm-what",
            Self::ParticipantsProposed => "notice-participants-proposed-what",
            Self::ParticipantOutcome => "notice-participant-outcome-what",
        })
    }

    /// What happened, as the outbox keeps it: the kind, a colon, the event.
    pub fn event(self, event: &str) -> String {
        format!("{}:{event}", self.as_str())
    }

    /// The kind of an event that the outbox keeps.
    pub fn of_event(kept: &str) -> Option<Self> {
        kept.split_once(':').and_then(|(kind, _)| Self::of(kind))
    }
}

/// What the events of subscriptions begin with.
const SUBSCRIPTION: &str = "subscription:";

/// What the events of participants begin with.
const PARTICIPANT: &str = "participant:";

/// What a participant is told of, as the outbox keeps it.
pub fn participant_event(event: &str) -> String {
    format!("{PARTICIPANT}{event}")
}

/// What a subscriber is told of, as the outbox keeps it.
pub fn subscription_event(event: &str) -> String {
    format!("{SUBSCRIPTION}{event}")
}

/// The words for the news that an event in the outbox is.
pub fn label_of_event(kept: &str) -> Message {
    match Kind::of_event(kept) {
        Some(kind) => kind.label(),
        None if kept.starts_with(SUBSCRIPTION) => Message::new("notice-subscription"),
        None if kept.starts_with(PARTICIPANT) => Message::new("notice-participant"),
        None => Message::new("notice-other"),
    }
}

/// What a link that stops emails stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StopLink {
    /// Whose emails.
    pub account: AccountId,
    /// Which of them.
    pub kind: Kind,
}

impl StopLink {
    /// What is signed.
    pub fn payload(self) -> String {
        format!("{} {}", self.account, self.kind.as_str())
    }

    /// Reads what was signed; only what may be stopped.
    pub fn read(payload: &str) -> Option<Self> {
        let (account, kind) = payload.split_once(' ')?;
        let (account, kind) = (AccountId(account.parse().ok()?), Kind::of(kind)?);
        kind.can_be_stopped().then_some(Self { account, kind })
    }
}

/// Which emails of the installation to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All.
    #[default]
    All,
    /// Those not yet taken by the mail server.
    Waiting,
    /// Those taken.
    Sent,
    /// Those given up.
    Failed,
}

impl Shown {
    /// The choice of this name; all where there is none.
    pub fn of(name: &str) -> Self {
        match name {
            "waiting" => Self::Waiting,
            "sent" => Self::Sent,
            "failed" => Self::Failed,
            _ => Self::All,
        }
    }

    /// The name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    /// The states of such emails; none stands for all.
    pub const fn states(self) -> &'static [EmailState] {
        match self {
            Self::All => &[],
            Self::Waiting => &[EmailState::Queued, EmailState::Sending],
            Self::Sent => &[EmailState::Sent],
            Self::Failed => &[EmailState::Failed],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_link_is_read_as_it_was_written() {
        let link = StopLink { account: AccountId::new(), kind: Kind::CourseNominated };
        assert_eq!(StopLink::read(&link.payload()), Some(link));
    }

    #[test]
    fn what_is_always_sent_has_no_stop_link() {
        let link = StopLink { account: AccountId::new(), kind: Kind::SheetReceipt };
        assert_eq!(StopLink::read(&link.payload()), None);
        assert_eq!(StopLink::read("nobody course_nominated"), None);
    }

    #[test]
    fn an_event_tells_its_kind() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_event(&kind.event("sheet:7")), Some(kind));
        }
        assert_eq!(Kind::of_event("sheet:7"), None);
    }
}
