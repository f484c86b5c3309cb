// A person at a browser, who does what people do: opens, reads, fills in, presses.
import assert from "node:assert/strict";

/** How long a page may take, on a machine that does other things too. */
const PATIENCE = 15_000;

/** A person with a browser window of their own. */
export class Person {
  /** What the browser complained of since last asked: script errors, broken content policy, missing files. */
  complaints = [];
  /** The status of the last page that came. */
  status = 0;

  /** Opens a window. `options` are Playwright's: `javaScriptEnabled`, `colorScheme`, `viewport`. */
  static async at(browser, address, options = {}) {
    const context = await browser.newContext({ baseURL: address, locale: "sv-SE", viewport: { width: 1440, height: 1000 }, ...options });
    context.setDefaultTimeout(PATIENCE);
    const person = new Person();
    person.context = context;
    person.page = await context.newPage();
    person.page.on("console", (message) => {
      // A page of ours that says no is not a fault of the page.
      const refusal = /status of 4\d\d/.test(message.text()) && message.location().url === person.page.url();
      // Leaving a page while it saves stops the saving; htmx says so, and what was on its way is sent with the form.
      const left = /^htmx:(sendAbort|afterRequest)/.test(message.text());
      if (message.type() === "error" && !refusal && !left) person.complaints.push(message.text());
    });
    person.page.on("pageerror", (error) => person.complaints.push(String(error)));
    person.page.on("response", (answer) => {
      const own = answer.request().isNavigationRequest() && answer.frame() === person.page.mainFrame();
      if (own && answer.status() !== 303) person.status = answer.status();
    });
    return person;
  }

  /** Chooses who to be, on the demo's sign-in page. */
  async signIn(id) {
    await this.open("/session");
    await this.#goes(() => this.page.locator(`button[name=person][value="${id}"]`).click());
    return this;
  }

  /** Opens an address of ours. */
  async open(path) {
    await this.page.goto(path, { waitUntil: "load" });
  }

  /** Follows the link with this text. */
  async follow(text) {
    await this.#goes(() => this.page.getByRole("link", { name: text, exact: typeof text === "string" }).first().click());
  }

  /** Presses the button with this text, and waits for the page it leads to. */
  async press(text, within = this.page) {
    await this.#goes(() => within.getByRole("button", { name: text, exact: typeof text === "string" }).first().click());
  }

  async #goes(deed) {
    const arrival = this.page.waitForNavigation({ waitUntil: "load", timeout: PATIENCE });
    await Promise.all([arrival, deed()]);
  }

  /** Opens what is folded away under this text. */
  async unfold(text) {
    await this.page.locator("summary", { hasText: text }).first().click();
  }

  /** The field with this label; “(valfritt)” after it does not matter. */
  field(label, within = this.page) {
    if (label instanceof RegExp) return within.getByLabel(label).first();
    const plain = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return within.getByLabel(new RegExp(`^\\s*${plain}\\s*(\\(.*\\))?\\s*$`)).first();
  }

  /** Fills in fields by their labels. */
  async fill(answers, within = this.page) {
    for (const [label, answer] of Object.entries(answers)) await this.field(label, within).fill(String(answer));
  }

  /** Chooses from a list by its label. */
  async choose(label, choice, within = this.page) {
    await this.field(label, within).selectOption(typeof choice === "string" ? { label: choice } : choice);
  }

  /** Ticks a box or a radio button by its label. */
  async tick(label, within = this.page) {
    await this.field(label, within).check();
  }

  /** What the page says. */
  async text() {
    return (await this.page.locator("body").innerText()).replaceAll(/[\u00a0\u202f]/g, " ");
  }

  /** The page says all of this. */
  async sees(...sentences) {
    const text = await this.text();
    for (const sentence of sentences) {
      const there = sentence instanceof RegExp ? sentence.test(text) : text.toLowerCase().includes(sentence.toLowerCase());
      assert.ok(there, `the page does not say ${sentence}; it says:\n${text.slice(0, 6000)}`);
    }
  }

  /** The page says none of this. */
  async seesNot(...sentences) {
    const text = await this.text();
    for (const sentence of sentences) {
      const there = sentence instanceof RegExp ? sentence.test(text) : text.toLowerCase().includes(sentence.toLowerCase());
      assert.ok(!there, `the page should not say ${sentence}; it says:\n${text.slice(0, 6000)}`);
    }
  }

  /** What was sent was done: we are on a page that says so. */
  async isTold() {
    assert.equal(this.status, 200, `the page came with ${this.status}: ${(await this.text()).slice(0, 3000)}`);
    const told = this.page.locator(".sb-notice[role=status]");
    assert.ok((await told.count()) > 0, `nothing says that it was done, on ${this.page.url()}: ${(await this.text()).slice(0, 3000)}`);
  }

  /** How many entries the foot says the ledger has. */
  async ledgerSize() {
    const size = /([\d ]+) poster i liggaren/.exec(await this.text());
    assert.ok(size, "the foot does not say how many entries the ledger has");
    return Number(size[1].replaceAll(" ", ""));
  }

  /** Where we are, without the host. */
  get path() {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** Closes the window. */
  async leave() {
    await this.context.close();
  }
}
