import type { Tier } from "./tiers.js";

/** What of the report is looked at. */
export interface View {
  /** Words that must all stand in the name of a row. */
  readonly search: string;
  /** The place of the only project that counts; all count unless given. */
  readonly project?: number | undefined;
  /** The place of the account whose projects are the rows; accounts are the rows unless given. */
  readonly account?: number | undefined;
  readonly tier?: Tier | undefined;
  readonly permission?: string | undefined;
  /** Which rows: those that hold what is looked at, those for which it would change, or all. */
  readonly who: "holders" | "changed" | "everybody";
  readonly order: "risk" | "name";
}

/** The view that a report opens with. */
export const firstView: View = { search: "", who: "holders", order: "risk" };

/** The view that is shown, which many may change and watch. */
export interface ViewStore {
  readonly view: () => View;
  readonly change: (part: Partial<View>) => void;
  /** Calls now, and after every change. */
  readonly watch: (draw: (view: View) => void) => void;
}

/** A store that holds the first view. */
export function createViewStore(): ViewStore {
  let view = firstView;
  const watchers: ((view: View) => void)[] = [];
  return {
    view: () => view,
    change: (part) => {
      view = { ...view, ...part };
      for (const draw of watchers) draw(view);
    },
    watch: (draw) => {
      watchers.push(draw);
      draw(view);
    },
  };
}
