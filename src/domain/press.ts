/** A row that remembers presses. */
interface Pressed {
  readonly presses: readonly string[];
}

/**
 * How many presses that were carried out a row remembers. Our choice: Teams repeats a delivery within
 * seconds or minutes, and a row has room for many more.
 */
export const PRESSES_KEPT = 50;

/** Whether this press has been carried out already, even if the row has changed since. */
export function wasCarriedOut({ presses }: Pressed, press: string): boolean {
  return presses.includes(press);
}

/** The row with one more press in its list of presses that were carried out. */
export function withPress<Row extends Pressed>(row: Row, press: string): Row {
  return { ...row, presses: [...row.presses, press].slice(-PRESSES_KEPT) };
}
