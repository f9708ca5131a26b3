//! The filters of the board as lists to choose from.
use crate::base::i18n::Message;
use crate::catalogue::Goal;
use crate::course_nominations::{Level, Quarter};
use crate::demand::rules::{Choice, Measure, Order};

/// One value of a filter: its name in addresses, its words, whether it is chosen.
pub(super) type Value = (&'static str, Message, bool);

/// A filter with a fixed list of values.
pub(super) struct Select {
    /// The name in addresses.
    pub name: &'static str,
    /// The words beside it.
    pub label: Message,
    /// What to choose from.
    pub values: Vec<Value>,
}

/// The filters with fixed lists, in the order of the form.
pub(super) fn selects(choice: &Choice) -> Vec<Select> {
    vec![measures(choice), levels(choice), quarters(choice), goals(choice)]
}

/// The order of members.
pub(super) fn orders(choice: &Choice) -> Select {
    let most = choice.order == Order::MostFirst;
    let values = vec![
        ("", Message::new("demand-order-alphabetical"), !most),
        ("most", Message::new("demand-order-most"), most),
    ];
    Select { name: "order", label: Message::new("demand-order"), values }
}

fn measures(choice: &Choice) -> Select {
    let value = |one: Measure| (one.as_str(), one.label(), one == choice.measure);
    let values = Measure::ALL.into_iter().map(value).collect();
    Select { name: "show", label: Message::new("demand-show"), values }
}

fn levels(choice: &Choice) -> Select {
    let value = |one: &Level| (one.as_str(), one.label(), Some(*one) == choice.level);
    let mut values: Vec<Value> = Level::ALL.iter().map(value).collect();
    values.push(("all", Message::new("demand-level-all"), choice.level.is_none()));
    Select { name: "level", label: Message::new("demand-level"), values }
}

fn quarters(choice: &Choice) -> Select {
    let value = |one: &Quarter| (one.as_str(), one.label(), Some(*one) == choice.quarter);
    let mut values = vec![("", Message::new("demand-quarter-all"), choice.quarter.is_none())];
    values.extend(Quarter::ALL.iter().map(value));
    Select { name: "quarter", label: Message::new("demand-quarter"), values }
}

fn goals(choice: &Choice) -> Select {
    let value = |one: &Goal| (one.as_str(), one.label(), Some(*one) == choice.goal);
    let mut values = vec![("", Message::new("demand-goal-all"), choice.goal.is_none())];
    values.extend(Goal::ALL.iter().map(value));
    Select { name: "goal", label: Message::new("demand-goal"), values }
}
