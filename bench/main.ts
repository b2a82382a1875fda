import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeSection } from "../infra/documents/marked-section.js";
import { packageFolder } from "../infra/package-folder.js";
import { describeMachine } from "./describe-machine.js";
import { type Goal, goalsOf, goalsOfDemo, isExact, isReached } from "./goals.js";
import { measureDemo } from "./measure-demo.js";
import { measureSize, type SizeMeasurement } from "./measure-size.js";
import { measureReferences } from "./references.js";
import { type SizeName, sizes } from "./size.js";
import { describeMeasurement, formatGoals, formatTable } from "./table.js";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    size: { type: "string", multiple: true },
    latency: { type: "string", multiple: true },
  },
});
const names = Object.keys(sizes) as SizeName[];
const chosen = values.quick ? names.slice(0, 1) : names.filter((name) => values.size?.includes(name) ?? true);
const latenciesMs = values.latency?.map(Number) ?? (values.quick ? [0, 20] : [0, 20, 150]);
const print = (text: string) => (values.json ? undefined : console.log(text));
const keep = (name: string, text: string) => {
  if (!values.quick) writeSection(join(packageFolder, "docs/performance.md"), name, `${describeMachine()}\n\n${text}`);
};

const references = await measureReferences();
const demo = await measureDemo();
const demoGoals = goalsOfDemo(demo, references);
print(`the demo's stack\n${formatGoals(demoGoals)}`);
keep("demo", formatGoals(demoGoals));

const goals: Goal[] = [...demoGoals];
const measured: Partial<Record<SizeName, readonly SizeMeasurement[]>> = {};
for (const name of chosen) {
  const ofSize: SizeMeasurement[] = [];
  const ofGoals: Goal[] = [];
  for (const latencyMs of latenciesMs) {
    const one = await measureSize(sizes[name], latencyMs, (each) => print(`${name}: ${describeMeasurement(each)}`));
    ofSize.push(one);
    ofGoals.push(...goalsOf(name, one, references));
  }
  const told = ofGoals.filter((goal) => !isExact(goal) || !isReached(goal) || goal.unit === "bytes");
  print(formatGoals(told));
  keep(name, `${formatTable(ofSize)}\n\n${formatGoals(told)}`);
  measured[name] = ofSize;
  goals.push(...ofGoals);
}

const missed = goals.filter((goal) => !isReached(goal));
const exact = missed.filter(isExact);
if (values.json) console.log(JSON.stringify({ machine: describeMachine(), references, demo, measured, goals }));
else console.log(`${goals.length} goals, ${missed.length} missed, ${exact.length} of them on requests or bytes`);
process.exitCode = exact.length > 0 ? 1 : 0;
