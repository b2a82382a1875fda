// @ts-check

/** A failure whose message says everything: it is printed without a stack. */
export class SetUpError extends Error {}
