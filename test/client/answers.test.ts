import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials } from "../../src/client/credentials.js";
import { JiraError } from "../../src/errors.js";
import { serve } from "../helpers/serve.js";

const token = "canary-of-answers-8f2a";
const account = z.object({ accountId: z.string() });

type Answer = (response: ServerResponse) => void;

/** A site that answers as it is told; asks it once who is asking, and gives the error if one comes. */
async function openSite(): Promise<(answer: Answer) => Promise<unknown>> {
  const answers: Answer[] = [];
  const url = await serve((_, response) => answers.shift()?.(response));
  const settings: Readonly<Record<string, string>> = {
    JIRA_URL: url,
    JIRA_EMAIL: "bot@acme.example",
    JIRA_API_TOKEN: token,
  };
  const client = createClient(
    readCredentials((name) => settings[name]),
    { retryBudgetMs: 0 },
  );
  return async (answer) => {
    answers.push(answer);
    const asked = client.call("getCurrentUser", {}, account);
    const error = await asked.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(answers).toEqual([]);
    return error;
  };
}

function expectPresentable(error: unknown): void {
  expect(error).toBeInstanceOf(JiraError);
  const { message, stack } = error as JiraError;
  expect(message).toMatch(/^GET \/rest\/api\/3\/myself[ :]/);
  expect(message.length).toBeLessThan(1500);
  expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(`${message} ${stack}`).not.toContain(token);
}

type Headers = Readonly<Record<string, string>>;

const answerWith =
  (status: number, text: string | Buffer, headers: Headers = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(text);
const body = async (...answer: Parameters<typeof answerWith>) => (await openSite())(answerWith(...answer));
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

describe("an answer that Jira would not give", () => {
  test.each([
    ["a page of a proxy", 403, "<html>Blocked</html>", /with 403\. The answer is a web page.* check JIRA_URL/],
    [
      "a page after success",
      200,
      "<!doctype html><p>Sign in",
      /something else than the API gives: a web page, as of a login or a proxy\. Check JIRA_URL/,
    ],
    ["a page of a broken site", 502, "<html>", /with 502\. The fault is the site's/],
    ["control characters", 400, "a\u001b[31m\u202eb\u0000\r\nc", /with 400: a \[31m\\u202eb c/],
    ["hostile fields", 400, JSON.stringify({ errors: { "\u001b]0;x\u0007": "<b>\u2028" } }), /with 400: \]0;x : <b>/],
    ["fields that are no texts", 400, '{"errors":{"a":{"toString":1},"b":[[]]}}', /a: malformed; b: malformed/],
    ["deep nesting in a field", 400, `{"errors":{"a":${deep(100_000)}}}`, /with 400/],
    ["deep nesting", 200, deep(100_000), /something else than the API gives/],
    ["a long message", 400, JSON.stringify({ message: "x".repeat(100_000) }), /with 400: x{500}$|with 400: x{500}\./],
    ["another form", 200, '{"accountId":{}}', /accountId: Invalid input/],
    ["nothing", 200, "", /something else than the API gives/],
    ["text that is cut", 200, '{"accountId": "5b', /not JSON/],
    ["UTF-16", 200, '\uFEFF{"accountId": 1}', /something else than the API gives/],
  ])("%s gives one bounded error that says what to do", async (_, status, text, message) => {
    const error = await body(status, text);
    expectPresentable(error);
    expect((error as JiraError).message).toMatch(message);
  });

  test("is not read further than 64 MB, also where it comes compressed, nor asked for again", async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 2 ** 20, " "));
    const error = await body(200, bomb, { "content-encoding": "gzip", "content-type": "application/json" });
    expectPresentable(error);
    expect((error as JiraError).message).toContain("the answer is larger than 64 MB");
  });

  test("shows no part of a secret where a long message is cut", async () => {
    for (const before of [480, 490, 499]) {
      const error = await body(400, JSON.stringify({ message: `${"x".repeat(before)}${token}` }));
      expect((error as JiraError).message).not.toContain("can");
    }
  });

  test("whatever it holds, gives one bounded error without secrets or anything that a terminal obeys", async () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(token, "\u001b[2J", "<script>", "\u202e"));
    const json = fc.oneof(fc.json(), fc.record({ errorMessages: fc.array(text), errors: fc.dictionary(text, text) }));
    const anything = fc.oneof(
      text,
      json.map((value) => (typeof value === "string" ? value : JSON.stringify(value))),
    );
    const status = fc.constantFrom(200, 204, 301, 400, 401, 403, 404, 409, 500, 503);
    const type = fc.constantFrom("application/json", "text/html", "text/plain; charset=latin1", "image/png");
    const ask = await openSite();
    await fc.assert(
      fc.asyncProperty(status, anything, type, async (given, content, contentType) => {
        expectPresentable(await ask(answerWith(given, content, { "content-type": contentType })));
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
