import { deflateSync, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { shrinkPng } from "../../../infra/pictures/shrink-png.js";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Two pixels wide; each line begins with the filter that the rest of it went through. */
function pngOf(lines: readonly (readonly number[])[], colourType = 2): Buffer {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, lines.length, 8, colourType, 0, 0, 0]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(lines.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

function chunkIn(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type, 0, "latin1");
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

test("a picture keeps its pixels, whichever filters its lines went through", () => {
  const [red, blue] = [
    [200, 10, 20],
    [0, 0, 80],
  ] as const;
  const png = shrinkPng(
    pngOf([
      [0, ...red, ...blue],
      [1, ...red, 0, 0, 0],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 100, 5, 10, 0, 0, 0],
      [4, 0, 0, 0, 0, 0, 0],
    ]),
  );
  expect([...chunkIn(png, "PLTE")]).toEqual([...red, ...blue]);
  const lines = [...inflateSync(chunkIn(png, "IDAT"))];
  expect(lines).toEqual([0, 0, 1, ...Array(4).fill([0, 0, 0]).flat()]);
  expect(chunkIn(png, "IHDR")[9]).toBe(3);
});

test("other pictures are refused", () => {
  expect(() => shrinkPng(pngOf([[0, 0, 0, 0, 0, 0, 0, 0, 0]], 6))).toThrow("three channels");
});
