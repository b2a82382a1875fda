/** What an answer's headers say about the pace of the requests after it. */
export interface Advice {
  /** How long none should follow. */
  readonly pauseMs: number | undefined;
  /** How many more the site would take now. */
  readonly remaining: number | undefined;
}

/** Lets the requests of one operation through, each in its turn. */
export interface Lane {
  /**
   * Runs the task when its turn comes.
   * @param patienceMs how long a pause that the site asked for may be waited out.
   * @param refused the error for a longer one, by what remains of it; the task is not run then.
   */
  pass<T>(task: () => Promise<T>, patienceMs: number, refused: (pauseMs: number) => Error): Promise<T>;
  /** Takes an answer's advice. */
  heed(advice: Advice): void;
}

interface Waiting {
  readonly start: () => void;
  readonly patienceMs: number;
  readonly refuse: (pauseMs: number) => void;
}

const mostOnTheWay = 16;
const windowMs = 1020;
const longestTimerMs = 2 ** 31 - 1;

/**
 * A lane for so many requests a second. A request counts from when it is sent until a second after its answer: whenever
 * the site may have counted it in between, no second of the site's holds more, however long requests travel.
 */
export function createLane(mostPerSecond: number): Lane {
  const queue: Waiting[] = [];
  let onTheWay = 0;
  let answeredMs: number[] = [];
  let pausedUntilMs = 0;
  let told = { remaining: Number.POSITIVE_INFINITY, untilMs: 0 };
  let timer: NodeJS.Timeout | undefined;

  const mayStart = (nowMs: number): boolean =>
    nowMs >= pausedUntilMs &&
    onTheWay < mostOnTheWay &&
    onTheWay + answeredMs.length < mostPerSecond &&
    (nowMs >= told.untilMs || onTheWay < told.remaining);

  const proceed = (): void => {
    clearTimeout(timer);
    const nowMs = performance.now();
    answeredMs = answeredMs.filter((ms) => ms + windowMs > nowMs);
    for (const waiting of queue.filter(({ patienceMs }) => pausedUntilMs - nowMs > patienceMs)) {
      queue.splice(queue.indexOf(waiting), 1);
      waiting.refuse(pausedUntilMs - nowMs);
    }
    while (queue.length > 0 && mayStart(nowMs)) queue.shift()?.start();
    const turns = [pausedUntilMs, told.untilMs, ...answeredMs.slice(0, 1).map((ms) => ms + windowMs)];
    const nextMs = Math.min(...turns.filter((ms) => ms > nowMs));
    if (queue.length > 0 && nextMs < Number.POSITIVE_INFINITY) {
      timer = setTimeout(proceed, Math.min(Math.ceil(nextMs - nowMs), longestTimerMs));
    }
  };

  const run = async <T>(task: () => Promise<T>): Promise<T> => {
    onTheWay += 1;
    try {
      return await task();
    } finally {
      onTheWay -= 1;
      answeredMs.push(performance.now());
      proceed();
    }
  };

  return {
    pass: (task, patienceMs, refused) =>
      new Promise((resolve, reject) => {
        const start = () => void run(task).then(resolve, reject);
        queue.push({ start, patienceMs, refuse: (pauseMs) => reject(refused(pauseMs)) });
        proceed();
      }),
    heed({ pauseMs, remaining }) {
      const nowMs = performance.now();
      if (pauseMs !== undefined) pausedUntilMs = Math.max(pausedUntilMs, nowMs + pauseMs);
      if (remaining !== undefined) told = { remaining, untilMs: nowMs + windowMs };
      proceed();
    },
  };
}
