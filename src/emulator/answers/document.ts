/** A text as the smallest Atlassian document that holds it. */
export function toDocument(text: string): unknown {
  return { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}
