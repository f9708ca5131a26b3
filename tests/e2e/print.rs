//! The printed catalogue.
use std::collections::BTreeSet;

use lopdf::{Document, Object};
use rctm::base::i18n::LANGUAGE_COOKIE;
use rctm::base::paper::{Block, Book, Part, Section, Words};
use tests::{Person, TestApp};

async fn printed(person: &Person, query: &str) -> Document {
    let reply = person.get(&format!("/catalogue.pdf{query}")).await;
    assert_eq!(reply.is(200).header("content-type"), Some("application/pdf"));
    Document::load_mem(&reply.body).expect("a PDF")
}

/// What the bookmarks of a document say.
fn bookmarks(document: &Document) -> Vec<String> {
    let mut said = Vec::new();
    let outlines = document.catalog().and_then(|c| c.get(b"Outlines")).expect("bookmarks");
    let mut left = vec![outlines.as_reference().expect("a reference")];
    while let Some(id) = left.pop() {
        let node = document.get_dictionary(id).expect("a bookmark");
        for next in [b"Next".as_slice(), b"First"] {
            left.extend(node.get(next).and_then(Object::as_reference));
        }
        if let Ok(title) = node.get(b"Title") {
            said.push(lopdf::decode_text_string(title).expect("text"));
        }
    }
    said
}

#[tokio::test]
async fn the_printed_catalogue_has_every_course_found_once_by_goal_and_bookmarks_to_each() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let document = printed(&visitor, "?goal=prevention&language=en").await;
    let marks = bookmarks(&document);
    let page = visitor.get("/catalogue?goal=prevention&language=en").await.text;
    let titles: BTreeSet<_> = page
        .split("<h3><a href=\"/courses/")
        .skip(1)
        .filter_map(|rest| rest.split('>').nth(1)?.split('<').next())
        .map(str::to_owned)
        .collect();
    let mut wanted: Vec<String> = titles.into_iter().collect();
    wanted.push("Prevention".to_owned());
    let mut found = marks.clone();
    found.sort();
    wanted.sort();
    assert_eq!(found, wanted);
    assert_eq!(marks.first().map(String::as_str), Some("Prevention"));
    let catalog = document.catalog().expect("a catalogue");
    assert!(catalog.has(b"StructTreeRoot"), "it is tagged");
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).ok(), Some(b"en".as_slice()));
}

#[tokio::test]
async fn a_book_is_in_the_language_of_its_reader() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.keep_cookie(LANGUAGE_COOKIE, "ar");
    let document = printed(&visitor, "?goal=prevention").await;
    let catalog = document.catalog().expect("a catalogue");
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).ok(), Some(b"ar".as_slice()));
    assert!(bookmarks(&document).contains(&"الوقاية".to_owned()));
}

#[tokio::test]
async fn nothing_found_prints_a_book_that_says_so() {
    let app = TestApp::new().await;
    let document = printed(&app.visitor(), "?q=zzzzqqqq").await;
    assert_eq!(document.get_pages().len(), 1);
}

#[tokio::test]
async fn more_courses_than_a_book_holds_are_refused_with_what_to_do() {
    let app = TestApp::new().await;
    crate::sheet::many_courses::add_courses(&app, 480).await;
    app.execute("update revision set number = number + 1", vec![]).await;
    let visitor = app.visitor();
    visitor.get("/catalogue.pdf").await.is(409).says("500").says("CSV");
    visitor.get("/catalogue.pdf?goal=protection").await.is(200);
}

/// A book of one section in every script of the region.
fn book(said: &str) -> Book {
    let section = Section { title: said.to_owned(), blocks: vec![Block::Text(said.to_owned())] };
    Book {
        title: said.to_owned(),
        about: Vec::new(),
        language: "en".to_owned(),
        right_to_left: false,
        made_at: chrono::DateTime::UNIX_EPOCH,
        words: Words { contents: "C".into(), header: "H".into(), footer: "{page}/{pages}".into() },
        parts: vec![Part { title: "P".into(), sections: vec![section] }],
    }
}

#[tokio::test]
async fn every_character_of_the_region_has_a_glyph() {
    let press = rctm::base::paper::Press::default();
    for (script, said) in [
        ("Latin", "Résumé, naïve, façade, Čeština, Ħ “quoted” – dash…"),
        ("Vietnamese", "Nhận diện sớm nạn nhân của nạn buôn người, Điện Biên"),
        ("Arabic, Farsi, Urdu, Pashto", "التعرف على الضحايا، چگونه گفتگو، ٹریننگ، ښوونه"),
        ("Thai", "การวิเคราะห์ข่าวกรองชายแดนขั้นพื้นฐาน"),
        ("Lao", "ການຝຶກອົບຮົມເຈົ້າໜ້າທີ່ຊາຍແດນ"),
        ("Khmer", "វគ្គបណ្តុះបណ្តាលមន្ត្រីព្រំដែន"),
        ("Myanmar", "နယ်စပ်အရာရှိသင်တန်း"),
        ("Chinese", "移民联络官培训，風險登記冊範本（繁體中文）"),
        ("Devanagari", "सीमा अधिकारी प्रशिक्षण"),
        ("Bengali", "সীমান্ত কর্মকর্তা প্রশিক্ষণ"),
        ("Tamil, Sinhala", "எல்லை அதிகாரி பயிற்சி දේශසීමා නිලධාරී පුහුණුව"),
        ("Thaana", "ބޯޑަރު އޮފިސަރުންގެ ތަމްރީން"),
    ] {
        let printed = press.print(book(said)).await.expect("it prints");
        assert_eq!(printed.unknown, 0, "{script}");
        assert_eq!(printed.pages, 2, "{script}");
    }
    let printed = press.print(book("𓀀")).await.expect("it prints");
    assert!(printed.unknown > 0, "what no font holds is counted");
}

#[tokio::test]
async fn a_text_longer_than_a_page_goes_on_on_the_next() {
    let press = rctm::base::paper::Press::default();
    let long = format!("{}{}", "ยาว".repeat(6_000), "word ".repeat(3_000));
    let printed = press.print(book(&long)).await.expect("it prints");
    assert!(printed.pages > 6, "{}", printed.pages);
}

#[tokio::test]
async fn whoever_comes_while_another_book_is_printed_is_told_when_to_come_back() {
    let press = rctm::base::paper::Press::default();
    let long = book(&"word ".repeat(20_000));
    let (first, second) = tokio::join!(press.print(long.clone()), press.print(long));
    assert!(first.is_ok());
    assert!(matches!(second, Err(rctm::base::error::Error::Busy(_))));
}
