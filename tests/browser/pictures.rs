//! The pictures in the guides: made here, so that they show what the pages show.
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rctm::front::rules::GUIDES;
use tests::browser::{Browser, Size};
use tests::{PASSWORD, Served};

use super::places::{GOOD, Places, open_round, saves};

/// How the pictures are made anew.
const HOW: &str =
    "RCTM_PICTURES=write tests/run makes the pictures anew; look at them, then commit them";
/// The most bytes of a picture.
const BYTES: usize = 30_000;
/// The widest and the tallest picture, in pixels.
const MOST: (f64, f64) = (748.0, 780.0);

/// Whether this run writes pictures instead of comparing.
#[expect(clippy::disallowed_methods, reason = "tests are told by the environment what to do")]
pub fn writes() -> bool {
    std::env::var("RCTM_PICTURES").is_ok_and(|wish| wish == "write")
}

/// What is in a picture.
struct Shot {
    /// Its name, as the guides name it.
    name: &'static str,
    /// Who reads the page; nobody for a visitor.
    email: &'static str,
    /// The page.
    path: &'static str,
    /// The part of it.
    part: &'static str,
    /// The window in which it is opened.
    size: Size,
}

const FIJI: &str = "focal.point@fiji.example";
const BANGLADESH: &str = "nominator@bangladesh.example";
const DIRECTOR: &str = "training.director@jclec.example";
const EDITOR: &str = "course.editor@jclec.example";
const OFFICER: &str = "officer@rso.example";

/// Before Fiji submits.
const BEFORE: [Shot; 3] = [
    Shot {
        name: "sheet",
        email: FIJI,
        path: "/rounds/{round}/sheet",
        part: ".sheet thead, .sheet tbody tr:nth-child(-n+6)",
        size: Size::Desktop,
    },
    Shot {
        name: "check",
        email: FIJI,
        path: "/rounds/{round}/sheet/submission",
        part: "main > .head, .cols table, .cols form",
        size: Size::Picture,
    },
    Shot {
        name: "due",
        email: BANGLADESH,
        path: "/my-state",
        part: "main > .head, .todo",
        size: Size::Picture,
    },
];

/// After Fiji has submitted.
const AFTER: [Shot; 8] = [
    Shot {
        name: "audit-log",
        email: "auditor@rso.example",
        path: "/audit-log",
        part: "main > .head, main > table tr:nth-child(-n+4)",
        size: Size::Picture,
    },
    Shot {
        name: "outcome",
        email: FIJI,
        path: "/nominations",
        part: ".todo, .cols table",
        size: Size::Picture,
    },
    Shot {
        name: "centre",
        email: DIRECTOR,
        path: "/my-centre",
        part: "main > .head, .gaps",
        size: Size::Picture,
    },
    Shot {
        name: "publication",
        email: DIRECTOR,
        path: "/courses/INT-201/publication",
        part: "main > .head, main > table, main > .sect",
        size: Size::Picture,
    },
    Shot {
        name: "editor",
        email: EDITOR,
        path: "/courses/LIA-201/edit/modules",
        part: "#modules > h2, #modules > .mod:nth-of-type(-n+2)",
        size: Size::Picture,
    },
    Shot {
        name: "board",
        email: OFFICER,
        path: "/demand",
        part: ".heat caption, .heat thead, .heat tbody tr:nth-child(-n+10)",
        size: Size::Desktop,
    },
    Shot {
        name: "round",
        email: OFFICER,
        path: "/rounds/{round}",
        part: "main > .head, .cols table tr:nth-child(-n+6)",
        size: Size::Picture,
    },
    Shot {
        name: "emails",
        email: "administrator@rso.example",
        path: "/emails",
        part: "main > .head, .tabs, main > table tr:nth-child(-n+3)",
        size: Size::Picture,
    },
];

/// What a visitor sees.
const PUBLIC: [Shot; 1] = [Shot {
    name: "catalogue",
    email: "",
    path: "/catalogue?goal=prevention",
    part: ".rail .find, .rail .found, .rail .chips, .hits > li:nth-child(-n+2)",
    size: Size::Picture,
}];

fn shots() -> impl Iterator<Item = &'static Shot> {
    BEFORE.iter().chain(&AFTER).chain(&PUBLIC)
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend-templates/assets/help")
}

/// Takes the picture, or compares the words on it with those of the picture that is there.
async fn take(browser: &Browser, shot: &Shot, path: &str) -> Option<String> {
    browser.forget().await;
    if !shot.email.is_empty() {
        browser.sign_in(shot.email, PASSWORD).await;
    }
    browser.resize(shot.size).await;
    browser.goto(path).await;
    let words = browser.read(shot.part).await;
    let (picture, text) = files(shot.name);
    if writes() {
        let taken = browser.picture_of(shot.part, MOST, BYTES).await;
        fs::write(picture, taken).expect("a picture is written");
        fs::write(text, words).expect("its words are written");
        return None;
    }
    let known = fs::read_to_string(text).unwrap_or_default();
    let size = fs::metadata(picture).map_or(0, |meta| meta.len());
    let good = known == words && (1..=BYTES as u64).contains(&size);
    (!good).then(|| {
        format!("{}: {size} bytes\n--- shown when it was made\n{known}--- now\n{words}", shot.name)
    })
}

fn files(name: &str) -> (PathBuf, PathBuf) {
    (directory().join(format!("{name}.webp")), directory().join(format!("{name}.txt")))
}

/// Waits until no email is under way, because a page tells how many are.
async fn all_are_sent(served: &Served) {
    let began = Instant::now();
    let waiting = "select count(*) as n from outbox where state in ('queued', 'sending')";
    while served.test.count(waiting, vec![]).await > 0 {
        assert!(began.elapsed() < Duration::from_secs(20), "emails are not sent");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn the_pictures_in_the_guides_show_what_pages_show() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    fs::create_dir_all(directory()).expect("a directory for pictures");
    let mut stale = Vec::new();
    let round = open_round(&served).await;
    saves(&served.test.focal_point("Fiji").await, &round, &GOOD).await;
    for shot in &BEFORE {
        let path = shot.path.replace("{round}", &round);
        stale.extend(take(&browser, shot, &path).await);
    }
    let places = Places::arrange(&served).await;
    all_are_sent(&served).await;
    for shot in AFTER.iter().chain(&PUBLIC) {
        stale.extend(take(&browser, shot, &places.fill(shot.path)).await);
    }
    assert!(stale.is_empty(), "{} pictures are stale. {HOW}.\n{}", stale.len(), stale.join("\n"));
}

#[test]
fn every_picture_is_made_and_is_in_a_guide() {
    let made: BTreeSet<_> = shots().map(|shot| shot.name.to_owned()).collect();
    let shown = GUIDES.iter().flat_map(|guide| guide.pictures());
    let shown: BTreeSet<_> = shown.map(|shown| shown.name.to_owned()).collect();
    assert_eq!(shown, made, "guides show the first; this test makes the second");
    let files =
        fs::read_dir(directory()).expect("pictures").map(|entry| entry.expect("one").path());
    let kept: BTreeSet<_> = files
        .filter_map(|file| file.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
        .collect();
    assert_eq!(kept, made, "files that nobody makes, or pictures that nobody kept. {HOW}");
}
