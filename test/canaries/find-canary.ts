/**
 * Where a secret, or one of several, shows in a text, by the encoding in which it does; nothing where it does not. Every
 * text is decoded, not the secret encoded: what redacts secrets goes the other way, so that one does not share the
 * other's mistakes.
 */
export function findCanary(secrets: string | readonly string[], text: string): readonly string[] {
  const wanted = [secrets].flat();
  return Object.entries(decodings).flatMap(([encoding, decode]) =>
    decode(text).some((decoded) => wanted.some((secret) => decoded.includes(secret))) ? [encoding] : [],
  );
}

const decodings: Readonly<Record<string, (text: string) => readonly string[]>> = {
  raw: (text) => [text],
  URL: (text) => [fromUrl(text), fromUrl(text.replaceAll("+", " "))],
  JSON: (text) => [fromJson(text), fromJson(fromJson(text))],
  HTML: (text) => [text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (entity) => entities[entity] ?? entity)],
  hex: (text) => runsOf(/[0-9a-f]{12,}/gi, text).flatMap((run) => [fromHex(run), fromHex(run.slice(1))]),
  base64: (text) =>
    runsOf(/[\w+/-]{8,}/g, text).flatMap((run) => [0, 1, 2, 3].map((skip) => fromBase64(run.slice(skip)))),
};

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
};

const simpleEscapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

function fromJson(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, unit?: string, character = "") =>
    unit === undefined ? (simpleEscapes[character] ?? character) : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

function fromUrl(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString());
}

function fromHex(run: string): string {
  return Buffer.from(run, "hex").toString();
}

function fromBase64(run: string): string {
  return Buffer.from(run, "base64").toString();
}

function runsOf(form: RegExp, text: string): readonly string[] {
  return text.match(form) ?? [];
}
