//! The browser's chance: the only place where something is drawn by lot.

/// Fifty random bits, the name of a session. Where the browser has no good source, the clock and `Math.random` serve.
pub fn session_bits() -> u64 {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window().and_then(|w| w.crypto().ok());
    match crypto.map(|c| c.get_random_values_with_u8_array(&mut bytes)) {
        Some(Ok(_)) => u64::from_le_bytes(bytes),
        _ => super::clock::now_millis() ^ (js_sys::Math::random() * (1_u64 << 50) as f64) as u64,
    }
}
