import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineError, formatFault, JiraError, keepSecret, presentable, redact, StackError } from "../src/errors.js";
import { secretForms } from "../src/secret-forms.js";

const secret = 'to/ken+"42"=canary';
keepSecret(secret);
keepSecret("to/ken");

/** What every error class does with the texts that it is made of. */
const errorsOf = (text: string) => [
  new JiraError("forbidden", text, 403),
  new EngineError(text),
  new StackError([{ file: "a.yaml", line: 1, column: 2, message: text }]),
];

describe("redaction", () => {
  it("takes out the whole of a secret that begins with another", () => {
    expect(redact(`x${secret}x`)).toBe("x[redacted]x");
  });

  it("takes out secrets that overlap in a text, with nothing of either left", () => {
    keepSecret("first-and-last");
    keepSecret("last-and-first");
    expect(redact("<first-and-last-and-first>")).toBe("<[redacted]>");
    expect(redact("<last-and-first-and-last-and-first>")).toBe("<[redacted]>");
  });

  it("takes out every occurrence", () => {
    expect(redact(`${secret} and ${secret}`)).toBe("[redacted] and [redacted]");
  });

  it.each(["Basic dXNlcjpwYXNz", "Bearer abc.def-ghi_jkl", "bearer 0123456789", "BASIC dXNlcjpwYXNz"])(
    "takes out authorization that nobody named: %s",
    (header) => {
      expect(redact(`Authorization: ${header}`)).toBe(`Authorization: ${header.split(" ")[0]} [redacted]`);
    },
  );

  it.each(["Basic authentication with passwords ended.", "A Bearer of news", "the basic workflow. Then"])(
    "leaves a sentence alone: %s",
    (sentence) => {
      expect(redact(sentence)).toBe(sentence);
    },
  );

  it.each([
    [
      "postgres://ann:hunter2@db:5432/states?sslmode=disable",
      "postgres://ann:[redacted]@db:5432/states?sslmode=disable",
    ],
    ['cannot open "postgres://:hunter2@db/states": refused', 'cannot open "postgres://:[redacted]@db/states": refused'],
    ["postgres://ann:hunt@r@db/states", "postgres://ann:[redacted]@db/states"],
    ["postgres://ann@db/states?password=hunter2&table=a", "postgres://ann@db/states?password=[redacted]&table=a"],
  ])("takes out the password of an address: %s", (address, clean) => {
    expect(redact(address)).toBe(clean);
  });

  it.each(["postgres://ann@db:5432/states", "http://127.0.0.1:80/a:b@c", "s3://states?region=eu", "file://~"])(
    "leaves an address without a password alone: %s",
    (address) => {
      expect(redact(address)).toBe(address);
    },
  );

  it("takes nothing shorter than four characters for a secret", () => {
    keepSecret("abc");
    keepSecret("wxyz");
    expect(redact("abc 616263 wxyz")).toBe("abc 616263 [redacted]");
  });

  it("leaves no form of any secret in any text", () => {
    const around = fc.string({ unit: "grapheme", maxLength: 20 });
    const secrets = fc.string({ unit: "grapheme", minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(secrets, around, around, fc.nat(), (one, before, after, choice) => {
        keepSecret(one);
        const forms = [...secretForms(one)];
        const form = forms[choice % forms.length] ?? "";
        const clean = redact(`${before}${form}${after}`);
        for (const other of forms) expect("[redacted]".includes(other) || !clean.includes(other)).toBe(true);
        expect(clean).toContain("[redacted]");
      }),
      { numRuns: 200 },
    );
  });
});

describe("the forms of a secret", () => {
  it.each([
    ["a URL", encodeURIComponent(secret)],
    ["a form", new URLSearchParams({ token: secret }).toString()],
    ["JSON", JSON.stringify({ token: secret })],
    ["JSON in JSON", JSON.stringify(JSON.stringify({ token: secret }))],
    ["JSON with escaped slashes", JSON.stringify(secret).replaceAll("/", "\\/")],
    ["HTML", '<i title="to/ken+&quot;42&quot;=canary">'],
    ["hex", Buffer.from(secret).toString("hex")],
    ["capital hex", Buffer.from(secret).toString("hex").toUpperCase()],
    ["base64", Buffer.from(secret).toString("base64")],
    ["base64 one byte on", Buffer.from(`a${secret}b`).toString("base64")],
    ["base64 two bytes on", Buffer.from(`ab${secret}`).toString("base64")],
    ["base64 for URLs", Buffer.from(`abc${secret}`).toString("base64url")],
  ])("are found in %s", (_, text) => {
    expect([...secretForms(secret)].some((form) => text.includes(form))).toBe(true);
    const parts = ["canary", "to/ken", Buffer.from("canary").toString("hex")];
    expect(parts.filter((part) => redact(text).includes(part))).toEqual([]);
  });

  it("are those of other programs too: Go's JSON, ASCII's JSON, small letters in URLs", () => {
    expect([...secretForms("a<b>&c\u2028é/ü")]).toEqual(
      expect.arrayContaining([
        "a\\u003cb\\u003e\\u0026c\\u2028é/ü",
        "a<b>&c\\u2028\\u00e9/\\u00fc",
        "a%3cb%3e%26c%e2%80%a8%c3%a9%2f%c3%bc",
        "a&lt;b&gt;&amp;c\u2028é/ü",
      ]),
    );
    expect([...secretForms("it's ~ours")]).toEqual(
      expect.arrayContaining(["it&#39;s ~ours", "it%27s+%7Eours", "it's%20~ours"]),
    );
  });

  it("stand in base64 whatever stands around", () => {
    const bytes = fc.string({ minLength: 0, maxLength: 9 });
    fc.assert(
      fc.property(bytes, fc.string({ minLength: 8, maxLength: 30 }), bytes, (before, one, after) => {
        for (const encoding of ["base64", "base64url"] as const) {
          const text = Buffer.from(`${before}${one}${after}`).toString(encoding);
          expect([...secretForms(one)].some((form) => form.length > 4 && text.includes(form))).toBe(true);
        }
      }),
    );
  });
});

describe("what is presentable", () => {
  it.each([
    ["colours", "\u001b[31mred", "\\u001b[31mred"],
    ["bells and carriage returns", "\u0007a\rb\u0000", "\\u0007a\\u000db\\u0000"],
    ["text turned around", "a\u202eb\u2066c", "a\\u202eb\\u2066c"],
    ["invisible characters", "a\u200bb\u{e0041}c\ufeff", "a\\u200bb\\udb40\\udc41c\\ufeff"],
    ["line separators", "a\u2028b\u0085", "a\\u2028b\\u0085"],
    ["halves of characters", "a\ud800b", "a\\ud800b"],
  ])("holds no %s", (_, text, clean) => {
    expect(presentable(text)).toBe(clean);
  });

  it("keeps lines, tabs, accents and emoji", () => {
    expect(presentable("Größe\n\t🧪 ‹日本›")).toBe("Größe\n\t🧪 ‹日本›");
  });

  it("is what every error says", () => {
    for (const error of errorsOf(`\u001b[2J${secret}`)) {
      expect(error.message).toMatch(/\\u001b\[2J\[redacted\]$/);
      expect(`${String(error)} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(/canary|\p{Cc}\[/u);
    }
  });
});

it("an error from Jira has its kind and status, and at most 4000 characters", () => {
  const error = new JiraError("forbidden", `GET /x said ${secret}`, 403);
  expect([error.name, error.message, error.kind, error.status]).toEqual([
    "JiraError",
    "GET /x said [redacted]",
    "forbidden",
    403,
  ]);
  expect(new JiraError("invalid", "x".repeat(100_000)).message).toHaveLength(4000);
});

it("a stack error is one line for each fault, in order, and names files in a way that can be printed", () => {
  const error = new StackError([
    { file: "a\u001b.yaml", line: 1, column: 2, message: "first" },
    { file: "a.yaml", line: 3, column: 4, message: secret },
  ]);
  expect(error.message).toBe("a\\u001b.yaml:1:2: first\na.yaml:3:4: [redacted]");
  expect(error.faults[1]).toEqual({ file: "a.yaml", line: 3, column: 4, message: "[redacted]" });
  expect([error.name, error.kind]).toEqual(["StackError", "stack"]);
  expect(formatFault({ file: "a.yaml", line: 1, column: 2, message: "first" })).toBe("a.yaml:1:2: first");
});

it("a stack error holds the first hundred faults and says how many more there are, and where", () => {
  const faultsUpTo = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ file: "a.yaml", line: index + 1, column: 1, message: "wrong" }));
  expect(new StackError(faultsUpTo(100)).faults).toEqual(faultsUpTo(100));
  const more = "and 50 more faults; mend the first ones, then look again";
  const last = { file: "a.yaml", line: 101, column: 1, message: more };
  expect(new StackError(faultsUpTo(150)).faults).toEqual([...faultsUpTo(100), last]);
});

it("an error of the engine has its kind", () => {
  const { name, kind } = new EngineError("no engine");
  expect([name, kind]).toEqual(["EngineError", "engine"]);
});
