import type { Coverage } from "../../model/coverage.js";
import type { Origin } from "../../model/desired-access.js";
import type { Drift, ResourceName } from "../../model/drift.js";
import type { DriftIgnore } from "../../model/drift-ignore.js";
import type { Finding, FindingReport } from "../../model/finding.js";
import { describeDrift, nameEntry, nameResource } from "./describe-drift.js";
import { gradeDrift } from "./grade-drift.js";
import type { MutedDrift } from "./mute-drift.js";

const rules = {
  "changed-outside": "The site holds what the last run left there",
  "not-applied": "What the stack file declares has been applied",
  "effective-access": "Accounts can do what is declared for them and nothing else",
  "ignore-expired": "What is to be ignored still has its day before it",
  ignored: "Drift that the stack file says to ignore for a while",
  unmanaged: "What the site has and no resource of the stack keeps",
} as const;

/** All that is known when drift is told. */
export interface DriftKnowledge extends MutedDrift {
  readonly resources: readonly ResourceName[];
  readonly coverage: readonly Coverage[];
  /** Who may have made a change, and when, as the audit log tells. */
  readonly authorOf: (drift: Drift) => string | undefined;
  readonly placeOf: (origin: Origin) => Finding["place"];
}

/** Drift as findings; what is ignored and what the stack does not keep are notes, so that they change no exit code. */
export function reportDrift(knowledge: DriftKnowledge): FindingReport {
  const { told, muted, expired, resources, coverage, authorOf, placeOf } = knowledge;
  const drifted = new Set(told.map(nameResource));
  return {
    title: "drift",
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
      .map((subject) => ({ rule: "changed-outside", subject })),
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
    ...withPlace(placeOf(drift.origin ?? [])),
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
    ...withPlace(placeOf(drift.origin ?? [])),
  };
}

function toExpiry({ resource, entry, owner, until }: DriftIgnore, placeOf: DriftKnowledge["placeOf"]): Finding {
  const subject = entry === undefined ? resource : `${resource} ${entry}`;
  const message = `was to be ignored until ${until}; take the line out, or have ${owner} say anew until when`;
  return { rule: "ignore-expired", level: "warning", subject, message, key: subject, ...withPlace(placeOf(["drift"])) };
}

function toInventory({ what, managed, unmanaged }: Coverage, placeOf: DriftKnowledge["placeOf"]): Finding {
  const all = managed + unmanaged.length;
  const percent = all === 0 ? 100 : Math.round((managed / all) * 100);
  const others = unmanaged.length === 0 ? "" : `; not kept: ${unmanaged.join(", ")}`;
  const message = `${managed} of ${all} (${percent} %) are kept by the stack${others}`;
  return { rule: "unmanaged", level: "note", subject: what, message, key: what, ...withPlace(placeOf([])) };
}

/** The same for the same drift of the same entry, whatever the values are and wherever it stands in the file. */
function keyOf(drift: Drift): string {
  return [drift.category, nameResource(drift), nameEntry(drift) || drift.whole].join("/");
}

function withPlace(place: Finding["place"]): Pick<Finding, "place"> {
  return place === undefined ? {} : { place };
}
