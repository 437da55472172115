//! What a phone needs to keep the app among its own: a manifest, and icons drawn here.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use tiny_skia::{Color, FillRule, LineCap, Paint, PathBuilder, Pixmap, Stroke, Transform};

use super::Asset;
use crate::base::Base;

/// Said by the address with which an installed app begins, so that it opens where she was.
pub(super) const INSTALLED: &str = "installed=1";

/// The page's ground and accent, as in `style/tokens.css`.
const GROUND: &str = "#faf7f2";
const ACCENT: [u8; 3] = [0xac, 0x3e, 0x00];

/// A page that can be opened from the icon.
pub(super) struct Shortcut {
    /// Its name.
    pub name: String,
    /// Where it stands, as seen from the site's root.
    pub path: String,
}

/// What the manifest says of the app.
pub(super) struct App {
    pub name: String,
    pub description: String,
    /// Phones show the first few.
    pub shortcuts: Vec<Shortcut>,
}

/// How much of an icon its drawing fills.
#[derive(Clone, Copy)]
enum Cut {
    /// It is shown as it is: its corners are round already.
    Round,
    /// The phone cuts its own shape out of it; what matters stays within the inner four fifths.
    Free,
}

/// What pages say of the app as a phone keeps it.
pub(super) struct Links {
    /// The manifest's address.
    pub manifest: String,
    /// What stands in each page's head.
    pub head: String,
}

/// Writes icons and manifest for the site in `staging`, to stand under `base`.
///
/// # Errors
///
/// When a file can't be written.
pub(super) fn write(staging: &Path, base: &Base, app: &App) -> Result<Links> {
    let icon = |size: u32, cut: Cut, name: &str| {
        Asset::add(staging, &format!("icons/{name}"), "png", &draw(size, cut)?).map(|asset| base.link(&asset.path))
    };
    let of_manifest = |size: u32, src: String, purpose: &str| json!({ "src": src, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let icons = [
        of_manifest(192, icon(192, Cut::Round, "app-192")?, "any"),
        of_manifest(512, icon(512, Cut::Round, "app-512")?, "any"),
        of_manifest(512, icon(512, Cut::Free, "app-maskable")?, "maskable"),
    ];
    let shortcuts: Vec<_> =
        app.shortcuts.iter().map(|to| json!({ "name": to.name, "url": base.link(&to.path) })).collect();
    let manifest = json!({
        "id": base.as_str(),
        "name": app.name,
        "short_name": app.name,
        "description": app.description,
        "lang": "ja",
        "dir": "ltr",
        "start_url": base.link(&format!("?{INSTALLED}")),
        "scope": base.as_str(),
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": icons,
        "shortcuts": shortcuts,
    });
    // Named like every file that the worker keeps: browsers ask for it on each page, without network too.
    let manifest = Asset::add(staging, "app", "webmanifest", serde_json::to_string_pretty(&manifest)?.as_bytes())?;
    let apple = icon(180, Cut::Free, "app-apple")?;
    let head = format!("<link rel=\"apple-touch-icon\" href=\"{apple}\" />");
    Ok(Links { manifest: base.link(&manifest.path), head })
}

/// The icon: a mother who holds her baby, of two heads and an arm.
fn draw(size: u32, cut: Cut) -> Result<Vec<u8>> {
    let mut picture = Pixmap::new(size, size).context("an icon has no size")?;
    let side = size as f32;
    let ground = paint(ACCENT);
    match cut {
        Cut::Free => picture.fill(colour(ACCENT)),
        Cut::Round => {
            let corner = side * 0.22;
            let mut path = PathBuilder::new();
            path.move_to(corner, 0.0);
            path.line_to(side - corner, 0.0);
            path.quad_to(side, 0.0, side, corner);
            path.line_to(side, side - corner);
            path.quad_to(side, side, side - corner, side);
            path.line_to(corner, side);
            path.quad_to(0.0, side, 0.0, side - corner);
            path.line_to(0.0, corner);
            path.quad_to(0.0, 0.0, corner, 0.0);
            path.close();
            let path = path.finish().context("an icon has no ground")?;
            picture.fill_path(&path, &ground, FillRule::Winding, Transform::identity(), None);
        }
    }
    // Drawn on 100 × 100, within the inner 60.
    let place = Transform::from_scale(side / 100.0, side / 100.0);
    let light = paint([0xff, 0xff, 0xff]);
    for (x, y, radius) in [(44.0, 35.0, 12.0), (59.0, 55.0, 8.0)] {
        let head = PathBuilder::from_circle(x, y, radius).context("a head has no size")?;
        picture.fill_path(&head, &light, FillRule::Winding, place, None);
    }
    let mut arm = PathBuilder::new();
    arm.move_to(30.0, 54.0);
    arm.cubic_to(26.0, 80.0, 72.0, 84.0, 75.0, 56.0);
    let arm = arm.finish().context("an arm has no length")?;
    let stroke = Stroke { width: 8.0, line_cap: LineCap::Round, ..Stroke::default() };
    picture.stroke_path(&arm, &light, &stroke, place, None);
    picture.encode_png().context("writing an icon as PNG")
}

fn colour([red, green, blue]: [u8; 3]) -> Color {
    Color::from_rgba8(red, green, blue, u8::MAX)
}

fn paint(of: [u8; 3]) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour(of));
    paint
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_that_is_cut_keeps_its_drawing() {
        let picture = Pixmap::decode_png(&draw(512, Cut::Free).unwrap()).unwrap();
        let accent = colour(ACCENT).premultiply().to_color_u8();
        for (index, pixel) in picture.pixels().iter().enumerate() {
            let (x, y) = ((index % 512) as f32 - 256.0, (index / 512) as f32 - 256.0);
            // A phone may cut a circle of four fifths of the width.
            assert!(x.hypot(y) < 0.4 * 512.0 || *pixel == accent, "{index}: {pixel:?}");
        }
        let round = Pixmap::decode_png(&draw(192, Cut::Round).unwrap()).unwrap();
        assert_eq!(round.pixel(0, 0).unwrap().alpha(), 0);
        assert_eq!(round.pixel(96, 4).unwrap(), accent);
    }

    #[test]
    fn the_manifest_stands_under_its_base() {
        let staging = crate::workspace::scratch().join("tests").join("install");
        let _ = std::fs::remove_dir_all(&staging);
        let app = App {
            name: "産後ケアナビ".to_owned(),
            description: "x".to_owned(),
            shortcuts: vec![Shortcut { name: "北区".to_owned(), path: "kita/".to_owned() }],
        };
        let links = write(&staging, &"/sango/".parse().unwrap(), &app).unwrap();
        let path = links.manifest.strip_prefix("/sango/").unwrap();
        let manifest = std::fs::read_to_string(staging.join(path)).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!(manifest["start_url"], "/sango/?installed=1");
        assert_eq!(manifest["shortcuts"][0]["url"], "/sango/kita/");
        let icons = manifest["icons"].as_array().unwrap();
        assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"), "{icons:?}");
        for icon in icons {
            let path = icon["src"].as_str().and_then(|src| src.strip_prefix("/sango/")).unwrap();
            let picture = Pixmap::decode_png(&std::fs::read(staging.join(path)).unwrap()).unwrap();
            assert_eq!(icon["sizes"], format!("{0}x{0}", picture.width()));
        }
    }
}
