//! Saved pages: files in, screens out.

use std::fs;
use std::io::Read as _;

use preflight::html;
use preflight::reader::{self, Screen};

use super::args::Page;

/// The pages' screens, and why some could not be read.
pub fn read(pages: &[Page]) -> (Vec<Screen>, Vec<String>) {
    let mut mistakes = Vec::new();
    let screens = pages.iter().map(|page| {
        screen(page).unwrap_or_else(|mistake| {
            mistakes.push(format!("{}: {mistake}", page.file));
            Screen::unreadable(&page.file)
        })
    });
    (screens.collect(), mistakes)
}

fn screen(page: &Page) -> Result<Screen, String> {
    let snapshot = html::snapshot(&bytes(&page.file)?, page.url.as_deref()).map_err(|e| e.to_string())?;
    reader::read(&snapshot, &page.file)
}

/// The file's content, up to one byte more than a page may have: enough to be refused.
fn bytes(file: &str) -> Result<Vec<u8>, String> {
    let failed = |e: std::io::Error| format!("cannot be read: {e}; name the file of a saved page");
    let limit = u64::try_from(html::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let open = fs::File::open(file).map_err(failed)?;
    open.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}
