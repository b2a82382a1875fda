import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareGrants, type Grant, toGrantMap, toGrants } from "../../src/model/grant.js";

const grants: fc.Arbitrary<Grant[]> = fc.array(
  fc.record({
    permission: fc.constantFrom("ADD_COMMENTS", "BROWSE_PROJECTS", "app__module"),
    holder: fc.oneof(
      fc.constant({ type: "reporter" as const }),
      fc.constantFrom("a", "b", "c:d").map((name) => ({ type: "projectRole" as const, name })),
    ),
  }),
);

describe("a list of grants as a map", () => {
  it("does not depend on the list's order or repeats", () => {
    fc.assert(
      fc.property(grants, (list) => {
        const other = toGrantMap([...list, ...list].reverse());
        expect(JSON.stringify(other)).toBe(JSON.stringify(toGrantMap(list)));
      }),
    );
  });

  it("is a list again that makes the same map", () => {
    fc.assert(
      fc.property(grants, (list) => {
        const map = toGrantMap(list);
        expect(toGrantMap(toGrants(map))).toEqual(map);
      }),
    );
  });
});

describe("the difference of two lists of grants", () => {
  it("turns one into the other", () => {
    fc.assert(
      fc.property(grants, grants, (a, b) => {
        const [before, after] = [toGrantMap(a), toGrantMap(b)];
        const { added, removed } = compareGrants(before, after);
        const gone = new Set(removed.map((grant) => JSON.stringify(grant)));
        const kept = toGrants(before).filter((grant) => !gone.has(JSON.stringify(grant)));
        expect(toGrantMap([...kept, ...added])).toEqual(after);
        expect(kept).toHaveLength(toGrants(before).length - removed.length);
      }),
    );
  });

  it("is empty for equal ones", () => {
    fc.assert(
      fc.property(grants, (list) => {
        expect(compareGrants(toGrantMap(list), toGrantMap(list))).toEqual({ added: [], removed: [] });
      }),
    );
  });
});
