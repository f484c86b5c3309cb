// Runs the stories, on SQLite and on PostgreSQL. Usage: node run.mjs [STORY…] [--on sqlite|postgresql]
import { parseArgs } from "node:util";

import { postgres } from "./harness/postgres.mjs";
import { Tale, openBrowser } from "./harness/tale.mjs";
import * as sweep from "./stories/sweep.mjs";

/** Every story, with the databases it is told on. */
const STORIES = [
  { name: "sweep", story: sweep, on: ["sqlite"] },
];

const { values, positionals } = parseArgs({ options: { on: { type: "string" } }, allowPositionals: true });
const begun = performance.now();
let [passed, failed] = [0, 0];

const browser = await openBrowser();
for (const { name, story, on } of STORIES) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for (const kind of on) {
    if (values.on && values.on !== kind) continue;
    console.log(`\n${story.title} (${kind})`);
    const server = kind === "postgresql" ? await postgres() : undefined;
    const tale = new Tale(`${name}-${kind}`, browser, server?.url);
    try {
      await tale.demo.start();
      await story.tell(tale);
    } catch (error) {
      tale.failed += 1;
      console.log(`  FAIL  the story stopped\n${error.stack ?? error}`);
    } finally {
      await tale.demo.clear();
      await server?.stop();
    }
    passed += tale.passed;
    failed += tale.failed;
  }
}
await browser.close();

console.log(`\nbrowser tests took ${Math.round((performance.now() - begun) / 1000)} s; pictures are in tests/browser/screenshots`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
