import type { AxiosResponse } from "axios";
import type { z } from "zod";
import type { Operation } from "../../catalogue/called-operations.js";
import { JiraError } from "../../errors.js";
import { parseJson } from "./parse-json.js";
import { addressSetting, isPage } from "./to-jira-error.js";

/**
 * Reads the answer to an operation that went well.
 * @throws JiraError of kind `unexpected-answer` where it is not what Jira's API gives.
 */
export function readAnswer<T>(
  operation: Operation,
  path: string,
  response: Pick<AxiosResponse<string>, "status" | "data">,
  answer: z.ZodType<T>,
): T {
  const unexpected = (why: string) =>
    new JiraError(
      "unexpected-answer",
      `${operation.method} ${path} was answered with something else than the API gives: ${why}. Check ${addressSetting(operation)}`,
      response.status,
    );
  if (response.status === 204 || response.data === "") return parse(answer, undefined, unexpected);
  const body = parseJson(response.data);
  if (body === undefined) throw unexpected(isPage(response.data) ? "a web page, as of a login or a proxy" : "not JSON");
  return parse(answer, body, unexpected);
}

function parse<T>(answer: z.ZodType<T>, body: unknown, unexpected: (why: string) => JiraError): T {
  const parsed = answer.safeParse(body);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw unexpected(`${first?.path.join(".") || "the whole"}: ${first?.message ?? "malformed"}`);
}
