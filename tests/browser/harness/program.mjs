// The program under test: the binary that was built, run as a demo on a folder of its own.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = new URL("../../..", import.meta.url).pathname;

/** How long a filled ledger and a first fill of the demo may take to be served. */
const PATIENCE = 120_000;

/** The binary: what STYRBORD_BINARY names, else what cargo last built. */
export function binary() {
  if (process.env.STYRBORD_BINARY) return process.env.STYRBORD_BINARY;
  const metadata = execFileSync("cargo", ["metadata", "--locked", "--no-deps", "--format-version", "1"], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
  const path = join(JSON.parse(metadata).target_directory, "debug", "styrbord");
  if (!existsSync(path)) throw new Error("styrbord is not built: run `cargo build --package styrbord` first");
  return path;
}

/** A demo municipality in a folder or a database of its own, which can be stopped and started on a later day. */
export class Demo {
  #child;
  #folder = mkdtempSync(join(tmpdir(), "styrbord-browser-"));

  /** `database` is a URL; without one the ledger is a SQLite file in the demo's own folder. */
  constructor(database) {
    this.database = database;
  }

  /** Starts on a day, or on the demo's own first day, and waits until it answers. */
  async start(today) {
    const args = ["demo", "--data", this.#folder, "--listen", "127.0.0.1:0"];
    if (today) args.push("--today", today);
    if (this.database) args.push("--database", this.database);
    this.#child = spawn(binary(), args, { stdio: ["ignore", "pipe", "pipe"] });
    let complaint = "";
    this.#child.stderr.on("data", (text) => (complaint += text));
    this.address = await new Promise((found, failed) => {
      const late = setTimeout(() => failed(new Error(`the demo gave no address in ${PATIENCE / 1000} s`)), PATIENCE);
      this.#child.once("exit", (code) => failed(new Error(`the demo ended with ${code}: ${complaint}`)));
      createInterface({ input: this.#child.stdout }).on("line", (line) => {
        const address = /http:\/\/\S+/.exec(line)?.[0];
        if (address) found(address);
        if (address) clearTimeout(late);
      });
    });
    return this;
  }

  /** Stops it as its keeper would, and keeps its data. */
  async stop() {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    // Browsers keep connections open; what was acknowledged is on disk already.
    const hurry = setTimeout(() => child.kill("SIGKILL"), 3_000);
    await ended;
    clearTimeout(hurry);
  }

  /** The same municipality, on a later day. */
  async restart(today) {
    await this.stop();
    return this.start(today);
  }

  /** Whether the ledger's own verifier finds it whole; its words where it does not. */
  verify() {
    const where = this.database ?? `sqlite:${join(this.#folder, "demo.db")}`;
    execFileSync(binary(), ["verify", "--database", where, "--keys", this.#folder], { stdio: "pipe" });
  }

  /** Stops, and leaves nothing behind. */
  async clear() {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
