/** A change that no spec can tell, because what people and other modules see stays the same. */
export interface Equivalent {
  /** From src. */
  readonly file: string;
  /** The function or the constant of the module that it is in. */
  readonly within: string;
  /** What the line says where the change begins: it is found by this wherever it moves. */
  readonly lineText: string;
  /** As the command prints it. */
  readonly change: string;
  readonly why: string;
}

/** Known ones. They are left out of the sample; an entry whose line is gone is reported. */
export const EQUIVALENTS: readonly Equivalent[] = [];
