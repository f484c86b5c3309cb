// Stories told in steps: each step is done, counted, looked over and photographed.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

import { inspect, oddities, overflow } from "./inspection.mjs";
import { Person } from "./person.mjs";
import { Demo } from "./program.mjs";

const album = new URL("../screenshots/", import.meta.url).pathname;

/** Debian's Chromium, or whatever CHROMIUM names. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Chromium's own cage cannot be built by root, as in a container.
    args: process.getuid() === 0 ? ["--no-sandbox"] : [],
  });
}

/** One story on one municipality. */
export class Tale {
  passed = 0;
  failed = 0;
  #people = new Map();
  #count = 0;

  /** `database` is a URL, or nothing for SQLite; with `script` false the browsers run no JavaScript. */
  constructor(name, browser, { database, script = true } = {}) {
    this.name = name;
    this.browser = browser;
    this.script = script;
    this.demo = new Demo(database);
  }

  /** The window of a person, signed in; opened the first time. `null` is a citizen. */
  async as(id, options = {}) {
    const key = `${id} ${JSON.stringify(options)}`;
    if (!this.#people.has(key)) {
      const person = await Person.at(this.browser, this.demo.address, { javaScriptEnabled: this.script, ...options });
      this.#people.set(key, person);
      if (id) await person.signIn(id);
    }
    return this.#people.get(key);
  }

  /** The same municipality on a later day; everybody's windows are closed. */
  async onTheDay(today) {
    for (const person of this.#people.values()) await person.leave();
    this.#people.clear();
    await this.demo.restart(today);
  }

  /** Does something, and counts whether it went well. */
  async check(sentence, deed) {
    const begun = performance.now();
    try {
      const value = await deed();
      this.passed += 1;
      console.log(`  ok    ${sentence} (${seconds(begun)})`);
      return value;
    } catch (error) {
      this.failed += 1;
      console.log(`  FAIL  ${sentence} (${seconds(begun)})\n${indented(error.stack ?? String(error))}`);
      return undefined;
    }
  }

  /**
   * A step of the story: a person does something, and the page they then have before them must be one
   * that everybody can use, also on a narrow screen. It is photographed.
   */
  async step(sentence, person, deed) {
    this.#count += 1;
    const number = String(this.#count).padStart(2, "0");
    return this.check(sentence, async () => {
      try {
        const value = await deed(person);
        // axe is JavaScript itself: where none runs, the same pages have been looked over in another telling.
        const seen = this.script ? await inspect(person) : await oddities(person.page);
        nothingIn([...seen, ...(await overflow(person.page, 320))], person.path);
        return value;
      } finally {
        await this.photograph(person, number);
      }
    });
  }

  /** Keeps a picture of what a person sees. */
  async photograph(person, name) {
    const folder = `${album}${this.name}/`;
    mkdirSync(folder, { recursive: true });
    await person.page.screenshot({ path: `${folder}${name}.png`, fullPage: true }).catch(() => {});
  }
}

/** Nothing is wrong; else all of it is told, without the place in the test, which says nothing. */
export function nothingIn(faults, where = "") {
  if (faults.length === 0) return;
  const error = new Error(`${faults.length} faults ${where}\n${faults.join("\n")}`);
  error.stack = error.message;
  throw error;
}

const seconds = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
const indented = (text) => text.replaceAll(/^/gm, "        ");
