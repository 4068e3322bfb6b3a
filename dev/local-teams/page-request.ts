import { z } from 'zod';

/** A request of the page is wrong. The message is shown to the person who made the request. */
export class PageProblem extends Error {}

/** @throws PageProblem if there is no value; `what` names it */
export function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new PageProblem(`there is no such ${what}`);
  return value;
}

/** @throws PageProblem if the body of the request does not have the shape */
export function read<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new PageProblem(z.prettifyError(parsed.error));
  return parsed.data;
}
