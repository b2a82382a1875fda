/**
 * Declares resources without where in the program that is done. The engine would keep it with each of them, a good 300
 * bytes and milliseconds apiece, and for the resources of a stack file it is always the same lines of this package.
 */
export function withoutPositions<T>(declare: () => T): T {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => "";
  try {
    return declare();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}
