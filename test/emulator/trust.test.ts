import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync(new URL("../../docs/emulator.md", import.meta.url), "utf8");

test("docs/emulator.md counts its own rows rightly", () => {
  const bases = [...page.matchAll(/^\|.*\| (documented|observed|guess) \|$/gm)].map(([, basis]) => basis);
  const count = (basis: string) => {
    const { length } = bases.filter((one) => one === basis);
    return `${length} (${Math.round((100 * length) / bases.length)} %)`;
  };
  expect(page).toContain(
    `Of ${bases.length} behaviours, ${count("documented")} are documented, ` +
      `${count("observed")} observed, ${count("guess")} guesses.`,
  );
});
