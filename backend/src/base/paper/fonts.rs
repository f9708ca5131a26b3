//! The fonts that the program carries, and text set in them.
use std::borrow::Cow;
use std::io::Read;
use std::sync::Arc;

use anyhow::Context;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::style::{
    FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty,
};
use parley::{Alignment, AlignmentOptions, FontContext, Layout, LayoutContext};

/// The fonts as they are packed, by script.
const PACKED: [&[u8]; 14] = [
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Regular.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Bold.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Arabic.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Bengali.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Chinese.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Devanagari.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Khmer.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Lao.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Mongolian.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Myanmar.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Sinhala.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Tamil.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Thaana.otf.br"),
    include_bytes!("../../../../frontend-templates/assets/fonts/Sans-Thai.otf.br"),
];
/// The window of the unpacking, in bytes.
const WINDOW: usize = 1 << 16;
/// The height of a line, as a multiple of the size.
const LINE_HEIGHT: f32 = 1.35;

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    /// The size in points.
    pub size: f32,
    /// Whether it is bold, where the script has a bold font.
    pub bold: bool,
    /// Whether it is grey.
    pub grey: bool,
    /// Where its lines begin.
    pub align: Alignment,
}

impl Look {
    /// A text of a size.
    pub const fn of(size: f32) -> Self {
        Self { size, bold: false, grey: false, align: Alignment::Start }
    }

    /// The same in bold.
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same in grey.
    pub const fn grey(self) -> Self {
        Self { grey: true, ..self }
    }
}

/// A text that has been set: lines of glyphs.
pub(super) struct Text {
    pub said: String,
    pub layout: Layout<()>,
    pub look: Look,
}

/// Sets text in the fonts of the program, and in no others.
pub(super) struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    families: Vec<FontFamilyName<'static>>,
}

impl Setter {
    /// Unpacks the fonts.
    pub fn new() -> anyhow::Result<Self> {
        let options = CollectionOptions { system_fonts: false, ..Default::default() };
        let mut collection = Collection::new(options);
        let mut families: Vec<FontFamilyName<'static>> = Vec::new();
        for packed in PACKED {
            let mut font = Vec::new();
            brotli::Decompressor::new(packed, WINDOW)
                .read_to_end(&mut font)
                .context("a font of the program cannot be unpacked")?;
            for (family, _) in collection.register_fonts(Blob::new(Arc::new(font)), None) {
                let name = collection.family_name(family).context("a font without a name")?;
                let name = FontFamilyName::Named(Cow::Owned(name.to_owned()));
                if !families.contains(&name) {
                    families.push(name);
                }
            }
        }
        let fonts = FontContext { collection, source_cache: SourceCache::default() };
        Ok(Self { fonts, layouts: LayoutContext::new(), families })
    }

    /// Sets a text into lines of at most `width` points.
    pub fn set(&mut self, said: &str, look: Look, width: f32) -> Text {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, said, 1.0, false);
        let families = FontFamily::List(Cow::Borrowed(&self.families));
        builder.push_default(StyleProperty::FontFamily(families));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(LineHeight::FontSizeRelative(LINE_HEIGHT));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if look.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        let mut layout = builder.build(said);
        layout.break_all_lines(Some(width));
        layout.align(look.align, AlignmentOptions::default());
        Text { said: said.to_owned(), layout, look }
    }
}
