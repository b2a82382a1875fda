import { type Coverage, percentKept } from "../../model/coverage.js";
import type { Origin } from "../../model/desired-access.js";
import type { Drift, ResourceName } from "../../model/drift.js";
import type { DriftIgnore } from "../../model/drift-ignore.js";
import type { Finding, FindingReport } from "../../model/finding.js";
import { describeDrift, nameEntry, nameResource } from "./describe-drift.js";
import { driftRules as rules } from "./drift-rules.js";
import { gradeDrift } from "./grade-drift.js";
import type { MutedDrift } from "./mute-drift.js";

/** All that is known when drift is told. */
export interface DriftKnowledge extends MutedDrift {
  readonly stack: string;
  readonly resources: readonly ResourceName[];
  readonly coverage: readonly Coverage[];
  /** Who may have made a change, and when, as the audit log tells. */
  readonly authorOf: (drift: Drift) => string | undefined;
  readonly placeOf: (origin: Origin) => Finding["place"];
}

/** Drift as findings; what is ignored and what the stack does not keep are notes, so that they change no exit code. */
export function reportDrift(knowledge: DriftKnowledge): FindingReport {
  const { stack, told, muted, expired, resources, coverage, authorOf, placeOf } = knowledge;
  const drifted = new Set(told.map(nameResource));
  return {
    title: "drift",
    stack,
    rules,
    findings: [
      ...told.map((drift) => toFinding(drift, authorOf(drift), placeOf)).sort(gravestFirst),
      ...expired.map((ignore) => toExpiry(ignore, placeOf)),
      ...muted.map(({ drift, ignore }) => toNote(drift, ignore, placeOf)),
      ...coverage.map((one) => toInventory(one, placeOf)),
    ],
    held: resources
      .map(({ kind, name }) => `${kind} ${name}`)
      .filter((name) => !drifted.has(name))
      .sort()
      .map((subject) => ({ rule: "changed-outside", subject })),
    coverage,
  };
}

/** In an order that stays the same from run to run. */
function gravestFirst(a: Finding, b: Finding): number {
  const orderOf = ({ level, subject, message }: Finding) => [level, subject, message].join(" ");
  return orderOf(a) < orderOf(b) ? -1 : 1;
}

function toFinding(drift: Drift, author: string | undefined, placeOf: DriftKnowledge["placeOf"]): Finding {
  const who = author === undefined ? "" : `; ${author}`;
  return {
    rule: drift.category,
    level: gradeDrift(drift),
    subject: nameResource(drift),
    message: `${describeDrift(drift)}${who}`,
    key: keyOf(drift),
    ...withPlace(placeOf(originOf(drift))),
  };
}

function toNote(drift: Drift, { owner, reason, until }: DriftIgnore, placeOf: DriftKnowledge["placeOf"]): Finding {
  const message = `${describeDrift(drift)}; ignored until ${until} by ${owner}: ${reason}`;
  const subject = nameResource(drift);
  return {
    rule: "ignored",
    level: "note",
    subject,
    message,
    key: keyOf(drift),
    ...withPlace(placeOf(originOf(drift))),
  };
}

function toExpiry({ resource, entry, owner, until }: DriftIgnore, placeOf: DriftKnowledge["placeOf"]): Finding {
  const subject = entry === undefined ? resource : `${resource} ${entry}`;
  const message = `was to be ignored until ${until}; take the line out, or have ${owner} say anew until when`;
  return { rule: "ignore-expired", level: "warning", subject, message, key: subject, ...withPlace(placeOf(["drift"])) };
}

function toInventory(coverage: Coverage, placeOf: DriftKnowledge["placeOf"]): Finding {
  const { what, managed, unmanaged } = coverage;
  const others = unmanaged.length === 0 ? "" : `; not kept: ${unmanaged.join(", ")}`;
  const message = `${managed} of ${managed + unmanaged.length} (${percentKept(coverage)} %) are kept by the stack${others}`;
  return { rule: "unmanaged", level: "note", subject: what, message, key: what, ...withPlace(placeOf([])) };
}

/** The part of the file that is nearest to a drift: the entry itself, or what should hold it. */
function originOf({ category, origin = [], change }: Drift): Origin {
  const path = change?.path ?? [];
  return [...origin, ...(category === "effective-access" ? path.slice(1) : path)];
}

/** The same for the same drift of the same entry, whatever the values are and wherever it stands in the file. */
function keyOf(drift: Drift): string {
  return [drift.category, nameResource(drift), nameEntry(drift) || drift.whole].join("/");
}

function withPlace(place: Finding["place"]): Pick<Finding, "place"> {
  return place === undefined ? {} : { place };
}
