/** Where the keyboard is in the matrix: row -1 is the line of permissions, column 0 the one of names. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** What was pressed. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** How far the matrix goes, and which of its rows are headings, which are passed over. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** How many rows are seen at once. */
  readonly page: number;
  readonly isHeading: (row: number) => boolean;
}

/** Where a key leads from a position; undefined for keys that lead nowhere. */
export function move(from: Position, { key, ctrlKey }: Press, extent: Extent): Position | undefined {
  const { row, column } = from;
  const last = extent.rows - 1;
  switch (key) {
    case "ArrowRight":
      return { row, column: Math.min(column + 1, extent.columns) };
    case "ArrowLeft":
      return { row, column: Math.max(column - 1, 0) };
    case "ArrowDown":
      return { row: landOn(row + 1, 1, from, extent), column };
    case "ArrowUp":
      return { row: landOn(row - 1, -1, from, extent), column };
    case "PageDown":
      return { row: landOn(Math.min(row + extent.page, last), -1, from, extent), column };
    case "PageUp":
      return { row: landOn(Math.max(row - extent.page, -1), 1, from, extent), column };
    case "Home":
      return { row: ctrlKey ? -1 : row, column: 0 };
    case "End":
      return { row: ctrlKey ? last : row, column: extent.columns };
    default:
      return undefined;
  }
}

/** The first row from one on, in a direction, that is no heading; where there is none, nothing moves. */
function landOn(row: number, step: 1 | -1, { row: before }: Position, { rows, isHeading }: Extent): number {
  let at = row;
  while (at >= 0 && at < rows && isHeading(at)) at += step;
  return at < -1 || at >= rows ? before : at;
}
