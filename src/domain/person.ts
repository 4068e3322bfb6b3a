/** Someone who acted in Teams. */
export interface Person {
  /** The Entra object id (`aadObjectId`), never a display name: names change and can be imitated. */
  readonly id: string;
  /** The display name at the time of the act; kept with what the person did. */
  readonly name: string;
}
