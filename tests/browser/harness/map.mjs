// The map of all pages: the table of routes as the source has it, and the links that lead to them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const source = new URL("../../../app/src/", import.meta.url).pathname;

/** Every GET route, as in `/fund/rounds/{round}`. */
export function routes() {
  const files = readdirSync(source, { recursive: true }).filter((file) => file.endsWith(".rs") && !file.startsWith("tests/"));
  const found = files.flatMap((file) => [...readFileSync(join(source, file), "utf8").matchAll(/\bpage\(\s*"(\/[^"]*)"/g)].map(([, path]) => path));
  return [...new Set(found)].sort();
}

/** Which route answers a path; a fixed part outranks a named one. */
export function routeOf(path, all) {
  const parts = path.split("/");
  const fits = all.filter((route) => {
    const pieces = route.split("/");
    return pieces.length === parts.length && pieces.every((piece, at) => piece.startsWith("{") ? parts[at] !== "" : piece === parts[at]);
  });
  return fits.sort((one, other) => (one.match(/{/g) ?? []).length - (other.match(/{/g) ?? []).length)[0];
}

/** The addresses of ours that a page links to. */
export function links(html) {
  const found = [...html.matchAll(/\shref="([^"]+)"/g)].map(([, href]) => href.replaceAll("&amp;", "&").replace(/#.*/, ""));
  return [...new Set(found.filter((href) => href.startsWith("/") && !href.startsWith("/assets/") && !href.startsWith("/language/")))];
}

/** What a page says, without its marks, and without the data that stands as code. */
export function words(html) {
  const shown = html.replace(/<(script|style|code|pre|textarea)\b[\s\S]*?<\/\1>/g, " ");
  return shown.replace(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
}
