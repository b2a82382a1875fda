/** A status that an issue can have. */
export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: { readonly id: number; readonly key: string; readonly name: string; readonly colorName: string };
}

/** A way into a status; every status can be left by every transition. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly to: Status;
}

const toDo: Status = {
  id: "10000",
  name: "To Do",
  category: { id: 2, key: "new", name: "To Do", colorName: "blue-gray" },
};
const inProgress: Status = {
  id: "10001",
  name: "In Progress",
  category: { id: 4, key: "indeterminate", name: "In Progress", colorName: "yellow" },
};
const done: Status = { id: "10002", name: "Done", category: { id: 3, key: "done", name: "Done", colorName: "green" } };

/** The transitions of the one workflow that all projects have. */
export const transitions: readonly Transition[] = [
  { id: "11", name: "To Do", to: toDo },
  { id: "21", name: "In Progress", to: inProgress },
  { id: "31", name: "Done", to: done },
];

/** The status with that name, or the first one. */
export function findStatus(name: string): Status {
  return transitions.find(({ to }) => to.name === name)?.to ?? toDo;
}

/** The name of the status in which issues begin. */
export const firstStatusName = toDo.name;
