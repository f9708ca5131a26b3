//! A real browser: Debian's Chromium, driven by its chromedriver.
mod chromedriver;
mod looks;
mod region;

use std::sync::Mutex;
use std::time::{Duration, Instant};

use rctm::front::rules::{WIDTHS, ZOOMED};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{By, Key, WebDriver, WebElement};

use self::chromedriver::{Chromedriver, capabilities};
use super::Served;

/// How long a page may take to come.
const PATIENCE: Duration = Duration::from_secs(20);
/// The most presses of Tab to reach anything.
const MOST_TABS: usize = 200;
/// Makes the browser lay the page out as if it had just come.
const LAY_OUT_ANEW: &str = "const all = document.documentElement.style;
    all.display = 'none'; document.documentElement.offsetHeight; all.removeProperty('display')";
/// What the group of the focused element is called.
const GROUP_OF_FOCUS: &str = "const group = document.activeElement.closest('[role=radiogroup]');
    const by = group?.getAttribute('aria-labelledby');
    return (by ? document.getElementById(by).innerText : group?.getAttribute('aria-label')) || '';";
/// The text of a cell by the headings of its row and its column.
const CELL: &str = "const [row, column] = arguments;
    const says = (it, name) => it.textContent.replace(/\\s+/g, ' ').includes(name);
    for (const table of document.querySelectorAll('table')) {
        const heads = [...table.querySelectorAll('thead tr:last-child th')];
        const at = heads.findIndex(head => says(head, column));
        const line = [...table.querySelectorAll('tbody tr')].find(line => says(line.cells[0], row));
        const spanning = table.querySelectorAll('thead tr').length > 1 ? 1 : 0;
        if (at >= 0 && line) return line.cells[at + spanning].innerText.trim();
    }
    return null;";
/// What the focused element is called, as a screen reader would say it.
const NAME_OF_FOCUS: &str = "const it = document.activeElement;
    const label = it.labels && it.labels[0] ? it.labels[0].innerText : '';
    const by = it.getAttribute('aria-labelledby');
    const said = by ? by.split(' ').map(id => document.getElementById(id)?.innerText).join(' ') : '';
    const name = it.getAttribute('aria-label') || said || label || it.innerText || it.value || '';
    return it === document.body ? 'nothing'
        : name.replace(/\\s+/g, ' ').replace(/ ([:,.;])/g, '$1').trim();";

/// The size of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 1280 x 900.
    Desktop,
    /// 360 x 740.
    Phone,
    /// What a zoom of 400 % leaves of 1280 x 1024.
    Zoomed,
    /// That of the pictures in the guides.
    Picture,
}

impl Size {
    const fn pixels(self) -> (u32, u64) {
        match self {
            Self::Desktop => (WIDTHS[0], 900),
            Self::Phone => (WIDTHS[1], 740),
            Self::Zoomed => (ZOOMED, 256),
            Self::Picture => (768, 900),
        }
    }
}

/// What the person has told the system about colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// A light scheme.
    Light,
    /// A dark scheme.
    Dark,
    /// The system's own few colours.
    Forced,
}

/// A browser with a profile of its own, gone when dropped.
pub struct Browser {
    driver: WebDriver,
    chromedriver: Chromedriver,
    origin: String,
    size: Mutex<Size>,
    _profile: TempDir,
}

impl Browser {
    /// A browser on the desktop, in light colours, that reaches `served`.
    pub async fn open(served: &Served) -> Self {
        let profile = TempDir::new().expect("a directory for the profile");
        let mut chromedriver = Chromedriver::start();
        let driver_address = format!("http://127.0.0.1:{}", chromedriver.port);
        let driver = WebDriver::new(driver_address, capabilities(profile.path())).await;
        let driver = driver.expect("Chromium starts");
        chromedriver.session = Some(driver.handle().session_id().to_string());
        // Chromedriver's own guard ends the session: thirtyfour's would wait for this runtime.
        driver.clone().leak().expect("the session has not ended");
        let origin = format!("http://{}", served.address);
        let size = Mutex::new(Size::Desktop);
        let browser = Self { driver, chromedriver, origin, size, _profile: profile };
        browser.resize(Size::Desktop).await;
        browser
    }

