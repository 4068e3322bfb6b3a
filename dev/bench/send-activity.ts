import { type Agent, request } from 'node:http';

/** What a bot answered to an activity. */
export interface Answered {
  readonly status: number | undefined;
  readonly body: string;
}

/** @param activity as JSON */
export function sendActivity(endpoint: string, agent: Agent, activity: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(activity),
    };
    const sent = request(endpoint, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(activity);
  });
}
