/** Waits for every write, so that none is still under way when the first failure is thrown. */
export async function settleAll(writes: readonly Promise<void>[]): Promise<true> {
  const failure = (await Promise.allSettled(writes)).find(({ status }) => status === "rejected");
  if (failure?.status === "rejected") throw failure.reason;
  return true;
}
