// A hand on the phone and a hand on the keys, which count what they do, so that a journey says how short it is; and a hand
// within the page, which is never too late.
import { expect } from "@playwright/test";

/** Taps as a finger does, and counts the taps. Typing into what has the focus is no tap. */
export class Finger {
  taps = 0;

  constructor(page) {
    this.page = page;
  }

  async tap(target) {
    await target.tap();
    this.taps += 1;
  }

  /** Types where the focus stands already: `target` must have it without a tap. */
  async type(target, text) {
    await expect(target).toBeFocused();
    await this.page.keyboard.type(text);
  }
}

/** Presses keys alone, and counts them; the pointer is never used. */
export class Keys {
  presses = 0;

  constructor(page) {
    this.page = page;
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
    this.presses += keys.length;
  }

  /** Presses this key until `target` has the focus, as a person would. */
  async until(target, key = "Tab") {
    await expect(target).toBeVisible();
    for (let most = 60; most > 0; most -= 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`${key} does not lead to ${target}`);
  }

  async type(target, text) {
    await expect(target).toBeFocused();
    await this.page.keyboard.type(text);
  }
}

/**
 * Presses Cancel in the first pause of the work in which it can be pressed, `written` more keys than now begin with `under`,
 * and all of `words` stand on the page. It sits in the page and looks in each pause, so that no machine is too fast for it: call
 * it before the work begins, and await it after. Resolves once Cancel is pressed.
 */
export function cancelAsSoonAs(page, { under = "", written = 0, words = [] }) {
  return page.evaluate(
    ({ under, written, words }) => {
      const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(under)).length;
      const before = keys();
      const has = (word) => document.body.textContent.includes(word);
      return new Promise((pressed) => {
        const look = () => {
          const cancel = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "Cancel");
          if (!cancel || keys() < before + written || !words.every(has)) return setTimeout(look);
          cancel.click();
          pressed();
        };
        look();
      });
    },
    { under, written, words },
  );
}

/**
 * Holds large work in its next pause for as long as is wanted: the page answers, and nothing goes on. A pause is a timer
 * without a delay. Call it before the work begins; what it gives lets the work go on.
 */
export async function holdWork(page) {
  await page.evaluate(() => {
    const [begin, held] = [window.setTimeout, []];
    window.setTimeout = (...timer) => (timer.length === 1 ? held.push(timer[0]) : begin(...timer));
    window.goOn = () => {
      window.setTimeout = begin;
      held.forEach((work) => begin(work));
    };
  });
  return () => page.evaluate(() => window.goOn());
}
