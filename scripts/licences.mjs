// Checks that every dependency, of the program and of what it embeds, has a
// licence that deny.toml allows. Stands in for `cargo deny check licenses`.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const list = /^allow = \[(.*?)\]/ms.exec(readFileSync("deny.toml", "utf8"));
if (!list) throw new Error("deny.toml has no list of allowed licences");
const allowed = new Set([...list[1].matchAll(/"([^"]+)"/g)].map((match) => match[1]));

/** Whether an SPDX expression can be met with allowed licences alone. */
function meets(expression) {
  // The old way of writing OR is a slash.
  const words = expression.replaceAll("/", " OR ").match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const one = () => {
    if (words[at] === "(") {
      at += 1;
      const inner = either();
      at += 1;
      return inner;
    }
    let name = words[at++];
    if (words[at] === "WITH") name += ` WITH ${words[(at += 2) - 1]}`;
    return allowed.has(name);
  };
  const both = () => {
    let met = one();
    while (words[at] === "AND") {
      at += 1;
      met = one() && met;
    }
    return met;
  };
  const either = () => {
    let met = both();
    while (words[at] === "OR") {
      at += 1;
      met = both() || met;
    }
    return met;
  };
  return words.length > 0 && either() && at === words.length;
}

const metadata = execFileSync("cargo", ["metadata", "--locked", "--format-version", "1"], {
  maxBuffer: 1 << 28,
  stdio: ["ignore", "pipe", "inherit"],
});
const found = JSON.parse(metadata)
  .packages.filter((dependency) => dependency.source)
  .map(({ name, version, license }) => ({ name: `${name} ${version}`, license }));

for (const lock of ["app/assets/package-lock.json", "tests/browser/package-lock.json"]) {
  if (!existsSync(lock)) continue;
  for (const [path, { version, license }] of Object.entries(JSON.parse(readFileSync(lock)).packages)) {
    if (path) found.push({ name: `${path.replace(/.*node_modules\//, "")} ${version}`, license });
  }
}

const refused = found.filter(({ license }) => !meets(license ?? ""));
for (const { name, license } of refused) console.error(`licences: ${name}: ${license ?? "none stated"}`);
console.log(`licences: ${found.length} dependencies, ${refused.length} with a licence that deny.toml does not allow`);
process.exit(refused.length ? 1 : 0);
