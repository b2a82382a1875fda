import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { packageFolder } from "../../infra/package-folder.js";
import { bodyOf, serve } from "../helpers/serve.js";

/** Everything that stands in the files of a folder and those below it. */
export function textBelow(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

/** Does the work, and gives what the arguments of all processes were meanwhile. */
export async function argumentsDuring(work: () => Promise<unknown>): Promise<string> {
  const seen = new Set<string>();
  const look = async () => {
    for (const line of (await execa("ps", ["-eww", "-o", "args"])).stdout.split("\n")) seen.add(line);
  };
  const timer = setInterval(() => void look(), 200);
  await work().finally(() => clearInterval(timer));
  await look();
  return [...seen].join("\n");
}

/** Runs the command `jira-access`, however it ends. */
export async function runCommand(
  words: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const command = join(packageFolder, "dist/src/cli/main.js");
  return execa(process.execPath, [command, ...words], { cwd: folder, env, reject: false, stdin: "ignore" });
}

/** A server that gives back all that it is sent, in an error as a careless proxy would write it. */
export function startEcho(): Promise<string> {
  return serve(async (request, response) => {
    const sent = `${JSON.stringify(request.headers)} ${await bodyOf(request)}`;
    response.writeHead(403).end(JSON.stringify({ errorMessages: [sent, encodeURIComponent(sent)] }));
  });
}

/** A way to the site's `/oauth/token` that notes the tokens it gives out. */
export async function watchTokens(
  authUrl: string,
): Promise<{ readonly url: string; readonly tokens: readonly string[] }> {
  const tokens: string[] = [];
  const url = await serve(async (request, response) => {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const answer = await fetch(`${authUrl}${request.url}`, { method: "POST", headers, body: await bodyOf(request) });
    const text = await answer.text();
    tokens.push(JSON.parse(text).access_token);
    response.writeHead(answer.status, { "content-type": "application/json" }).end(text);
  });
  return { url, tokens };
}
