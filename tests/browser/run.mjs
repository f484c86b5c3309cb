// Runs the stories, on SQLite and on PostgreSQL. Usage: node run.mjs [STORY…] [--on sqlite|postgresql]
import { parseArgs } from "node:util";

import { postgres } from "./harness/postgres.mjs";
import { Tale, openBrowser } from "./harness/tale.mjs";
import * as theCase from "./stories/case.mjs";
import * as chain from "./stories/chain.mjs";
import * as plans from "./stories/plans.mjs";
import * as refusals from "./stories/refusals.mjs";
import * as sizes from "./stories/sizes.mjs";
import * as steering from "./stories/steering.mjs";
import * as sweep from "./stories/sweep.mjs";

/** Every story: on which database, and whether the browsers run JavaScript. */
const STORIES = [
  { name: "chain", story: chain, on: "sqlite" },
  { name: "chain", story: chain, on: "postgresql" },
  { name: "chain", story: chain, on: "sqlite", script: false },
  { name: "case", story: theCase, on: "sqlite" },
  { name: "plans", story: plans, on: "sqlite" },
  { name: "refusals", story: refusals, on: "sqlite" },
  { name: "sizes", story: sizes, on: "sqlite" },
  { name: "steering", story: steering, on: "sqlite" },
  { name: "steering", story: steering, on: "sqlite", script: false },
  { name: "sweep", story: sweep, on: "sqlite" },
];

const { values, positionals } = parseArgs({ options: { on: { type: "string" } }, allowPositionals: true });
const begun = performance.now();
let [passed, failed] = [0, 0];

for (const { name, story, on, script } of STORIES) {
  const wanted = (positionals.length === 0 || positionals.includes(name)) && (!values.on || values.on === on);
  if (!wanted) continue;
  const plain = script === false;
  console.log(`\n${story.title} (${on}${plain ? ", without JavaScript" : ""})`);
  const server = on === "postgresql" ? await postgres() : undefined;
  const browser = await openBrowser();
  const tale = new Tale(`${name}-${on}${plain ? "-plain" : ""}`, browser, { database: server?.url, script });
  try {
    await tale.demo.start();
    await story.tell(tale);
  } catch (error) {
    tale.failed += 1;
    console.log(`  FAIL  the story stopped\n${error.stack ?? error}`);
  } finally {
    await browser.close();
    await tale.demo.clear();
    await server?.stop();
  }
  passed += tale.passed;
  failed += tale.failed;
}
console.log(`\nbrowser tests took ${Math.round((performance.now() - begun) / 1000)} s; pictures are in tests/browser/screenshots`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
