//! Who is told of what was submitted, and what the message says.
use super::{ABFC, INDUCTION, JCLEC, LIAISON, Round};

#[tokio::test]
async fn a_director_gets_one_message_with_every_line_that_concerns_the_centre() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    let more = [
        ("intelligence.freq", "annual"),
        ("intelligence.rank", "3"),
        ("maritime.freq", "once"),
        ("maritime.rank", "4"),
        ("identity.freq", "once"),
        ("identity.rank", "5"),
    ];
    round.submit(&fiji, &[&LIAISON[..], &INDUCTION[..], &more[..]].concat()).await;
    let emails = round.emails().await;
    let to = |address: &str| emails.iter().filter(|sent| sent.to == address).collect::<Vec<_>>();
    let jclec = to(JCLEC);
    assert_eq!(jclec.len(), 1, "{emails:?}");
    assert_eq!(jclec[0].subject, "Fiji asks for 3 course types you teach");
    for words in [
        "Immigration liaison",
        "Intelligence analysis",
        "Irregular movements by sea",
        "Four new posts open in 2027",
        "2 a year, Regional",
        "3 at each delivery, 6 in all",
        "Q1 and Q3",
        "States now ask for Immigration",
    ] {
        assert!(jclec[0].text.contains(words), "{words}: {}", jclec[0].text);
    }
    assert!(!jclec[0].text.contains("Border officer induction"));
    let abfc = to(ABFC);
    assert_eq!(abfc.len(), 1);
    assert_eq!(abfc[0].subject, "Fiji asks for 2 course types you teach");
    assert!(abfc[0].stoppable);
    assert_eq!(to("focal.point@fiji.example").len(), 1);
    assert_eq!(to("deputy@fiji.example").len(), 1);
    assert_eq!(emails.len(), 4, "nobody else: {emails:?}");
}

#[tokio::test]
async fn one_line_is_told_in_the_subject_and_the_receipt_says_what_was_sent() {
    let round = Round::new().await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let emails = round.emails().await;
    let jclec = emails.iter().find(|sent| sent.to == JCLEC).expect("a message");
    assert_eq!(jclec.subject, "Fiji asks for Immigration liaison, 2 a year");
    let receipt = emails.iter().find(|sent| sent.to == "focal.point@fiji.example");
    let receipt = receipt.expect("a receipt");
    assert_eq!(receipt.subject, "Fiji has submitted 1 course nomination for Round 2027");
    assert!(receipt.text.contains("Immigration liaison") && !receipt.stoppable, "{}", receipt.text);
}

#[tokio::test]
async fn a_director_who_stopped_these_messages_gets_none() {
    let round = Round::new().await;
    round
        .app
        .execute(
            "insert into notice_choice (account_id, kind, choice, chosen_at) \
         select id, 'course_nominated', 'off', $1 from account where email = $2",
            vec![round.app.now().into(), JCLEC.into()],
        )
        .await;
    let fiji = round.app.focal_point("Fiji").await;
    round.submit(&fiji, &LIAISON).await;
    let emails = round.emails().await;
    assert!(emails.iter().all(|sent| sent.to != JCLEC), "{emails:?}");
    assert_eq!(emails.len(), 2);
}
