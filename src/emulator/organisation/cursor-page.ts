import { refuseOrganisation } from "./refuse-organisation.js";

const usual = 20;
const most = 100;

/** The part of a list that `pageSize` and `cursor` ask for, in the form of the organisation's API. */
export function toCursorPage(url: URL, list: readonly unknown[]): unknown {
  const size = Math.min(readCount(url, "pageSize", usual), most);
  const start = readCount(url, "cursor", 0);
  const link = (cursor: number) => {
    const linked = new URL(url);
    linked.searchParams.set("cursor", String(cursor));
    return linked.href;
  };
  const next = start + size < list.length ? { next: link(start + size) } : {};
  const prev = start > 0 ? { prev: link(Math.max(0, start - size)) } : {};
  return { data: list.slice(start, start + size), links: { self: link(start), ...next, ...prev } };
}

function readCount(url: URL, name: string, usual: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return usual;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw refuseOrganisation(400, `${name} is not valid.`);
}
