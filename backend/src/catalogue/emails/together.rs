//! What the other side is told of delivering a course together.
use super::Ready;
use crate::base::App;
use crate::base::i18n::Message;
use crate::base::letter::{Fact, Part};
use crate::catalogue::rules::{CoDeliveryStep as Step, CourseState};

/// What one centre has done, as the other is told.
#[derive(Clone, Copy, Debug)]
pub enum Done {
    /// A step in delivering the course together.
    Step(Step),
    /// The owner has brought the course into this state.
    Turn(CourseState),
}

/// What one centre has done with a course that concerns another one too.
#[derive(Debug)]
pub struct Together<'a> {
    /// The code of the course.
    pub code: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The name of the centre that did it.
    pub from: &'a str,
    /// What was done.
    pub done: Done,
    /// What was said with it; may be empty.
    pub said: &'a str,
}

/// What the Training Directors of the other centre are written.
pub fn together(app: &App, news: &Together<'_>) -> Ready {
    let (heading, lede) = words(news.done);
    let filled = |key| Message::new(key).with("centre", news.from).with("title", news.title);
    let text = |label: &'static str, text: &str| (label.into(), Fact::Text(text.to_owned()));
    let mut facts = vec![
        text("course", news.title),
        text("course-code", news.code),
        text("centres-column-centre", news.from),
    ];
    if !news.said.is_empty() {
        let is_invitation = matches!(news.done, Done::Step(Step::Invite));
        let label = if is_invitation { "co-delivery-message" } else { "course-reason" };
        facts.push(text(label, news.said));
    }
    Ready {
        over: "co-delivery-mail-over",
        heading: filled(heading),
        lede: filled(lede),
        parts: vec![Part { heading: None, facts }],
        notes: Vec::new(),
        action: (
            "co-delivery-mail-action",
            app.settings.link(&format!("/courses/{}/co-delivery", news.code)),
        ),
        why: "co-delivery-mail-why",
    }
}

const fn words(done: Done) -> (&'static str, &'static str) {
    match done {
        Done::Step(step) => words_of_step(step),
        Done::Turn(CourseState::Suspended) => {
            ("co-delivery-mail-suspended", "co-delivery-mail-suspended-lede")
        }
        Done::Turn(CourseState::Retired) => {
            ("co-delivery-mail-retired", "co-delivery-mail-retired-lede")
        }
        Done::Turn(CourseState::Draft | CourseState::InReview | CourseState::Published) => {
            ("co-delivery-mail-resumed", "co-delivery-mail-resumed-lede")
        }
    }
}

const fn words_of_step(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::Invite => ("co-delivery-mail-invited", "co-delivery-mail-invited-lede"),
        Step::Accept => ("co-delivery-mail-accepted", "co-delivery-mail-accepted-lede"),
        Step::Decline => ("co-delivery-mail-declined", "co-delivery-mail-declined-lede"),
        Step::Withdraw => ("co-delivery-mail-withdrawn", "co-delivery-mail-withdrawn-lede"),
        Step::End => ("co-delivery-mail-ended", "co-delivery-mail-ended-lede"),
    }
}
