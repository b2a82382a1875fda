import { readBytes } from "../loopback/read-bytes.js";
import { Refusal, refuse } from "./refusal.js";

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

/**
 * What a request for an operation carries: JSON, or of files their names, types and sizes as `files`.
 * @throws Refusal with 413 when it is larger than a megabyte, with 403 when files come without `X-Atlassian-Token`.
 */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) return readJson(request);
  if (request.headers.get("x-atlassian-token") !== "no-check") throw new Refusal(403, "XSRF check failed");
  const headers = { "content-type": type };
  const form = await new Response(await readAll(request), { headers }).formData().catch(() => new FormData());
  const files = form.getAll("file").filter((part) => part instanceof File);
  return { files: files.map(({ name, type, size }) => ({ filename: name, mimeType: type, size })) };
}

async function readText(request: Request): Promise<string> {
  return (await readAll(request)).toString();
}

async function readAll(request: Request): Promise<Buffer<ArrayBuffer>> {
  const bytes = await readBytes(request, mostBytes);
  if (bytes === undefined) throw refuse(413, "The request is larger than a megabyte.");
  return bytes;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
