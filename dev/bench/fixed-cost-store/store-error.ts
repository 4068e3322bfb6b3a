/** A request that the store refuses, with the status and the code of Azure Table Storage. Nothing has been written. */
export class StoreError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string = code) {
    super(message);
    this.name = 'StoreError';
    this.status = status;
    this.code = code;
  }
}
