/** Someone who acted in Teams. */
export interface Person {
  /** The Entra object id (`aadObjectId`). A display name identifies nobody: names change and can be imitated. */
  readonly id: string;
  /** The display name at the time of the act. It is stored with the act. */
  readonly name: string;
}

/** Names each person once. Someone who is named twice keeps the first place and the last name. */
export function eachOnce<Named extends { readonly id: string }>(named: readonly Named[]): readonly Named[] {
  return [...new Map(named.map((one) => [one.id, one])).values()];
}
