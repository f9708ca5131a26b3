//! Whether a page looks well: to axe-core, to the console, by its width.
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rctm::front::rules::{AXE_TAGS, AXE_VERSION};
use serde_json::json;

use super::{Browser, Colours, Size};

/// The tallest picture of a page, in pixels.
const TALLEST: u64 = 6_000;
/// By how much the page is too wide, and what sticks out; nothing where it is not.
const SIDEWAYS: &str = "const page = document.documentElement;
    const over = page.scrollWidth - window.innerWidth;
    if (over <= 0) return null;
    const scrolls = it => it && (getComputedStyle(it).overflowX !== 'visible' || scrolls(it.parentElement));
    const out = [...document.body.querySelectorAll('*')].filter(it => {
        const box = it.getBoundingClientRect();
        return (box.right > window.innerWidth || box.left < 0) && box.width && !scrolls(it.parentElement);
    });
    return over + ' px: ' + out.slice(0, 6).map(it => it.cloneNode(false).outerHTML).join(' ');";

/// The words that can be seen on the page, each once.
const WORDS: &str = "const seen = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const words = texts.currentNode.data.replace(/\\s+/g, ' ').trim();
        const box = texts.currentNode.parentElement;
        if (words && box.checkVisibility({visibilityProperty: true})
            && parseFloat(getComputedStyle(box).fontSize) > 0) seen.add(words);
    }
    return [...seen];";

/// Which rules of axe-core look at a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rules {
    /// Every rule.
    All,
    /// Those that look at colours: the others find in the dark what they find in the light.
    OfColours,
}

impl Browser {
    /// What is wrong with the page in light and dark, on a desktop and on a phone, and at a zoom
    /// of 400 %, one line each; the page is loaded once.
    pub async fn wrong_in_every_light(&self, name: &str) -> Vec<String> {
        let mut wrong = self.console_errors().await;
        let mut words = BTreeSet::new();
        for (size, wide) in [(Size::Desktop, "desktop"), (Size::Phone, "phone")] {
            self.resize(size).await;
            for (colours, tone) in [(Colours::Light, "light"), (Colours::Dark, "dark")] {
                self.recolour(colours).await;
                let light = colours == Colours::Light;
                let rules = if light { Rules::All } else { Rules::OfColours };
                let found = self.axe(rules).await.into_iter().chain(self.sideways().await);
                wrong.extend(found.map(|fault| format!("{wide}, {tone}: {fault}")));
            }
            self.recolour(Colours::Light).await;
            if size == Size::Desktop {
                words = self.words().await;
            }
        }
        self.resize(Size::Zoomed).await;
        wrong.extend(self.sideways().await.map(|fault| format!("zoomed: {fault}")));
        let left = self.words().await;
        wrong.extend(words.difference(&left).map(|words| format!("zoomed: {words:?} is lost")));
        wrong.extend(self.console_errors().await);
        self.resize(Size::Desktop).await;
        wrong.iter().map(|fault| format!("{name}: {fault}")).collect()
    }

    async fn words(&self) -> BTreeSet<String> {
        let words = self.run(WORDS).await;
        let words = words.as_array().expect("a list").iter();
        words.filter_map(|one| one.as_str()).map(str::to_owned).collect()
    }

    /// The page in the dark, in forced colours, zoomed and on paper, as pictures under
    /// `target/screenshots`.
    pub async fn pictures_in_every_light(&self, name: &str) {
        for (colours, tone) in
            [(Colours::Dark, "dark"), (Colours::Forced, "forced"), (Colours::Light, "light")]
        {
            self.recolour(colours).await;
            self.picture(&format!("{name}-desktop-{tone}")).await;
        }
        self.resize(Size::Zoomed).await;
        self.picture(&format!("{name}-zoomed")).await;
        self.resize(Size::Desktop).await;
        let paper = self.on_paper().await;
        std::fs::write(screenshots().join(format!("{name}.pdf")), paper).expect("a document");
    }

    /// Fails where the page breaks WCAG 2.2 A or AA, the console has an error, the policy was
    /// violated or the page scrolls sideways; keeps a picture under `target/screenshots`.
    pub async fn looks_well(&self, name: &str) {
        all_well(&self.wrong_with(name, Colours::Light).await);
    }

    /// [`looks_well`](Self::looks_well) on the desktop and on a phone, in light colours.
    pub async fn looks_well_on_both(&self, name: &str) {
        let mut wrong = Vec::new();
        for (size, wide) in [(Size::Phone, "phone"), (Size::Desktop, "desktop")] {
            self.resize(size).await;
            wrong.extend(self.wrong_with(&format!("{name}-{wide}"), Colours::Light).await);
        }
        all_well(&wrong);
    }

    /// [`looks_well`](Self::looks_well) on the desktop and on a phone, light, dark and forced,
    /// and written from right to left.
    pub async fn looks_well_everywhere(&self, name: &str) {
        all_well(&self.wrong_everywhere(name).await);
    }

