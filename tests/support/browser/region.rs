//! A part of a page: its picture as a guide shows it, and the words on that picture.
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::Browser;

/// The box around all that a selector finds, in pixels of the page. The bar that sticks to the
/// window would lie over it, and is put where it belongs.
const BOX: &str = "document.querySelectorAll('.bar').forEach(it => it.style.position = 'static');
    const boxes = [...document.querySelectorAll(arguments[0])]
        .map(it => it.getBoundingClientRect()).filter(box => box.width && box.height);
    const left = Math.min(...boxes.map(box => box.left)) + scrollX;
    const top = Math.min(...boxes.map(box => box.top)) + scrollY;
    return {x: left, y: top, width: Math.max(...boxes.map(box => box.right)) + scrollX - left,
        height: Math.max(...boxes.map(box => box.bottom)) + scrollY - top, scale: 1};";
/// What can be read there, one line each: words, what stands in fields, what is chosen. Ids
/// differ from one day to the next and are left out.
const READ: &str = "const lines = [];
    const say = words => { words = words.replace(/\\s+/g, ' ').trim(); if (words) lines.push(words); };
    const shown = it => it.checkVisibility({visibilityProperty: true}) && !it.closest('.vh');
    const read = it => {
        if (it.nodeType === Node.TEXT_NODE) { if (shown(it.parentElement)) say(it.data); return; }
        if (it.nodeType !== Node.ELEMENT_NODE || !it.checkVisibility()) return;
        if (it.matches('select')) { say('[' + it.selectedOptions[0]?.text + ']'); return; }
        if (it.matches('[type=radio], [type=checkbox]')) {
            if (it.checked) say('(x) ' + (it.ariaLabel || it.labels[0]?.innerText || it.value));
            return;
        }
        if (it.matches('input, textarea')) {
            if (it.type !== 'hidden' && shown(it)) say('[' + it.value + ']');
            return;
        }
        it.childNodes.forEach(read);
    };
    document.querySelectorAll(arguments[0]).forEach(read);
    return lines.join('\\n').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)') + '\\n';";
/// What is left around a region, in pixels.
const MARGIN: f64 = 8.0;
/// The qualities that are tried until a picture is small enough, best first.
const QUALITIES: [u8; 6] = [90, 80, 70, 55, 40, 25];

impl Browser {
    /// The words that can be read in what `selector` finds.
    pub async fn read(&self, selector: &str) -> String {
        let answer = self.driver.execute(READ, vec![json!(selector)]).await.expect("a script");
        answer.json().as_str().expect("text").to_owned()
    }

    /// A picture (WebP) of what `selector` finds, of at most so many pixels and bytes.
    pub async fn picture_of(&self, selector: &str, most: (f64, f64), bytes: usize) -> Vec<u8> {
        let answer = self.driver.execute(BOX, vec![json!(selector)]).await.expect("a script");
        let clip = with_margin(answer.json(), most);
        for quality in QUALITIES {
            let wanted = json!({"format": "webp", "quality": quality, "clip": clip,
                "captureBeyondViewport": true});
            let taken = self.cdp("Page.captureScreenshot", wanted).await;
            let picture = from_base64(taken["data"].as_str().expect("a picture"));
            if picture.len() <= bytes {
                return picture;
            }
        }
        panic!("{selector}: no quality gives a picture of {bytes} bytes");
    }

    /// The page on paper, as PDF.
    pub async fn on_paper(&self) -> Vec<u8> {
        let wanted = json!({"preferCSSPageSize": true, "printBackground": true});
        let printed = self.cdp("Page.printToPDF", wanted).await;
        from_base64(printed["data"].as_str().expect("a document"))
    }
}

fn with_margin(found: &Value, most: (f64, f64)) -> Value {
    let number = |name: &str| found[name].as_f64().expect("a box around something that is there");
    let (x, y) = ((number("x") - MARGIN).max(0.0), (number("y") - MARGIN).max(0.0));
    let width = (number("width") + 2.0 * MARGIN).min(most.0);
    let height = (number("height") + 2.0 * MARGIN).min(most.1);
    json!({"x": x.floor(), "y": y.floor(), "width": width.floor(), "height": height.floor(), "scale": 1})
}

/// The bytes of a text in base64.
fn from_base64(text: &str) -> Vec<u8> {
    STANDARD.decode(text).expect("base64, as the protocol says")
}
