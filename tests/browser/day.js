// The day and the zone in which the browser suite runs, wherever and whenever it is run.
//
// `KITH_DAY=2028-02-29 KITH_ZONE=Pacific/Kiritimati npx playwright test` runs all of it on another day in another zone.
// A test that needs a day of its own sets the clock of its page: `page.clock.setFixedTime(moment("2026-11-20"))`.

/** A Wednesday in the middle of a month, and of no week in which clocks change. */
export const DAY = process.env.KITH_DAY ?? "2026-11-18";

export const ZONE = process.env.KITH_ZONE ?? "Europe/London";

/** The moment, in milliseconds since 1970, at which clocks in a zone show this time of this day. */
export function moment(day = DAY, { zone = ZONE, time = "10:00" } = {}) {
  const wall = Date.parse(`${day}T${time}Z`);
  const form = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  const shown = (at) => Date.parse(`${form.format(at).replace(" ", "T")}Z`);
  const near = wall - (shown(wall) - wall);
  return near - (shown(near) - wall);
}

/** The day so many days after another; before it, where `n` is below zero. */
export function later(day, n) {
  return new Date(Date.parse(`${day}T00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
}
