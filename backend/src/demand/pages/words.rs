//! What the board says in words: its title, what stands out, what is chosen.
use crate::base::i18n::{Message, Reader};
use crate::catalogue::Goal;
use crate::course_nominations::{Figures, Level, Quarter, RoundState};
use crate::demand::actions::View;
use crate::demand::rules::{Measure, Selection};
use crate::identity::DemandScope;

/// The most names that are listed in a line.
const MOST_NAMES: usize = 60;

/// Whose demand it is.
pub(super) fn title(view: &View) -> Message {
    match view.scope {
        DemandScope::Region(_) => Message::new("demand-title-region"),
        DemandScope::Centre(_) => Message::new("demand-title-centre"),
        DemandScope::State(_) => Message::new("demand-title-own").with("state", own_name(view)),
    }
}

/// The name of the own State.
pub(super) fn own_name(view: &View) -> &str {
    let asked = view.board.rows.iter().map(|row| &row.member);
    asked.chain(&view.board.silent).next().map_or("", |member| member.name.as_str())
}

/// Which round, and when it ends or ended.
pub(super) fn over(view: &View, reader: Reader) -> Message {
    let round = &view.round;
    let closed = round.closed_at.is_some();
    let key = Message::new(if closed { "demand-over-closed" } else { "demand-over-open" });
    let date = reader.day(round.closed_at.unwrap_or(round.closes_at));
    key.with("round", &round.title).with("date", date)
}

/// Whether answers may still change.
pub(super) fn is_open(view: &View) -> bool {
    view.round.state == RoundState::Open
}

/// The choice, filter by filter: the name of each and what is chosen.
pub(super) fn filters(view: &View) -> Vec<(Message, Message)> {
    let choice = &view.choice;
    let level = choice.level.map_or_else(|| Message::new("demand-level-all"), Level::label);
    let quarter = choice.quarter.map_or_else(|| Message::new("demand-quarter-all"), Quarter::label);
    let goal = choice.goal.map_or_else(|| Message::new("demand-goal-all"), Goal::label);
    let subregion = match &choice.subregion {
        Some(name) => Message::new("demand-plain").with("text", name),
        None => Message::new("demand-subregion-all"),
    };
    vec![
        (Message::new("demand-level"), level),
        (Message::new("demand-quarter"), quarter),
        (Message::new("demand-goal"), goal),
        (Message::new("demand-subregion"), subregion),
    ]
}

/// The filters that leave something out: the words that take each away, and the query without it.
pub(super) fn loosen(view: &View) -> Vec<(Message, String)> {
    let choice = &view.choice;
    let filters = [
        (choice.level.is_some(), "level", Message::new("demand-level-all")),
        (choice.quarter.is_some(), "quarter", Message::new("demand-quarter-all")),
        (choice.goal.is_some(), "goal", Message::new("demand-goal-all")),
        (choice.subregion.is_some(), "subregion", Message::new("demand-subregion-all")),
    ];
    let used = filters.into_iter().filter(|(used, ..)| *used);
    used.map(|(_, name, words)| (words, choice.without(name))).collect()
}

/// What is looked behind.
pub(super) fn heading(view: &View, selection: &Selection) -> Message {
    let topic = match (&selection.course_type, selection.is_new(), view.choice.goal) {
        (Some(one), ..) => Some(Message::new("demand-plain").with("text", &one.name)),
        (None, true, _) => Some(Message::new("demand-new-courses")),
        (None, false, Some(goal)) => Some(goal.label()),
        (None, false, None) => None,
    };
    match (&selection.member, topic) {
        (Some(member), Some(topic)) => {
            Message::new("demand-heading").with("member", &member.name).with("topic", topic)
        }
        (Some(member), None) => Message::new("demand-plain").with("text", &member.name),
        (None, Some(topic)) => topic,
        (None, None) => Message::new("demand-heading-all"),
    }
}

/// Figures with their names, those that are never added to each other.
pub(super) fn named(figures: Figures) -> [(Message, i64); 4] {
    [
        (Measure::Nominations.label(), figures.nominations),
        (Measure::Deliveries.label(), figures.deliveries),
        (Measure::Places.label(), figures.places),
        (Message::new("demand-tally-on-request"), figures.on_request),
    ]
}

/// Names in a line; of very many, the first and how many more there are.
pub(super) fn names(label: &'static str, names: &[String]) -> Option<(&'static str, Message)> {
    if names.is_empty() {
        return None;
    }
    let (shown, rest) = names.split_at(names.len().min(MOST_NAMES));
    let line = shown.join(", ");
    let message = if rest.is_empty() {
        Message::new("demand-plain").with("text", line)
    } else {
        Message::new("demand-names-more").with("names", line).with("count", rest.len())
    };
    Some((label, message))
}

/// What stands out, in words: at most four sentences, each from the figures shown.
pub(super) fn findings(view: &View) -> Vec<Message> {
    let board = &view.board;
    let mut findings = Vec::new();
    if let ([first, second, ..], true) = (board.most_asked().as_slice(), board.total > 0)
        && second.total > 0
    {
        let share = (first.total + second.total) * 100 / board.total;
        findings.push(
            Message::new("demand-finding-top")
                .with("first", &first.name)
                .with("second", &second.name)
                .with("share", share),
        );
    }
    let unasked = board.columns.iter().filter(|column| column.asked.nominations == 0).count();
    if unasked > 0 && board.asked.nominations > 0 {
        findings.push(Message::new("demand-finding-unasked").with("count", unasked));
    }
    if board.on_request > 0 {
        findings.push(Message::new("demand-finding-on-request").with("count", board.on_request));
    }
    if let Some(response) = view.response.as_ref().filter(|response| response.no_needs > 0) {
        findings.push(Message::new("demand-finding-no-needs").with("count", response.no_needs));
    }
    findings
}
