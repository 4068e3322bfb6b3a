/** Someone who acted in Teams. */
export interface Person {
  /** The Entra object id (`aadObjectId`). A display name identifies nobody: names change and can be imitated. */
  readonly id: string;
  /** The display name at the time of the act. It is stored with the act. */
  readonly name: string;
}
