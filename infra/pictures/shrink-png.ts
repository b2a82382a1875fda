import { crc32, deflateSync, inflateSync } from "node:zlib";

const mostColours = 256;
const bytesAPixel = 3;

/**
 * A picture as Chromium takes it (PNG, 8 bits a channel, no transparency) with a palette instead: its 256 most frequent
 * colours, in whose place the others get the nearest. Of a page that is mostly text that takes a third of the room.
 */
export function shrinkPng(png: Buffer): Buffer {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === "IHDR")?.data ?? Buffer.alloc(13);
  if (header[8] !== 8 || header[9] !== 2) throw new Error("only PNGs of three channels of 8 bits can be shrunk");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === "IDAT" ? [data] : [])));
  const pixels = unfilter(inflateSync(packed), width * bytesAPixel, height);
  const { palette, placeOf } = choosePalette(pixels);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 1; x <= width; x++, from += bytesAPixel)
      lines[y * (width + 1) + x] = placeOf(pixels.readUIntBE(from, 3));
  }
  const indexed = Buffer.from(header);
  indexed[9] = 3;
  const colours = Buffer.from(palette.flatMap(toChannels));
  return Buffer.concat([
    png.subarray(0, 8),
    toChunk("IHDR", indexed),
    toChunk("PLTE", colours),
    toChunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })),
    toChunk("IEND", Buffer.alloc(0)),
  ]);
}

function readChunks(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** @see https://www.w3.org/TR/png-3/#9Filters */
function unfilter(lines: Buffer, width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (width + 1)];
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x < bytesAPixel ? 0 : (pixels[at - bytesAPixel] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - width] ?? 0);
      const before = x < bytesAPixel || y === 0 ? 0 : (pixels[at - width - bytesAPixel] ?? 0);
      const guesses = [0, left, above, (left + above) >> 1, guessPaeth(left, above, before)];
      pixels[at] = (lines[y * (width + 1) + 1 + x] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
  return pixels;
}

function guessPaeth(left: number, above: number, before: number): number {
  const guess = left + above - before;
  const [byLeft, byAbove, byBefore] = [left, above, before].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byAbove && byLeft <= byBefore) return left;
  return byAbove <= byBefore ? above : before;
}

function choosePalette(pixels: Buffer) {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += bytesAPixel) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostColours)
    .map(([colour]) => colour);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  return { palette, placeOf: (colour: number) => places.get(colour) ?? 0 };
}

function nearest(palette: readonly number[], colour: number): number {
  const wanted = toChannels(colour);
  const distances = palette.map((one) =>
    toChannels(one).reduce((sum, channel, at) => sum + (channel - (wanted[at] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function toChannels(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}
