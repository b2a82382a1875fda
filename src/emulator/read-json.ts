import { refuse } from "./refusal.js";

const mostBytes = 1024 * 1024;

/**
 * The JSON that a request carries, or undefined when it carries none or something else.
 * @throws Refusal with 413 when it is larger than a megabyte.
 */
export async function readJson(request: Request): Promise<unknown> {
  return parseJson(await readText(request));
}

/**
 * The values of a form or of a JSON object that a request carries.
 * @throws Refusal with 413 when it is larger than a megabyte.
 */
export async function readForm(request: Request): Promise<unknown> {
  const text = await readText(request);
  return parseJson(text) ?? Object.fromEntries(new URLSearchParams(text));
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length")) > mostBytes) throw refuseTooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw refuseTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuseTooLarge() {
  return refuse(413, "The request is larger than a megabyte.");
}
