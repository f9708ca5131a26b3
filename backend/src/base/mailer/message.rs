//! Making the message of a row. What is made of one row is the same at each attempt, byte for
//! byte, so that whoever receives it twice can tell.
use std::time::SystemTime;

use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue,
};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};

use super::rules::{Trouble, TroubleKind};
use crate::base::outbox::{OutboxEmail, one_line};

/// The most characters of a subject: longer lines are not allowed in a header.
const LONGEST_SUBJECT: usize = 200;
/// The most characters of a name.
const LONGEST_NAME: usize = 100;

/// A message ready to be sent.
#[derive(Clone, Debug)]
pub struct Built {
    /// Who sends it to whom.
    pub envelope: Envelope,
    /// What is sent, in ASCII with line ends of CR and LF.
    pub bytes: Vec<u8>,
}

/// Makes the message of `row` in a task of its own: where that fails, only this row does.
pub async fn build_apart(row: &OutboxEmail, from: &Mailbox) -> Result<Built, Trouble> {
    let (row, from) = (row.clone(), from.clone());
    apart(move || build(&row, &from)).await
}

async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let done = tokio::spawn(async move { work() }).await;
    done.unwrap_or(Err(Trouble::of(TroubleKind::Unbuildable)))
}

/// Makes the message of `row`.
pub fn build(row: &OutboxEmail, from: &Mailbox) -> Result<Built, Trouble> {
    let unusable = |_| Trouble::of(TroubleKind::Address);
    let unbuildable = |_| Trouble::of(TroubleKind::Unbuildable);
    let address: Address = row.to_address.parse().map_err(unusable)?;
    let name = headline(&row.to_name, LONGEST_NAME);
    let to = Mailbox::new((!name.is_empty()).then_some(name), address.clone());
    let envelope = Envelope::new(Some(from.email.clone()), vec![address])
        .map_err(|_| Trouble::of(TroubleKind::Address))?;
    let mut message = Message::builder()
        .envelope(envelope)
        .from(from.clone())
        .to(to)
        .subject(headline(&row.subject, LONGEST_SUBJECT))
        .message_id(Some(row.message_id.clone()))
        .date(SystemTime::from(row.queued_at))
        .header(AutoSubmitted);
    if let Some(address) = &row.unsubscribe {
        message = message.header(Unsubscribe(one_line(address))).header(OneClick);
    }
    let message =
        message.multipart(parts(row)).map_err(|e: lettre::error::Error| unbuildable(e))?;
    Ok(Built { envelope: message.envelope().clone(), bytes: message.formatted() })
}

fn parts(row: &OutboxEmail) -> MultiPart {
    MultiPart::alternative()
        .boundary(format!("rctm-{}", row.id.0.simple()))
        .singlepart(part(ContentType::TEXT_PLAIN, &row.body_text))
        .singlepart(part(ContentType::TEXT_HTML, &row.body_html))
}

/// Bodies are strings and never sent as they are: a line of a single dot must not end one.
fn part(kind: ContentType, body: &str) -> SinglePart {
    SinglePart::builder().header(kind).header(encoding(body)).body(body.to_owned())
}

/// The shorter of the two; quoted-printable triples what is not ASCII.
fn encoding(body: &str) -> ContentTransferEncoding {
    let foreign = body.bytes().filter(|byte| !byte.is_ascii()).count();
    if foreign * 6 > body.len() {
        ContentTransferEncoding::Base64
    } else {
        ContentTransferEncoding::QuotedPrintable
    }
}

/// One line of at most `longest` characters, without control characters.
fn headline(text: &str, longest: usize) -> String {
    one_line(text).trim().chars().take(longest).collect()
}

macro_rules! fixed_header {
    ($(#[$doc:meta])* $header:ident = $name:literal: $value:literal) => {
        $(#[$doc])*
        #[derive(Clone)]
        struct $header;

        impl Header for $header {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }
            fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self)
            }
            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), $value.to_owned())
            }
        }
    };
}
fixed_header! {
    /// No person wrote it, so no machine should answer.
    AutoSubmitted = "Auto-Submitted": "auto-generated"
}
fixed_header! {
    /// The address of `List-Unsubscribe` takes a POST.
    OneClick = "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"
}

