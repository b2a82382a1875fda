import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markDescription, readDescription } from "../../src/model/ownership.js";

const owners = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}\/[a-z][a-z0-9-]{0,9}$/);
const words = fc.string().filter((text) => text === text.trimEnd() && readDescription(text).owner === undefined);

describe("an ownership mark", () => {
  it("comes off a description as it went on", () => {
    fc.assert(
      fc.property(words, owners, (description, owner) => {
        expect(readDescription(markDescription(description, owner))).toEqual({ description, owner });
      }),
    );
  });

  it("is all there is where nothing is described", () => {
    expect(markDescription("", "acme/demo")).toBe("[jira-access acme/demo]");
  });

  it.each(["People", "", "see [jira-access docs] first", "[jira-access ]"])("is not read out of %j", (stored) => {
    expect(readDescription(stored)).toEqual({ description: stored });
  });

  it("is read though Jira has put spaces after it", () => {
    expect(readDescription("People [jira-access acme/demo]\n")).toEqual({ description: "People", owner: "acme/demo" });
  });
});