    /// What [`looks_well_everywhere`](Self::looks_well_everywhere) would fail for, one line each.
    pub async fn wrong_everywhere(&self, name: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        for (size, wide) in [(Size::Phone, "phone"), (Size::Desktop, "desktop")] {
            self.resize(size).await;
            for (colours, tone) in
                [(Colours::Dark, "dark"), (Colours::Forced, "forced"), (Colours::Light, "light")]
            {
                self.recolour(colours).await;
                wrong.extend(self.wrong_with(&format!("{name}-{wide}-{tone}"), colours).await);
            }
            wrong.extend(self.wrong_from_right_to_left(&format!("{name}-{wide}-rtl")).await);
        }
        wrong
    }

    async fn wrong_with(&self, name: &str, colours: Colours) -> Vec<String> {
        self.picture(name).await;
        let mut wrong = self.console_errors().await;
        // The system picks forced colours: the page is that of light ones in all but these.
        if colours != Colours::Forced {
            wrong.extend(self.axe(Rules::All).await);
        }
        wrong.extend(self.sideways().await);
        wrong.iter().map(|fault| format!("{name}: {fault}")).collect()
    }

    /// The page as a language would need it that is written from right to left.
    async fn wrong_from_right_to_left(&self, name: &str) -> Vec<String> {
        self.run("document.documentElement.dir = 'rtl'").await;
        self.picture(name).await;
        let wrong = self.sideways().await.map(|fault| format!("{name}: {fault}"));
        self.run("document.documentElement.dir = 'ltr'").await;
        wrong.into_iter().collect()
    }

    async fn sideways(&self) -> Option<String> {
        let over = self.run(SIDEWAYS).await;
        over.as_str().map(|over| format!("scrolls sideways: {over}"))
    }

    /// Keeps a picture of the whole page under `target/screenshots`.
    pub async fn picture(&self, name: &str) {
        let height = self.run("return document.documentElement.scrollHeight").await;
        self.stretch(height.as_u64().map(|height| height.min(TALLEST))).await;
        let file = screenshots().join(format!("{name}.png"));
        self.driver.screenshot(&file).await.expect("a picture");
        self.stretch(None).await;
    }

    /// The page on paper, as a PDF; keeps it under `target/screenshots`.
    pub async fn paper(&self, name: &str) -> Vec<u8> {
        let pdf = self.on_paper().await;
        std::fs::write(screenshots().join(format!("{name}.pdf")), &pdf).expect("a file");
        pdf
    }

    /// What axe-core finds, one line each: rule, what it means, where.
    async fn axe(&self, rules: Rules) -> Vec<String> {
        if self.run("return typeof axe").await == json!("undefined") {
            self.run(axe_source()).await;
            assert_eq!(self.run("return axe.version").await, json!(AXE_VERSION));
        }
        let script = format!(
            "const done = arguments[arguments.length - 1], tags = {tags};
            const rules = axe.getRules(tags).filter(one => {all} || one.tags.includes('cat.color'));
            const only = {{type: 'rule', values: rules.map(one => one.ruleId)}};
            axe.run(document, {{runOnly: only, resultTypes: ['violations'], preload: false}}).then(
                found => done(found.violations.map(one => one.id + ': ' + one.help + '\\n    '
                    + one.nodes.map(node => node.html + ' ' + node.failureSummary).join('\\n    '))),
                fault => done(['axe-core failed: ' + fault]));",
            tags = json!(AXE_TAGS),
            all = rules == Rules::All,
        );
        let found = self.driver.execute_async(script, Vec::new()).await.expect("axe-core runs");
        found.convert::<Vec<String>>().expect("a list of violations")
    }

    /// What the console says at the level of errors: faults of scripts, violations of the policy.
    async fn console_errors(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("the console");
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
        // That an error page has the status of an error is as it should be.
        let status = "Failed to load resource: the server responded with a status of ";
        let expected = |message: &str| {
            let status = message.split_once(status).map_or("", |(_, status)| status);
            status.starts_with('4') || status.starts_with("503")
        };
        severe.map(|entry| entry.message).filter(|message| !expected(message)).collect()
    }
}

/// The source of axe-core, which `tests/run` has fetched.
fn axe_source() -> &'static str {
    static SOURCE: LazyLock<String> = LazyLock::new(|| {
        let file = target().join("axe-core/axe.min.js");
        std::fs::read_to_string(&file)
            .unwrap_or_else(|_| panic!("{} is missing; tests/run fetches it", file.display()))
    });
    &SOURCE
}

#[track_caller]
fn all_well(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The directory of the pictures that are kept for looking at.
fn screenshots() -> PathBuf {
    let directory = target().join("screenshots");
    std::fs::create_dir_all(&directory).expect("a directory for pictures");
    directory
}

/// The directory of what is built.
fn target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target")
}
