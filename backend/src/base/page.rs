//! The layout around every page, and turning a template into an answer.
use std::any::Any;
use std::sync::Arc;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Html;

use super::App;
use super::error::{Error, Result};
use super::i18n::{Locale, Reader};

/// An entry of the main navigation.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// The words, by their key.
    pub label: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// Whether the page shown belongs to it.
    pub current: bool,
}

/// Whose page it is, for the account menu.
#[derive(Clone, Debug)]
pub struct Badge {
    /// Letters of the tile: BGD, JCLEC, RSO.
    pub tile: String,
    /// The organisation's name.
    pub organisation: String,
    /// Whether the person may act in another capacity as well.
    pub has_choice: bool,
}

/// The layout around a page: who reads it, where they stand, what else they may open.
#[derive(Clone, Debug)]
pub struct Frame(Arc<Layout>);

/// What the layout prints.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Language and time zone.
    pub reader: Reader,
    /// The main navigation.
    pub nav: Vec<NavItem>,
    /// Who is signed in.
    pub badge: Option<Badge>,
    /// Whether people, dates and figures are invented.
    pub demo: bool,
    /// Whether this reader is to know that the last check found differences.
    pub alarm: bool,
    /// Where the home of this reader is.
    pub home: &'static str,
    /// Where help with the page shown is.
    pub help: &'static str,
    /// Where to be after choosing another language.
    pub here: String,
}

impl Frame {
    /// A frame of this layout.
    pub fn new(layout: Layout) -> Self {
        Self(Arc::new(layout))
    }

    /// The same frame around a page that is not at its own address.
    #[must_use]
    pub fn around_error(&self) -> Self {
        Self::new(Layout { here: self.home.to_owned(), ..(*self.0).clone() })
    }

    /// Every language of the interface.
    pub fn languages(&self) -> Vec<Locale> {
        Locale::all()
    }

    /// Renders `template` in the reader's language.
    pub fn page(&self, template: &impl Template) -> Result<Html<String>> {
        Ok(Html(render(template, self.reader)?))
    }

    /// The address of the stylesheet; its name holds its hash.
    pub fn stylesheet(&self) -> &'static str {
        super::assets::STYLESHEET
    }

    /// Where the demand board's own styles are.
    pub fn board_stylesheet(&self) -> &'static str {
        super::assets::BOARD_STYLESHEET
    }

    /// The address of the script by which a sheet saves itself; its name holds its hash.
    pub fn sheet_script(&self) -> &'static str {
        super::assets::SHEET_SCRIPT
    }

    /// The address of the icon; its name holds its hash.
    pub fn icon(&self) -> &'static str {
        super::assets::ICON
    }
}

impl FromRequestParts<App> for Frame {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
        let frame = parts.extensions.get::<Self>().cloned();
        frame.ok_or_else(|| {
            Error::Internal(anyhow::anyhow!("no layer put a frame around this page"))
        })
    }
}

impl std::ops::Deref for Frame {
    type Target = Layout;
    fn deref(&self) -> &Layout {
        &self.0
    }
}

/// Renders `template` in the language and zone of `reader`; pages and emails both come here.
pub fn render(template: &impl Template, reader: Reader) -> Result<String> {
    Ok(template.render_with_values(&("reader", &reader as &dyn Any))?)
}