    /// Gives the window another size.
    pub async fn resize(&self, size: Size) {
        *self.size.lock().expect("no panic") = size;
        self.stretch(None).await;
    }

    /// Gives the window another height, or its own again.
    async fn stretch(&self, height: Option<u64>) {
        let (width, own) = self.size.lock().expect("no panic").pixels();
        let height = height.map_or(own, |height| height.max(own));
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Tells the system another wish about colours.
    pub async fn recolour(&self, colours: Colours) {
        let (scheme, forced) = match colours {
            Colours::Light => ("light", "none"),
            Colours::Dark => ("dark", "none"),
            Colours::Forced => ("light", "active"),
        };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "forced-colors", "value": forced},
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        // Chromium keeps the forced colours of the borders of tables until it lays them out anew.
        self.run(LAY_OUT_ANEW).await;
    }

    /// Opens a page by its path.
    pub async fn goto(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.origin)).await.expect("the page opens");
    }

    /// Fails unless the browser shows the page of this path (its query does not matter).
    #[track_caller]
    pub fn is_at(&self, path: &str) -> impl Future<Output = ()> {
        let caller = std::panic::Location::caller();
        async move {
            let url = self.driver.current_url().await.expect("an address");
            assert_eq!(url.path(), path, "at {caller}:\n{}", self.text().await);
        }
    }

    /// The words on the page.
    pub async fn text(&self) -> String {
        let body = self.driver.find(By::Css("body")).await.expect("a body");
        body.text().await.expect("its text")
    }

    /// Fails unless the page shows these words.
    pub async fn says(&self, words: &str) {
        let text = self.text().await;
        assert!(text.contains(words), "{words:?} is not on this page:\n{text}");
    }

    /// The first element that a CSS selector finds.
    pub async fn find(&self, selector: &str) -> WebElement {
        let found = self.driver.find(By::Css(selector)).await;
        found.unwrap_or_else(|_| panic!("nothing on the page is {selector}"))
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) {
        self.write(&char::from(key).to_string()).await;
    }

    /// Types on the keyboard, wherever the focus is.
    pub async fn write(&self, text: &str) {
        let keys = self.driver.action_chain().send_keys(text);
        keys.perform().await.expect("the keys are pressed");
    }

    /// Presses Enter where it leads to another page, and waits for that page.
    ///
    /// The driver presses a key once more when the page goes while it presses, and the second
    /// press would meet the page that came; an event of the browser's own is sent once.
    pub async fn follow(&self) {
        self.leave().await;
        for kind in ["keyDown", "keyUp"] {
            let enter = json!({"type": kind, "key": "Enter", "code": "Enter",
                "windowsVirtualKeyCode": 13, "text": if kind == "keyDown" { "\r" } else { "" }});
            self.cdp("Input.dispatchKeyEvent", enter).await;
        }
        self.arrive().await;
    }

    /// Marks the page that is about to be left.
    async fn leave(&self) {
        self.run("document.documentElement.dataset.left = 'yes'").await;
    }

    /// Waits for the page that comes after the one that was marked.
    async fn arrive(&self) {
        let began = Instant::now();
        while !self.has_arrived().await {
            assert!(began.elapsed() < PATIENCE, "no page came:\n{}", self.text().await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Whether a page has come since the last one was marked; none answers while it changes.
    async fn has_arrived(&self) -> bool {
        let script = "return document.readyState === 'complete' \
            && document.documentElement.dataset.left === undefined";
        let answer = self.driver.execute(script, Vec::new()).await;
        answer.is_ok_and(|answer| answer.json() == &Value::Bool(true))
    }

    /// Clicks on the first element that a CSS selector finds, and waits for the page to which it leads.
    pub async fn click(&self, selector: &str) {
        let found = self.find(selector).await;
        self.leave().await;
        found.click().await.expect("it can be clicked");
        self.arrive().await;
    }

    /// Chooses a file of this machine.
    pub async fn choose_file(&self, selector: &str, file: &std::path::Path) {
        let path = file.to_str().expect("a path in text");
        self.find(selector).await.send_keys(path).await.expect("it can be chosen");
    }

    /// Writes over what stands in the field that a CSS selector finds.
    pub async fn overwrite(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        field.clear().await.expect("a field");
        field.send_keys(text).await.expect("it takes text");
    }

    /// Takes the browser's own checks off the forms, so that the answer of the service is seen.
    pub async fn leave_checks_to_the_service(&self) {
        self.run("for (const form of document.forms) form.noValidate = true").await;
    }

    /// Asks for pages in this language from now on, as a browser does that is set to it.
    pub async fn speak(&self, tag: &str) {
        self.cdp("Network.enable", json!({})).await;
        let headers = json!({"headers": {"Accept-Language": tag}});
        self.cdp("Network.setExtraHTTPHeaders", headers).await;
    }

    /// Forgets who was signed in.
    pub async fn forget(&self) {
        self.driver.delete_all_cookies().await.expect("cookies can be forgotten");
    }

    /// Presses Tab until the focus is on what is called `name`, as a person without a mouse does.
    pub async fn tab_to(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..MOST_TABS {
            self.press(Key::Tab).await;
            let here = self.focused().await;
            let rest = here.strip_prefix(name);
            if rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
                return;
            }
            passed.push(here);
        }
        passed.dedup();
        passed.truncate(40);
        panic!("Tab never reaches {name:?}; it passes {passed:?}");
    }

    /// Presses Tab until the focus is in the group of radio buttons called `name`.
    pub async fn tab_to_group(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..MOST_TABS {
            self.press(Key::Tab).await;
            let here = self.run(GROUP_OF_FOCUS).await.as_str().unwrap_or_default().to_owned();
            if here.starts_with(name) {
                return;
            }
            passed.push(here);
        }
        passed.dedup();
        panic!("Tab never reaches the group {name:?}; it passes {passed:?}");
    }

    /// The text of the cell of a table in the row and the column of these headings.
    pub async fn cell(&self, row: &str, column: &str) -> Option<String> {
        let names = vec![json!(row), json!(column)];
        let answer = self.driver.execute(CELL, names).await.expect("a script");
        answer.json().as_str().map(str::to_owned)
    }

    /// Tabs to the field called `name` and types over what is in it.
    pub async fn fill(&self, name: &str, text: &str) {
        self.tab_to(name).await;
        self.run("const it = document.activeElement; if (it.select) it.select()").await;
        self.write(text).await;
    }

    /// Presses Down until the focus is on what is called `name`: the way through radio buttons.
    pub async fn arrow_to(&self, name: &str) {
        let mut passed = vec![self.focused().await];
        while passed.last().is_none_or(|here| here != name) {
            assert!(passed.len() < 30, "Down never reaches {name:?}; it passes {passed:?}");
            self.press(Key::Down).await;
            passed.push(self.focused().await);
        }
    }

    /// What the focused element is called.
    pub async fn focused(&self) -> String {
        let name = self.run(NAME_OF_FOCUS).await;
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Signs in, by the keyboard alone.
    pub async fn sign_in(&self, email: &str, password: &str) {
        self.goto("/sign-in").await;
        self.fill("Work e-mail", email).await;
        self.fill("Password", password).await;
        self.follow().await;
    }

    /// Runs a script in the page and tells what it returns.
    pub async fn run(&self, script: &str) -> Value {
        let answer = self.driver.execute(script, Vec::new()).await;
        answer.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    async fn cdp(&self, method: &str, parameters: Value) -> Value {
        let sent = self.driver.cdp().send_raw(method, parameters).await;
        sent.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// The port of its chromedriver, for those who need to reach it themselves.
    pub fn driver_port(&self) -> u16 {
        self.chromedriver.port
    }
}
