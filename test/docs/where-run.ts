import { commandsInBlocks, type DocumentedCommand } from "./commands.js";
import { notRun } from "./not-run.js";

/** The tests that run what documents tell to do, and which of the commands each takes. */
const places = {
  "test/e2e/readme": { documents: ["README.md"], commands: /./ },
  "test/e2e/quick-start": { documents: ["docs/quick-start.md"], commands: /./ },
  "test/e2e/sandbox-to-production": { documents: ["docs/sandbox-to-production.md"], commands: /./ },
  "test/e2e/team-state": { documents: ["docs/team-state.md"], commands: /./ },
  "test/e2e/documented-dialogues": {
    documents: ["docs/access.md", "docs/emulator.md", "docs/tokens.md"],
    commands: /./,
  },
  "verbs without a state": {
    documents: ["docs/commands.md"],
    commands: /\bjira-access (validate|compare|adopt|restore|scopes|explain|report|schema|completion|doctor)\b/,
  },
  "verbs of an applied stack": {
    documents: ["docs/commands.md", "docs/policies.md", "docs/preview.md", "docs/record.md"],
    commands:
      /^(npx )?(pulumi preview|jira-access (up|preview|verify|drift|baseline|compare production|record|unused))\b/,
  },
} as const satisfies Readonly<Record<string, { readonly documents: readonly string[]; readonly commands: RegExp }>>;

const commands = commandsInBlocks.map(({ text, ...place }) => ({ ...place, text: text.replace(/ +#.*$/gm, "") }));
const runnable = commands.filter(({ text }) => !(text in notRun));

/** The commands that a test is to run, without comments, in the order of the documents. */
export function commandsOf(place: keyof typeof places): readonly DocumentedCommand[] {
  return runnable.filter((command) => isOf(place, command));
}

/** The commands that no test takes and that are not known for it. */
export function commandsWithoutTest(): readonly DocumentedCommand[] {
  const names = Object.keys(places) as (keyof typeof places)[];
  return runnable.filter((command) => !names.some((place) => isOf(place, command)));
}

/** What is said not to be run, and stands in no document. */
export function missingCommands(): readonly string[] {
  const told = new Set(commands.map(({ text }) => text));
  return Object.keys(notRun).filter((text) => !told.has(text));
}

function isOf(place: keyof typeof places, { document, text }: DocumentedCommand): boolean {
  const taken = places[place];
  return (taken.documents as readonly string[]).includes(document) && taken.commands.test(text);
}
