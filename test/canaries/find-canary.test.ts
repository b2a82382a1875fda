import { describe, expect, test } from "vitest";
import { findCanary } from "./find-canary.js";

const canary = 'canary+"5f/1c"=é&<x>';
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a leak that was planted", () => {
  test.each([
    ["raw", `token ${canary}!`],
    ["URL", `https://x.example/?t=${encodeURIComponent(canary)}&u=1`],
    ["URL", new URLSearchParams({ t: canary }).toString()],
    ["JSON", JSON.stringify({ a: canary })],
    ["JSON", JSON.stringify(JSON.stringify({ a: canary }))],
    [
      "JSON",
      JSON.stringify({ a: canary }).replaceAll("&", "\\u0026").replaceAll("<", "\\u003c").replaceAll("é", "\\u00E9"),
    ],
    ["HTML", "<td>canary+&quot;5f/1c&quot;=é&amp;&lt;x&gt;</td>"],
    ["hex", `a${Buffer.from(canary).toString("hex")}`],
    ["hex", Buffer.from(canary).toString("hex").toUpperCase()],
    ["base64", base64(canary)],
    ["base64", `Basic ${base64(`admin@acme.example:${canary}`)}`],
    ["base64", `x${base64(`ab${canary}ab`)}`],
    ["base64", Buffer.from(`a${canary}`).toString("base64url")],
  ])("is found in %s: %s", (encoding, text) => {
    expect(findCanary(canary, `before ${text} after`)).toContain(encoding);
  });

  test("is found whichever of several it is", () => {
    expect(findCanary(["another", canary], `before ${base64(canary)} after`)).toContain("base64");
  });

  test("is not seen where there is none", () => {
    expect(findCanary(canary, `canary ${base64("canary")} ${JSON.stringify('canary+"5f"')}`)).toEqual([]);
  });
});
