/** How the commands end: nothing found, could not do it (an invalid file too), found something. */
export const exitCodes = { clean: 0, failed: 1, found: 2 } as const;
