/** What may stand at a notat's top; each empty text is left out, line and all. */
export interface NotatHeader {
  /** The case's number in the municipality's records system (J.nr., sagsnr.). */
  readonly caseNumber: string;
  readonly to: string;
  readonly from: string;
  /** What it is about (vedrørende). */
  readonly regarding: string;
  /** The subject number of KL's classification (KL Emnesystematik). */
  readonly kle: string;
}

export const EMPTY_HEADER: NotatHeader = { caseNumber: '', to: '', from: '', regarding: '', kle: '' };
