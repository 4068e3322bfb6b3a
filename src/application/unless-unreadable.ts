import { UnreadableRow } from './ports.js';

/**
 * What a read gives, or undefined for a row that cannot be understood: for whoever goes on without it, and only for
 * them. Every other trouble rejects.
 */
export async function unlessUnreadable<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  }
}