/// Where such emails can be stopped.
#[derive(Clone)]
struct Unsubscribe(String);

impl Header for Unsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }
    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.trim_matches(['<', '>']).to_owned()))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), format!("<{}>", self.0))
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;
    use crate::base::ids::EmailId;
    use crate::base::outbox::EmailState;

    fn row() -> OutboxEmail {
        OutboxEmail {
            id: EmailId::new(),
            event: "course_nominated:1".into(),
            account_id: None,
            organisation_id: None,
            to_name: "Ratu Example".into(),
            to_address: "director@jclec.example".into(),
            locale: "en".into(),
            subject: "Fiji asks".into(),
            body_text: "Bula\n.\nMAIL FROM:<evil@example.org>\n".into(),
            body_html: "<p>Bula</p>".into(),
            message_id: "<1@rctm.example>".into(),
            unsubscribe: Some("https://rctm.example/unsubscribe/abc.def".into()),
            state: EmailState::Queued,
            attempts: 0,
            next_attempt_at: DateTime::UNIX_EPOCH,
            lease_until: None,
            last_error: None,
            queued_at: DateTime::UNIX_EPOCH,
            sent_at: None,
        }
    }

    fn built(row: &OutboxEmail) -> String {
        let from = "RCTM <notices@rctm.example>".parse().expect("an address");
        String::from_utf8(build(row, &from).expect("it can be made").bytes).expect("ASCII")
    }

    #[test]
    fn the_headers_are_whole() {
        let message = built(&row());
        for header in [
            "From: RCTM <notices@rctm.example>\r\n",
            "To: \"Ratu Example\" <director@jclec.example>\r\n",
            "Subject: Fiji asks\r\n",
            "Message-ID: <1@rctm.example>\r\n",
            "Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "List-Unsubscribe: <https://rctm.example/unsubscribe/abc.def>\r\n",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
        ] {
            assert!(message.contains(header), "{header} is not in\n{message}");
        }
    }

    #[test]
    fn what_cannot_be_stopped_offers_no_way_to_stop_it() {
        let message = built(&OutboxEmail { unsubscribe: None, ..row() });
        assert!(!message.contains("List-Unsubscribe"), "{message}");
    }

    #[test]
    fn each_attempt_sends_the_same_bytes() {
        let row = row();
        assert_eq!(built(&row), built(&row));
    }

    #[test]
    fn an_address_that_is_none_fails_this_row() {
        let from = "RCTM <notices@rctm.example>".parse().expect("an address");
        let row = OutboxEmail { to_address: "nobody\r\nRCPT TO:<x@y>".into(), ..row() };
        assert_eq!(build(&row, &from).map(drop), Err(Trouble::of(TroubleKind::Address)));
    }

    #[tokio::test]
    async fn a_panic_while_making_a_message_fails_this_row_alone() {
        let failed = apart(|| -> Result<(), Trouble> { panic!("made to fail") }).await;
        assert_eq!(failed, Err(Trouble::of(TroubleKind::Unbuildable)));
        assert_eq!(apart(|| Ok(1)).await, Ok(1));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn nobody_writes_our_headers(
            name in "[\\PC\r\n\u{0}\u{b}\u{85}\"\\\\<>@,;:.]{0,300}",
            subject in "[\\PC\r\n\t\u{0}\u{1b}]{0,1200}",
            text in "(\r?\n\\.\r?\n|\r|\\PC){0,60}",
        ) {
            let hostile =
                OutboxEmail { to_name: name, subject, body_text: text, ..row() };
            let message = built(&hostile);
            let (head, _) = message.split_once("\r\n\r\n").expect("head and body");
            prop_assert!(message.is_ascii());
            prop_assert!(!message.replace("\r\n", "").contains(['\r', '\n']));
            for line in head.split("\r\n") {
                prop_assert!(line.len() <= 998);
                let ours = ["From: ", "To: ", "Subject: ", "Message-ID: ", "Date: ", "MIME-Version: ",
                    "Auto-Submitted: ", "List-Unsubscribe: ", "List-Unsubscribe-Post: ", "Content-Type: "];
                prop_assert!(line.starts_with(' ') || ours.iter().any(|name| line.starts_with(name)), "{line}");
            }
        }
    }
}
