import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chownSync, existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PostgreSQL server of its own, in a temporary folder, reached by a socket in there; it starts with nothing in it. */
export interface Postgres {
  /** The address of its database, without the password. */
  readonly url: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** The folder of the programs of a PostgreSQL server, on the path or where Debian has them; undefined without one. */
export function findPostgres(): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...globSync("/usr/lib/postgresql/*/bin").reverse()];
  return folders.find((folder) => ["initdb", "postgres"].every((program) => existsSync(join(folder, program))));
}

/**
 * Starts a server; it refuses to run as root, so that another account has to, where root runs the tests.
 * @param programs as `findPostgres` tells.
 */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const [data, passwordFile, password] = [join(folder, "data"), join(folder, "password"), "state-canary"];
  const identity = process.getuid?.() === 0 ? await nobody() : undefined;
  writeFileSync(passwordFile, password);
  if (identity !== undefined) chownSync(folder, identity.uid, identity.gid);
  const access = ["--auth", "scram-sha-256", "--username", "postgres", "--pwfile", passwordFile];
  const options = { cwd: folder, ...identity };
  await run(join(programs, "initdb"), ["--pgdata", data, "--no-sync", ...access], options);
  const place = ["-c", "listen_addresses=", "-c", `unix_socket_directories=${folder}`, "-c", "fsync=off"];
  const server = spawn(join(programs, "postgres"), ["-D", data, ...place], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const kill = () => void server.kill("SIGQUIT");
  process.once("exit", kill);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await readiness(server);
  return {
    url: `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}&sslmode=disable`,
    password,
    async stop() {
      process.off("exit", kill);
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function nobody(): Promise<{ readonly uid: number; readonly gid: number }> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map(async (what) => (await run("id", [what, "nobody"])).stdout));
  return { uid: Number(uid), gid: Number(gid) };
}

function readiness(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    if (server.stderr === null) throw new Error("the server's messages are not read");
    createInterface({ input: server.stderr }).on("line", (line) => {
      said.push(line);
      if (line.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${said.join("\n")}`)));
  });
}
