/** What is measured, in the order in which it is run on one site. */
export const scenarios = ["up", "preview", "refresh", "drift", "verify", "destroy"] as const;

/** A run of the engine or of a command. */
export type Scenario = (typeof scenarios)[number];
