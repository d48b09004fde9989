//! The window through which a drawing is seen: where it lies over the drawing, and how near. The drawing grows upward, so
//! its ground is at 0 and what is higher has a smaller `y`.

/// How far out one can go, so that a wide drawing never has more in view than can be drawn at once.
pub const LEAST: f64 = 0.25;
/// How far out names can still be read.
pub const READABLE: f64 = 0.6;
/// How near a drawing begins that does not fit.
pub const NEAR: f64 = 0.85;
/// How near one can go.
pub const MOST: f64 = 2.5;

/// A rectangle of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
}

impl Area {
    /// The right edge.
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// The lower edge.
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }
}

/// A window over a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// The whole drawing.
    pub drawing: Area,
    /// How wide the window is on the screen.
    pub width: f64,
    /// How high the window is on the screen.
    pub height: f64,
    /// The middle of the window, sideways on the drawing.
    pub x: f64,
    /// The middle of the window, up and down on the drawing.
    pub y: f64,
    /// How large the drawing is shown: 1 as it is.
    pub zoom: f64,
}

impl Viewport {
    /// A window of this size that shows as much of the drawing as it can.
    pub fn over(drawing: Area, width: f64, height: f64) -> Viewport {
        Viewport { drawing, width: width.max(1.0), height: height.max(1.0), x: 0.0, y: 0.0, zoom: 1.0 }.fitted()
    }

    /// Returns the part of the drawing that is in it.
    pub fn area(&self) -> Area {
        let (width, height) = (self.width / self.zoom, self.height / self.zoom);
        Area { left: self.x - width / 2.0, top: self.y - height / 2.0, width, height }
    }

