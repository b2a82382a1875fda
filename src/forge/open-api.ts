import type { z } from "zod";
import { ForgeError } from "../errors.js";
import { describeNetworkFault } from "../outbound/network-fault.js";
import { openHttp } from "../outbound/open-http.js";

const timeoutMs = 30_000;
const mostPages = 1000;
const longestAnswer = 500;

/** A forge's REST API under one address, as one account. */
export interface ForgeApi {
  /** @throws ForgeError that says what was asked, what came back and what to do; never carries a token. */
  call<T>(method: "GET" | "POST" | "PUT" | "PATCH", path: string, answer: z.ZodType<T>, body?: object): Promise<T>;
}

/** Where an API is, and the variables of the environment that say so and who asks. */
export interface ForgeAddress {
  readonly base: string;
  readonly addressVariable: string;
  readonly tokenVariable: string;
}

/** Opens an API; a redirect is an error, so that the token goes nowhere else. */
export function openApi(address: ForgeAddress, headers: Readonly<Record<string, string>>): ForgeApi {
  const { base, addressVariable } = address;
  const http = openHttp(base, timeoutMs);
  const call: ForgeApi["call"] = async (method, path, answer, body) => {
    const what = `${method} ${base}${path}`;
    const response = await http
      .request<string>({
        method,
        url: path,
        headers: { "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { data: JSON.stringify(body) }),
      })
      .catch((error: unknown) => {
        throw new ForgeError(`${what}: ${describeNetworkFault(http.faultOf(error), `Check ${addressVariable}`)}`);
      });
    const { status, data } = response;
    if (status < 200 || status > 299) throw new ForgeError(describe(what, status, data, address), status);
    const read = answer.safeParse(toJson(data));
    if (!read.success)
      throw new ForgeError(`${what}: an answer of another form than expected. Check ${addressVariable}`);
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
  throw new ForgeError(`a list of more than ${mostPages} pages: leave --post out, and delete what is not needed there`);
}

function describe(what: string, status: number, body: string, address: ForgeAddress): string {
  const said = body.slice(0, longestAnswer).trim().replace(/\.$/, "");
  return `${what} was answered with ${status}${said === "" ? "" : `: ${said}`}. ${adviceFor(status, address)}`;
}

function adviceFor(status: number, { addressVariable, tokenVariable }: ForgeAddress): string {
  if (status === 401) return `Check ${tokenVariable}, which may have expired`;
  if (status === 403 || status === 404)
    return `Let ${tokenVariable} read and write there: docs/pipelines.md says what for`;
  if (status === 429 || status >= 500) return "Run the job again in a while";
  return `Check ${addressVariable}`;
}

const pageSize = 100;

/** All entries of a list as GitHub and GitLab cut it: a hundred a page, until a page has fewer. @param path with its query. */
export function readFullPages<T>(api: ForgeApi, path: string, page: z.ZodType<readonly T[]>): Promise<readonly T[]> {
  const glue = path.includes("?") ? "&" : "?";
  return readPages(async (number) => {
    const entries = await api.call("GET", `${path}${glue}per_page=${pageSize}&page=${number}`, page);
    return { entries, isLast: entries.length < pageSize };
  });
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
