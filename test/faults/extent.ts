/** Whether everything is asked for, as `npm run faults` does, or the part that the tests have time for. */
export const isWhole = process.env.FAULTS === "whole";
