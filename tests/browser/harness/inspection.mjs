// What is looked for on every page: that all can use it, that it fits, that it speaks our language.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A text key that was shown instead of its text. */
export const KEY = /\b(act|refusal|done|nav|problem|standing|foot|frame|banner|mark|subject)-[a-z]+(-[a-z0-9]+)*\b/;

/** Everything wrong with the page a person sees, a sentence each. */
export async function inspect(person) {
  return [...(await barriers(person.page)), ...(await oddities(person.page)), ...person.complaints.splice(0)];
}

/** What axe finds against WCAG 2.2 AA and its own good practice, or by the rules named alone. */
export async function barriers(page, rules) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: TAGS };
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), { runOnly, resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map((node) => `axe ${id}: ${help}: ${node.target.join(" ")}: ${node.html.slice(0, 200)}`),
  );
}

/** What is odd about a page as a text: headings, keys, language. */
export async function oddities(page) {
  const seen = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    title: document.title,
    lang: document.documentElement.lang,
    // Identities and addresses are data, not texts of ours.
    text: [...document.querySelectorAll("main, header, footer, nav")]
      .map((part) => {
        const copy = part.cloneNode(true);
        copy.querySelectorAll("code, pre, input, textarea").forEach((data) => data.remove());
        return copy.textContent;
      })
      .join(" "),
  }));
  const odd = [];
  if (seen.headings !== 1) odd.push(`the page has ${seen.headings} headings of the first rank`);
  if (!/\S – Styrbord/.test(seen.title)) odd.push(`the page's title is “${seen.title}”`);
  const key = KEY.exec(seen.text);
  if (key) odd.push(`a key stands where its text should: ${key[0]}`);
  return odd;
}

/** Whether the page must be scrolled sideways at a width, and by what. */
export async function overflow(page, width) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return "";
    const outside = [...document.querySelectorAll("main *")].find(
      // What lies in a table that scrolls by itself widens nothing.
      (part) => part.getBoundingClientRect().right > room + 1 && !part.closest(".sb-table"),
    );
    return `${document.documentElement.scrollWidth} px wide${outside ? `, by ${outside.outerHTML.slice(0, 160)}` : ""}`;
  });
  await page.setViewportSize(before);
  return wide ? [`at ${width} px the page is ${wide}`] : [];
}
