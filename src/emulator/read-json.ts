import { refuse } from "./refusal.js";

const mostBytes = 1024 * 1024;

/**
 * The JSON that a request carries, or undefined when it carries none or something else.
 * @throws Refusal with 413 when it is larger than a megabyte.
 */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length")) > mostBytes) throw refuseTooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw refuseTooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}

function refuseTooLarge() {
  return refuse(413, "The request is larger than a megabyte.");
}
