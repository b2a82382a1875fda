// @ts-check

/**
 * @typedef {object} Sink where progress is shown
 * @property {boolean} [isTTY]
 * @property {(text: string) => unknown} write
 *
 * @typedef {object} Progress
 * @property {(note: string) => void} note replaces what is said to be happening
 * @property {() => void} stop
 */

/**
 * Shows what is being done and for how long: one line that updates at a terminal, elsewhere a line now and then.
 * @param {string} label
 * @param {{ sink?: Sink, now?: () => number }} [options]
 * @returns {Progress}
 */
export function startProgress(label, { sink = process.stderr, now = Date.now } = {}) {
  const startedAt = now();
  const live = sink.isTTY === true;
  let happening = "";
  const line = () => {
    const seconds = Math.round((now() - startedAt) / 1000);
    return `${label}: ${seconds} s${happening && `, ${happening}`}`;
  };
  const show = () => sink.write(live ? `\r\u001b[K${line()}` : `${line()}\n`);
  sink.write(live ? label : `${label}\n`);
  const timer = setInterval(show, live ? 500 : 15000);
  return {
    note(text) {
      happening = text;
    },
    stop() {
      clearInterval(timer);
      show();
      if (live) sink.write("\n");
    },
  };
}
