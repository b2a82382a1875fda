import type { z } from "zod";
import { ForgeError } from "../errors.js";

const timeoutMs = 30_000;
const mostPages = 1000;

/** A forge's REST API under one address, as one account. */
export interface ForgeApi {
  /** @throws ForgeError that says what was asked and what came back; never carries a token. */
  call<T>(method: "GET" | "POST" | "PUT" | "PATCH", path: string, answer: z.ZodType<T>, body?: object): Promise<T>;
}

/** Opens an API; a redirect is an error, so that the token goes nowhere else. */
export function openApi(base: string, headers: Readonly<Record<string, string>>): ForgeApi {
  const call: ForgeApi["call"] = async (method, path, answer, body) => {
    const what = `${method} ${base}${path}`;
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { accept: "application/json", "content-type": "application/json", ...headers },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new ForgeError(`${what}: no answer: ${error instanceof Error ? error.message : error}`);
    });
    const text = await response.text();
    if (!response.ok) throw new ForgeError(`${what}: ${response.status}: ${text.slice(0, 500)}`, response.status);
    const read = answer.safeParse(toJson(text));
    if (!read.success) throw new ForgeError(`${what}: an answer of another form than expected`);
    return read.data;
  };
  return { call };
}

/** All entries of a list that is read page by page, from page 1 until one is the last. */
export async function readPages<T>(
  read: (page: number) => Promise<{ readonly entries: readonly T[]; readonly isLast: boolean }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const { entries, isLast } = await read(page);
    all.push(...entries);
    if (isLast) return all;
  }
  throw new ForgeError(`a list of more than ${mostPages} pages`);
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
