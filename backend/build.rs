//! Packs the static files: each under a name that holds its hash, compressed ahead of time. The
//! pictures of the guides are packed as they are.
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const ASSETS: [(&str, &str); 4] = [
    ("rctm.css", "STYLESHEET"),
    ("board.css", "BOARD_STYLESHEET"),
    ("favicon.svg", "ICON"),
    ("sheet.js", "SHEET_SCRIPT"),
];

fn main() {
    let from = Path::new("../frontend-templates/assets");
    let into = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the directory"));
    println!("cargo::rerun-if-changed={}", from.display());
    let mut code = String::new();
    let mut rows = String::new();
    for (name, constant) in ASSETS {
        let plain = fs::read(from.join(name)).expect("the file is in the repository");
        let address = hashed(name, &plain);
        fs::write(into.join(name), &plain).expect("the build directory is writable");
        fs::write(into.join(format!("{name}.br")), brotli(&plain)).expect("writable");
        fs::write(into.join(format!("{name}.gz")), gzip(&plain)).expect("writable");
        let _ = writeln!(code, "/// Where `{name}` is.\npub const {constant}: &str = {address:?};");
        let _ = writeln!(
            rows,
            "    Asset {{ address: {address:?}, kind: {kind:?}, \
             plain: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")), packed: Some(Packed {{ \
             brotli: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.br\")), \
             gzip: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.gz\")) }}) }},",
            kind = kind_of(name),
        );
    }
    let mut pictures = String::new();
    for file in pictures_in(&from.join("help")) {
        let plain = fs::read(&file).expect("a picture can be read");
        let name = file.file_stem().and_then(|stem| stem.to_str()).expect("a name in UTF-8");
        let address = hashed(&format!("help-{name}.webp"), &plain);
        let (width, height) = size_of(&plain).unwrap_or_else(|| panic!("{name} is no WebP"));
        fs::write(into.join(format!("help-{name}.webp")), &plain).expect("writable");
        let _ = writeln!(
            rows,
            "    Asset {{ address: {address:?}, kind: \"image/webp\", packed: None, \
             plain: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/help-{name}.webp\")) }},"
        );
        let _ = writeln!(
            pictures,
            "    Picture {{ name: {name:?}, address: {address:?}, width: {width}, height: {height} }},"
        );
    }
    let _ = writeln!(code, "static ASSETS: &[Asset] = &[\n{rows}];");
    let _ = writeln!(code, "static PICTURES: &[Picture] = &[\n{pictures}];");
    fs::write(into.join("assets.rs"), code).expect("the build directory is writable");
}

fn pictures_in(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten();
    let files = entries.map(|entry| entry.expect("an entry").path());
    let mut pictures: Vec<_> =
        files.filter(|file| file.extension() == Some("webp".as_ref())).collect();
    pictures.sort();
    pictures
}

/// Width and height of a WebP of the simple or of the extended format.
fn size_of(webp: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize, bytes: usize| {
        let little = webp.get(at..at + bytes)?.iter().rev();
        Some(little.fold(0_u32, |number, byte| number << 8 | u32::from(*byte)))
    };
    match webp.get(12..16)? {
        b"VP8 " => Some((number(26, 2)? & 0x3fff, number(28, 2)? & 0x3fff)),
        b"VP8L" => {
            let bits = number(21, 4)?;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((number(24, 3)? + 1, number(27, 3)? + 1)),
        _ => None,
    }
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => panic!("{name}: which kind of file is that?"),
    }
}

fn hashed(name: &str, content: &[u8]) -> String {
    let mut crc = flate2::Crc::new();
    crc.update(content);
    let (stem, extension) = name.split_once('.').expect("a file name with an extension");
    format!("/assets/{stem}-{:08x}{:x}.{extension}", crc.sum(), content.len())
}

fn brotli(plain: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*plain, &mut packed, &parameters).expect("memory to memory");
    packed
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(plain).expect("memory to memory");
    encoder.finish().expect("memory to memory")
}
