/**
 * Reads the body of a response. The bytes are counted, because the `Content-Length` of a response cannot be trusted.
 *
 * @returns undefined where there are more than `maxBytes` bytes; the rest is not read
 */
export async function readUpTo({ body }: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.length;
    // To leave the loop cancels the stream.
    if (length > maxBytes) return undefined;
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
