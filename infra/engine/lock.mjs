// @ts-check
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * @typedef {object} LockOptions
 * @property {() => void} [onWait] called once when another holds the lock
 * @property {number} [staleMs] a lock whose owner gave no sign of life for this long is taken over
 * @property {number} [pollMs]
 */

/**
 * Does something while no other process does it under the same lock file. The owner touches the file as long as it
 * lives, so a lock that a killed process left is soon taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} action
 * @param {LockOptions} [options]
 * @returns {Promise<T>}
 */
export async function withLock(path, action, { onWait, staleMs = 15000, pollMs = 500 } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  for (let tries = 0; !take(path, staleMs); tries += 1) {
    if (tries === 0 && onWait) onWait();
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  const release = () => rmSync(path, { force: true });
  const heartbeat = setInterval(() => touch(path), staleMs / 5);
  process.once("exit", release);
  try {
    return await action();
  } finally {
    clearInterval(heartbeat);
    process.removeListener("exit", release);
    release();
  }
}

/**
 * @param {string} path
 * @param {number} staleMs
 */
function take(path, staleMs) {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  if (ageMs(path) > staleMs) rmSync(path, { force: true });
  return false;
}

/** @param {string} path */
function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** @param {string} path */
function touch(path) {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // Someone removed the lock by hand; the work goes on.
  }
}
