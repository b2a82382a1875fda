import { describe, expect, test } from "vitest";
import { type Page, readAllPages } from "../../../src/client/http/paginate.js";

function source(count: number, size: number, form: "total" | "isLast" | "bare") {
  const all = Array.from({ length: count }, (_, index) => index);
  const starts: number[] = [];
  const read = async (startAt: number): Promise<Page<number>> => {
    starts.push(startAt);
    const values = all.slice(startAt, startAt + size);
    if (form === "total") return { values, total: count };
    return form === "isLast" ? { values, isLast: startAt + size >= count } : { values };
  };
  return { read, starts, all };
}

describe("readAllPages", () => {
  test.each([
    [0, "total", 1],
    [5, "total", 1],
    [10, "total", 1],
    [11, "total", 2],
    [35, "total", 4],
    [10, "isLast", 1],
    [35, "isLast", 4],
    [35, "bare", 5],
  ] as const)("reads %i entries told by %s in %i requests", async (count, form, requests) => {
    const { read, starts, all } = source(count, 10, form);
    expect(await readAllPages(read)).toEqual(all);
    expect(starts).toHaveLength(requests);
  });
});
