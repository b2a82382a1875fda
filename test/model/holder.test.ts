import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatHolder, type Holder, holderTypes, isHolderType, parseHolder } from "../../src/model/holder.js";

const types = Object.keys(holderTypes).filter(isHolderType);
const holders: fc.Arbitrary<Holder> = fc.oneof(
  fc.constantFrom(...types).map((type) => ({ type })),
  fc.record({ type: fc.constantFrom(...types), name: fc.string() }),
);

describe("a holder's one-line form", () => {
  it("is read back as the same holder", () => {
    fc.assert(
      fc.property(holders, (holder) => {
        expect(parseHolder(formatHolder(holder))).toEqual(holder);
      }),
    );
  });

  it("is different for different holders", () => {
    fc.assert(
      fc.property(holders, holders, (a, b) => {
        const same = a.type === b.type && a.name === b.name;
        expect(formatHolder(a) === formatHolder(b)).toBe(same);
      }),
    );
  });

  it("keeps colons in names", () => {
    expect(parseHolder("projectRole:Integration: bot")).toEqual({ type: "projectRole", name: "Integration: bot" });
  });

  it.each(["", "role:x", "toString", "__proto__"])("is refused when it begins with no holder type: %j", (text) => {
    expect(() => parseHolder(text)).toThrow("does not begin with a holder type");
  });
});
