//! What the other side is told of delivering a course together.
use super::Ready;
use crate::base::App;
use crate::base::i18n::Message;
use crate::base::letter::{Fact, Part};
use crate::catalogue::rules::CoDeliveryStep as Step;

/// A step that one centre has taken, as the other is told.
#[derive(Debug)]
pub struct Together<'a> {
    /// The code of the course.
    pub code: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The name of the centre that took the step.
    pub from: &'a str,
    /// The step.
    pub step: Step,
    /// What was said with it; may be empty.
    pub said: &'a str,
}

/// What the Training Directors of the other centre are written.
pub fn together(app: &App, news: &Together<'_>) -> Ready {
    let (heading, lede) = words(news.step);
    let filled = |key| Message::new(key).with("centre", news.from).with("title", news.title);
    let text = |label: &'static str, text: &str| (label.into(), Fact::Text(text.to_owned()));
    let mut facts = vec![
        text("course", news.title),
        text("course-code", news.code),
        text("centres-column-centre", news.from),
    ];
    if !news.said.is_empty() {
        let label = if news.step == Step::Invite { "co-delivery-message" } else { "course-reason" };
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

const fn words(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::Invite => ("co-delivery-mail-invited", "co-delivery-mail-invited-lede"),
        Step::Accept => ("co-delivery-mail-accepted", "co-delivery-mail-accepted-lede"),
        Step::Decline => ("co-delivery-mail-declined", "co-delivery-mail-declined-lede"),
        Step::Withdraw => ("co-delivery-mail-withdrawn", "co-delivery-mail-withdrawn-lede"),
        Step::End => ("co-delivery-mail-ended", "co-delivery-mail-ended-lede"),
    }
}