    /// Where a point of the drawing lies in the window, in whole points of the screen: between them text is not sharp.
    pub fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let area = self.area();
        (((x - area.left) * self.zoom).round(), ((y - area.top) * self.zoom).round())
    }

    /// Shows the whole drawing, no larger than it is; of one that is too wide, the middle, down to the ground.
    #[must_use]
    pub fn fitted(self) -> Viewport {
        let fits = (self.width / self.drawing.width).min(self.height / self.drawing.height);
        let zoom = fits.clamp(LEAST, 1.0);
        let x = self.drawing.left + self.drawing.width / 2.0;
        let y = self.drawing.top + self.drawing.height / 2.0;
        let ground = self.drawing.bottom() - self.height / zoom / 2.0;
        Viewport { zoom, x, y: y.max(ground), ..self }
    }

    /// How a page begins: fitted, or where names would be too small to read, near this point, with the ground in view if
    /// it is not far.
    #[must_use]
    pub fn beginning(self, x: f64, y: f64) -> Viewport {
        let fitted = self.fitted();
        if fitted.zoom >= READABLE {
            return fitted;
        }
        let (width, height) = (self.width / NEAR, self.height / NEAR);
        let ground = self.drawing.bottom() - height / 2.0;
        // Of a low one the middle, as where all of it fits.
        let y_within = ground.max(self.drawing.top + self.drawing.height / 2.0);
        // No bare paper beside the drawing, where it is wider than the window.
        let (least, most) = (self.drawing.left + width / 2.0, self.drawing.right() - width / 2.0);
        let x_within = if least < most { x.clamp(least, most) } else { (least + most) / 2.0 };
        Viewport { zoom: NEAR, x: x_within, y: y_within, ..self }.showing(x, y, 80.0)
    }

    /// Moved by so many points of the screen, as a hand drags the paper.
    #[must_use]
    pub fn dragged(self, right: f64, down: f64) -> Viewport {
        Viewport { x: self.x - right / self.zoom, y: self.y - down / self.zoom, ..self }.kept_near()
    }

    /// Moved by a wheel: never past the edges of the drawing, so that at an edge the page can scroll instead.
    #[must_use]
    pub fn scrolled(self, right: f64, down: f64) -> Viewport {
        let area = self.area();
        let free = |from: f64, size: f64, least: f64, all: f64| {
            let (back, on) = ((from - least).max(0.0), (least + all - from - size).max(0.0));
            move |by: f64| by.clamp(-back, on)
        };
        let sideways = free(area.left, area.width, self.drawing.left, self.drawing.width)(right / self.zoom);
        let along = free(area.top, area.height, self.drawing.top, self.drawing.height)(down / self.zoom);
        Viewport { x: self.x + sideways, y: self.y + along, ..self }
    }

    /// Moved and zoomed as two fingers go from these points of the window to those.
    #[must_use]
    pub fn pinched(self, from: [(f64, f64); 2], to: [(f64, f64); 2]) -> Viewport {
        let apart = |[(ax, ay), (bx, by)]: [(f64, f64); 2]| (ax - bx).hypot(ay - by).max(1.0);
        let middle = |[(ax, ay), (bx, by)]: [(f64, f64); 2]| ((ax + bx) / 2.0, (ay + by) / 2.0);
        let ((from_x, from_y), (to_x, to_y)) = (middle(from), middle(to));
        self.dragged(to_x - from_x, to_y - from_y).zoomed(apart(to) / apart(from), to_x, to_y)
    }

    /// Nearer or farther by a factor; what is at this point of the window stays there.
    #[must_use]
    pub fn zoomed(self, factor: f64, right: f64, down: f64) -> Viewport {
        let zoom = (self.zoom * factor).clamp(LEAST, MOST);
        let (from_x, from_y) = (right - self.width / 2.0, down - self.height / 2.0);
        let moved = |middle: f64, from: f64| middle + from / self.zoom - from / zoom;
        Viewport { zoom, x: moved(self.x, from_x), y: moved(self.y, from_y), ..self }.kept_near()
    }

    /// Zooms like `zoomed`, about the middle.
    #[must_use]
    pub fn nearer(self, factor: f64) -> Viewport {
        self.zoomed(factor, self.width / 2.0, self.height / 2.0)
    }

    /// With this point of the drawing in the middle.
    #[must_use]
    pub fn centred(self, x: f64, y: f64) -> Viewport {
        Viewport { x, y, ..self }.kept_near()
    }

    /// Moved no farther than it takes to have this point in view, with room around it.
    #[must_use]
    pub fn showing(self, x: f64, y: f64, room: f64) -> Viewport {
        let area = self.area();
        let reach = |middle: f64, size: f64, point: f64| {
            let half = (size / 2.0 - room).max(0.0);
            middle.clamp(point - half, point + half)
        };
        Viewport { x: reach(self.x, area.width, x), y: reach(self.y, area.height, y), ..self }.kept_near()
    }

    /// Returns the viewport over another drawing, or with another size; the middle stays where it was.
    #[must_use]
    pub fn resized(self, drawing: Area, width: f64, height: f64) -> Viewport {
        Viewport { drawing, width: width.max(1.0), height: height.max(1.0), ..self }.kept_near()
    }

    /// The middle of the window stays over the drawing, so that the drawing cannot get lost.
    fn kept_near(self) -> Viewport {
        let within = |middle: f64, from: f64, to: f64| if middle.is_finite() { middle.clamp(from, to) } else { from };
        let (x, y) = (
            within(self.x, self.drawing.left, self.drawing.right()),
            within(self.y, self.drawing.top, self.drawing.bottom()),
        );
        Viewport { x, y, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window() -> Viewport {
        Viewport::over(Area { left: 0.0, top: -500.0, width: 2_000.0, height: 520.0 }, 800.0, 400.0)
    }

    fn shows(window: Viewport, x: f64, y: f64) -> bool {
        let area = window.area();
        (area.left..=area.right()).contains(&x) && (area.top..=area.bottom()).contains(&y)
    }

    #[test]
    fn r57_a_drawing_fits_into_the_window_and_a_small_one_is_not_blown_up() {
        let window = window();
        assert_eq!(window.zoom, 0.4);
        assert!(shows(window, 0.0, -499.0) && shows(window, 2_000.0, 20.0));
        let small = Viewport::over(Area { left: 0.0, top: -60.0, width: 100.0, height: 80.0 }, 800.0, 400.0);
        assert_eq!(small.zoom, 1.0);
        let wide = Viewport::over(Area { left: 0.0, top: -60.0, width: 400_000.0, height: 80.0 }, 800.0, 400.0);
        assert!(wide.zoom == LEAST && shows(wide, 200_000.0, 10.0));
        let high = Viewport::over(Area { left: 0.0, top: -50_000.0, width: 100.0, height: 50_000.0 }, 800.0, 400.0);
        assert!(shows(high, 50.0, 0.0), "of a high one, the ground is in view");
    }

    #[test]
    fn a_page_begins_where_names_can_be_read() {
        let small = Viewport::over(Area { left: 0.0, top: -300.0, width: 900.0, height: 380.0 }, 800.0, 400.0);
        assert_eq!(small.beginning(0.0, 0.0), small.fitted());
        let large = Viewport::over(Area { left: 0.0, top: -9_000.0, width: 400_000.0, height: 9_084.0 }, 800.0, 400.0);
        let base = large.beginning(200_000.0, 0.0);
        assert_eq!((base.zoom, base.x, base.area().bottom().round()), (NEAR, 200_000.0, 84.0));
        let low = Viewport::over(Area { left: 0.0, top: -168.0, width: 400_000.0, height: 252.0 }, 800.0, 400.0);
        assert_eq!((low.beginning(200_000.0, 0.0).zoom, low.beginning(200_000.0, 0.0).y), (NEAR, -42.0));
        let corner = large.beginning(100.0, -8_900.0);
        assert!(shows(corner, 100.0, -8_900.0), "whoever the page is about is in view");
        assert_eq!(corner.area().left, 0.0, "and no bare paper beside the drawing");
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer_and_has_ends() {
        let window = window().zoomed(2.0, 200.0, 100.0);
        let area = window.area();
        let before = super::Viewport::over(window.drawing, 800.0, 400.0).area();
        let at = |area: Area, zoom: f64| (area.left + 200.0 / zoom, area.top + 100.0 / zoom);
        let (was, is) = (at(before, 0.4), at(area, 0.8));
        assert!((was.0 - is.0).abs() < 1e-9 && (was.1 - is.1).abs() < 1e-9, "{was:?} {is:?}");
        assert_eq!(window.nearer(1e9).zoom, MOST);
        assert_eq!(window.nearer(0.0).zoom, LEAST);
    }

    #[test]
    fn dragging_moves_the_paper_and_never_loses_it() {
        let window = window().nearer(2.5);
        assert_eq!(window.dragged(100.0, 0.0).x, window.x - 100.0);
        let gone = window.dragged(-1e9, 1e9);
        assert_eq!((gone.x, gone.y), (2_000.0, -500.0));
        assert!(window.dragged(f64::NAN, 0.0).x.is_finite());
    }

    #[test]
    fn a_wheel_stops_at_the_edges_and_two_fingers_zoom() {
        let window = window();
        assert_eq!(window.scrolled(0.0, 100.0), window, "all of it is in view: the page scrolls");
        let near = window.nearer(2.5);
        assert_eq!(near.scrolled(40.0, 0.0).x, near.x + 40.0);
        assert_eq!(near.scrolled(1e9, 0.0).area().right(), 2_000.0);
        assert_eq!(near.scrolled(1e9, 0.0).scrolled(5.0, 0.0), near.scrolled(1e9, 0.0));
        let wider = window.pinched([(300.0, 200.0), (500.0, 200.0)], [(200.0, 200.0), (600.0, 200.0)]);
        assert!((wider.zoom, wider.x) == (0.8, window.x));
        assert_eq!(window.pinched([(1.0, 1.0); 2], [(1.0, 1.0); 2]), window);
    }

    #[test]
    fn a_point_is_brought_into_view_and_one_in_view_moves_nothing() {
        let window = window().nearer(2.5);
        assert_eq!(window.showing(window.x, window.y, 50.0), window);
        let moved = window.showing(40.0, -480.0, 50.0);
        assert!(shows(moved, 40.0, -480.0) && moved.zoom == window.zoom);
        let middle = window.centred(300.0, -100.0);
        assert_eq!((middle.x, middle.y), (300.0, -100.0));
        assert_eq!(window.resized(window.drawing, 400.0, 800.0).x, window.x);
    }

    #[test]
    fn a_point_of_the_drawing_has_its_place_in_the_window() {
        let window = window();
        assert_eq!([window.place((0.0, -740.0)), window.place((2_000.0, 260.0))], [(0.0, 0.0), (800.0, 400.0)]);
        assert_eq!(window.dragged(10.4, -3.0).place((1_000.0, -240.0)), (410.0, 197.0));
    }
}
