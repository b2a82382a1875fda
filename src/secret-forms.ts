/**
 * Every form in which programs on the way write a text down: as it is, and for URLs, forms, JSON (of JavaScript, of Go,
 * and JSON within JSON), HTML, hex and base64, also amid other bytes.
 */
export function secretForms(secret: string): ReadonlySet<string> {
  const json = JSON.stringify(secret).slice(1, -1);
  const url = encodeURIComponent(secret);
  const hex = Buffer.from(secret).toString("hex");
  return new Set([
    secret,
    url,
    lowerEscapes(url),
    new URLSearchParams({ "": secret }).toString().slice(1),
    json,
    JSON.stringify(json).slice(1, -1),
    escapeAs(json, /[<>&\u2028\u2029]/g),
    escapeAs(json, /[^ -~]/g),
    json.replaceAll("/", "\\/"),
    toHtml(secret),
    hex,
    hex.toUpperCase(),
    ...base64Forms(secret),
  ]);
}

function toHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

function escapeAs(json: string, characters: RegExp): string {
  return json.replace(characters, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function lowerEscapes(url: string): string {
  return url.replace(/%../g, (code) => code.toLowerCase());
}

/** The characters that are the same whatever stands around: base64 writes three bytes as four characters. */
function base64Forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const plain = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  return [...plain, ...plain.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"))];
}
