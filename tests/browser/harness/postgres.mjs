// A PostgreSQL of one's own, from the binaries on the machine, gone when the run ends however it ends.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Runs the server until standard input ends, which the death of this process brings about too; then clears up. */
const KEEP = `
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT || exit 1
"$BIN/initdb" -D "$folder/data" -U styrbord -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
"$BIN/postgres" -D "$folder/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= >"$folder/log" 2>&1 &
server=$!
tries=0
until (exec 3<>/dev/tcp/127.0.0.1/$PORT) 2>/dev/null || [ $((tries += 1)) -gt 300 ]; do sleep 0.1; done
echo "$folder"
read -r _
kill -INT $server
wait $server
`;

/** Starts a server with an empty database: its URL, and how to stop it. */
export async function postgres() {
  const port = await freePort();
  const { BASH_ENV: _, TMPDIR: __, ...environment } = process.env;
  const keeper = spawn(...asSomebodyElse("bash", ["-c", KEEP]), {
    cwd: "/",
    env: { ...environment, BIN: binaries(), PORT: String(port) },
    stdio: ["pipe", "pipe", "inherit"],
  });
  await new Promise((ready, failed) => {
    createInterface({ input: keeper.stdout }).once("line", ready);
    keeper.once("exit", () => failed(new Error("PostgreSQL did not start; what it said stands above")));
  });
  return {
    url: `postgres://styrbord@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = new Promise((done) => keeper.once("exit", done));
      keeper.stdin.end();
      await ended;
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as a user who may do less. */
function asSomebodyElse(program, args) {
  if (process.getuid() !== 0) return [program, args];
  const user = ["postgres", "nobody"].find((name) => {
    try {
      execFileSync("id", [name], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  if (!user) throw new Error("a user postgres or nobody is needed to run PostgreSQL as");
  return ["runuser", ["-u", user, "--", program, ...args]];
}

/** The folder of initdb and postgres: the newest that Debian installed, or wherever PATH finds them. */
function binaries() {
  const debian = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  const folders = debian.sort((one, other) => Number(other) - Number(one)).map((version) => `/usr/lib/postgresql/${version}/bin`);
  const found = [...folders, ...(process.env.PATH ?? "").split(":")].find((folder) => existsSync(join(folder, "initdb")));
  if (!found) throw new Error("PostgreSQL's server is needed: install it (Debian: apt-get install postgresql)");
  return found;
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
