//! To be written.
#[cfg_attr(not(test), expect(dead_code, unused_imports, reason = "the pages that use each part come room by room"))]
mod look;

fn main() {}
