//! The demand board: on every screen, in every colour, and on paper.
use rctm::course_nominations;
use tests::browser::Browser;
use tests::{PASSWORD, Served};

/// The query of the round of 2016, in which nearly all members asked.
async fn round_of_2016(served: &Served) -> String {
    let rounds = course_nominations::rounds(&served.test.app.db).await.expect("rounds");
    let round = rounds.iter().find(|round| round.title == "Round 2016").expect("it is there");
    format!("round={}", round.id)
}

#[tokio::test]
async fn the_whole_board_can_be_read_everywhere() {
    let served = Served::new().await;
    let round = round_of_2016(&served).await;
    let browser = Browser::open(&served).await;
    browser.sign_in("officer@rso.example", PASSWORD).await;
    let mut wrong = Vec::new();
    for (name, choice) in [
        ("board", ""),
        ("board-cell", "&level=all&state=FJ&type=liaison"),
        ("board-list", "&level=all&quarter=q1&look=all"),
        ("board-nothing", "&level=translation&subregion=Melanesia"),
    ] {
        browser.goto(&format!("/demand?{round}{choice}")).await;
        wrong.extend(browser.wrong_everywhere(name).await);
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

/// How many pages a PDF has.
fn pages(pdf: &[u8]) -> usize {
    String::from_utf8_lossy(pdf).matches("/MediaBox").count()
}

/// How wide and how high the pages of a PDF are, in points, each format once.
fn formats(pdf: &[u8]) -> Vec<(u32, u32)> {
    let text = String::from_utf8_lossy(pdf);
    let mut formats = Vec::new();
    for part in text.split("/MediaBox").skip(1) {
        let numbers = part.trim_start_matches([' ', '[']).split(']').next().expect("its end");
        let sides = numbers.split_whitespace().skip(2);
        let mut sides = sides.map(|side| side.split('.').next().expect("a number").parse());
        let mut side = || sides.next().expect("a side").expect("a number");
        formats.push((side(), side()));
    }
    formats.sort_unstable();
    formats.dedup();
    formats
}

#[tokio::test]
async fn the_board_is_printed_across_with_its_heat_map_whole() {
    let served = Served::new().await;
    let round = round_of_2016(&served).await;
    let browser = Browser::open(&served).await;
    browser.sign_in("officer@rso.example", PASSWORD).await;
    browser.goto(&format!("/demand?{round}&level=all")).await;
    let pdf = browser.paper("board").await;
    let formats = formats(&pdf);
    assert!(matches!(formats.as_slice(), [(841 | 842, 594 | 595)]), "{formats:?}");
    assert_eq!(pages(&pdf), 2, "the figures, and the heat map whole");
}
