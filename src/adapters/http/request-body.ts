import type { IncomingMessage, ServerResponse } from 'node:http';
import { BODY_MAX_BYTES, REFUSED_BODY_MAX_BYTES } from '../../domain/limits.js';

export type ReadBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not json' }
  /** The body has more than `BODY_MAX_BYTES`. The rest has not been read. */
  | { readonly kind: 'too large' }
  /** The connection was closed before the end of the body, so no answer can be sent. */
  | { readonly kind: 'broken off' };

/** Reads a body as JSON in UTF-8. The bytes are counted, because the `Content-Length` header cannot be trusted. */
export function readJsonBody(request: IncomingMessage): Promise<ReadBody> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const settle = (body: ReadBody) => {
      request.removeListener('data', take);
      resolve(body);
    };
    const take = (piece: Buffer) => {
      length += piece.length;
      if (length <= BODY_MAX_BYTES) pieces.push(piece);
      else settle({ kind: 'too large' });
    };
    request.on('data', take);
    request.once('end', () => settle(parse(Buffer.concat(pieces).toString())));
    request.once('error', () => settle({ kind: 'broken off' }));
    request.once('close', () => settle({ kind: 'broken off' }));
  });
}

function parse(text: string): ReadBody {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    // The error is not passed on, because its message contains text of the sender.
    return { kind: 'not json' };
  }
}

/**
 * Answers a request whose body has not been read to its end, and closes the connection. The answer is sent at once. The
 * connection is closed when the client has sent the rest of the body or `REFUSED_BODY_MAX_BYTES` of it, or when the
 * server's time limit for the request ends it.
 */
export function answerUnread(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.setHeader('Connection', 'close');
  response.setHeader('Content-Length', '0');
  response.writeHead(status);
  response.flushHeaders();
  let left = REFUSED_BODY_MAX_BYTES;
  request.on('data', (piece: Buffer) => {
    left -= piece.length;
    if (left < 0) response.end();
  });
  request.once('end', () => response.end());
  request.once('close', () => response.end());
  // An error here means that the client has closed the connection.
  request.on('error', () => response.end());
}
