//! Whether a page looks well: to axe-core, to the console, by its width.
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::{Browser, Colours, Size};

/// The rules of axe-core that every page keeps.
const AXE_TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
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

impl Browser {
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
            wrong.extend(self.axe().await);
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
        let directory = target().join("screenshots");
        std::fs::create_dir_all(&directory).expect("a directory for pictures");
        let height = self.run("return document.documentElement.scrollHeight").await;
        self.stretch(height.as_u64().map(|height| height.min(TALLEST))).await;
        let file = directory.join(format!("{name}.png"));
        self.driver.screenshot(&file).await.expect("a picture");
        self.stretch(None).await;
    }

    /// The page on paper, as a PDF; keeps it under `target/screenshots`.
    pub async fn paper(&self, name: &str) -> Vec<u8> {
        let wish = json!({ "preferCSSPageSize": true, "printBackground": true });
        let printed = self.cdp("Page.printToPDF", wish).await;
        let text = printed["data"].as_str().expect("a PDF");
        let pdf = STANDARD.decode(text).expect("a PDF in base64");
        let directory = target().join("screenshots");
        std::fs::create_dir_all(&directory).expect("a directory for pictures");
        std::fs::write(directory.join(format!("{name}.pdf")), &pdf).expect("a file");
        pdf
    }

    /// What axe-core finds, one line each: rule, what it means, where.
    async fn axe(&self) -> Vec<String> {
        if self.run("return typeof axe").await == json!("undefined") {
            self.run(axe_source()).await;
        }
        let script = format!(
            "const done = arguments[arguments.length - 1];
            axe.run(document, {{runOnly: {{type: 'tag', values: {}}}}}).then(
                found => done(found.violations.map(one => one.id + ': ' + one.help + '\\n    '
                    + one.nodes.map(node => node.html + ' ' + node.failureSummary).join('\\n    '))),
                fault => done(['axe-core failed: ' + fault]));",
            json!(AXE_TAGS),
        );
        let found = self.driver.execute_async(script, Vec::new()).await.expect("axe-core runs");
        found.convert::<Vec<String>>().expect("a list of violations")
    }

    /// What the console says at the level of errors: faults of scripts, violations of the policy.
    async fn console_errors(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("the console");
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
        // That an error page has the status of an error is as it should be.
        let status = "Failed to load resource: the server responded with a status of 4";
        severe.map(|entry| entry.message).filter(|message| !message.contains(status)).collect()
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

/// The directory of what is built.
fn target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target")
}
