import { describe, expect, it } from "vitest";
import { formatFault, JiraError, keepSecret, redact, StackError } from "../src/errors.js";

const secret = 'to/ken+"42"=canary';
keepSecret(secret);
keepSecret("to/ken");

describe("redaction", () => {
  it.each([
    ["as it is", secret],
    ["in a URL", encodeURIComponent(secret)],
    ["in JSON", JSON.stringify({ token: secret })],
    ["in base64", Buffer.from(secret).toString("base64")],
  ])("takes a secret out %s", (_, text) => {
    const clean = redact(`before ${text} after`);
    expect(clean).toMatch(/^before .*\[redacted\].* after$/);
    expect(clean).not.toMatch(/canary|to\/ken|42/);
  });

  it("takes out the whole of a secret that begins with another", () => {
    expect(redact(`x${secret}x`)).toBe("x[redacted]x");
  });

  it("takes out every occurrence", () => {
    expect(redact(`${secret} ${secret}`)).toBe("[redacted] [redacted]");
  });

  it.each(["Basic dXNlcjpwYXNz", "Bearer abc.def-ghi_jkl"])(
    "takes out authorization that nobody named: %s",
    (header) => {
      expect(redact(`Authorization: ${header}`)).toBe(`Authorization: ${header.split(" ")[0]} [redacted]`);
    },
  );

  it("leaves other text alone, and takes nothing shorter than four characters for a secret", () => {
    keepSecret("abc");
    expect(redact("abc, a Basic plan, a Bearer")).toBe("abc, a Basic plan, a Bearer");
  });
});

it("an error from Jira never carries a secret", () => {
  const error = new JiraError("forbidden", `GET /x said ${secret}`, 403);
  expect([error.message, error.kind, error.status]).toEqual(["GET /x said [redacted]", "forbidden", 403]);
  expect(String(error.stack)).not.toContain("canary");
});

it("a stack error is one line for each fault, in order, without secrets", () => {
  const faults = [
    { file: "a.yaml", line: 1, column: 2, message: "first" },
    { file: "a.yaml", line: 3, column: 4, message: secret },
  ];
  expect(new StackError(faults).message).toBe("a.yaml:1:2: first\na.yaml:3:4: [redacted]");
  expect(formatFault({ file: "a.yaml", line: 1, column: 2, message: "first" })).toBe("a.yaml:1:2: first");
});
