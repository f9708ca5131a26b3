//! What an email looks like.
use chrono_tz::Tz;
use rctm::base::i18n::{Locale, Message, Reader};
use rctm::base::letter::{Action, Envelope, Fact, Letter, Part};

/// A letter with everything that a letter can hold.
fn sample() -> Letter {
    let words = |key: &'static str, text: &str| {
        Message::new(key).with("start", text).with("end", "and so on")
    };
    let text = |text: &str| Fact::Text(text.to_owned());
    let reason = "Four new liaison posts open in 2027 and none of the officers has had the core \
        course. <b>It matters.</b>";
    Letter {
        over: "nav-nominations".into(),
        heading: words("letter-list", "Fiji asks for immigration liaison officer training"),
        lede: words("letter-list", "To the Training Director of JCLEC: your centre teaches this"),
        parts: vec![
            Part {
                heading: None,
                facts: vec![
                    ("role-focal-point".into(), text("Fiji")),
                    ("nav-catalogue".into(), text("Immigration liaison officer")),
                    ("nav-rounds".into(), Fact::Quarters(vec![1, 3])),
                    ("nav-demand".into(), Fact::Words("email-queued".into())),
                    ("emails-subject".into(), text(reason)),
                ],
            },
            Part {
                heading: Some("nav-courses".into()),
                facts: vec![("nav-rounds".into(), Fact::Quarters(vec![]))],
            },
        ],
        notes: vec![
            words("letter-list", "Your delivery of 8 to 19 February 2027 meets one of the two"),
            "email-trouble-no-answer".into(),
        ],
        action: Action {
            label: "nav-demand".into(),
            address: "https://rctm.example/demand?type=ILO&round=2027".into(),
        },
        reasons: vec!["stop-undo".into()],
    }
}

#[test]
fn a_letter_says_the_same_in_text_and_in_html() {
    for locale in Locale::all() {
        let tag = locale.tag();
        let ending = if tag == "en" { String::new() } else { format!("_{tag}") };
        let (text, html) = said_in(locale);
        // Lines are measured in columns: marks of direction take none.
        let columns =
            |line: &str| line.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).count();
        assert!(text.lines().all(|line| columns(line) <= 72), "{text}");
        assert!(html.contains(&format!("lang=\"{tag}\" dir=\"{}\"", locale.direction())));
        insta::assert_snapshot!(format!("letter_text{ending}"), text);
        insta::assert_snapshot!(format!("letter_html{ending}"), html);
    }
}

fn said_in(locale: Locale) -> (String, String) {
    let reader = Reader { locale, zone: Tz::Asia__Jakarta };
    let envelope = Envelope {
        written: reader.moment("2026-12-09T03:42:00Z".parse().expect("a moment")),
        notices: Some("https://rctm.example/notices"),
        unsubscribe: Some("https://rctm.example/unsubscribe/abc.def"),
        sign_in: true,
        demo: true,
    };
    let text = sample().text(reader, &envelope).expect("it renders");
    let html = sample().html(reader, "Fiji asks", &envelope).expect("it renders");
    (text, html)
}
