//! Packs the static files: each under a name that holds its hash, compressed ahead of time.
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const ASSETS: [(&str, &str); 3] =
    [("rctm.css", "STYLESHEET"), ("favicon.svg", "ICON"), ("sheet.js", "SHEET_SCRIPT")];

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
             plain: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")), \
             brotli: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.br\")), \
             gzip: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.gz\")) }},",
            kind = kind_of(name),
        );
    }
    let _ = writeln!(code, "static ASSETS: &[Asset] = &[\n{rows}];");
    fs::write(into.join("assets.rs"), code).expect("the build directory is writable");
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
