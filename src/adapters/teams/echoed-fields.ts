import { z } from 'zod';

/** What has another type than it should is as good as left out. */
const text = z.string().min(1).optional().catch(undefined);
/** Goes into an address, which takes nothing but visible ASCII. */
const inAddress = z
  .string()
  .regex(/^[\u0021-\u007E]+$/u)
  .optional()
  .catch(undefined);
const truth = z.boolean().optional().catch(undefined);

const account = z.object({ id: text, name: text, aadObjectId: text, role: text });

const Echoed = z.object({
  id: inAddress,
  replyToId: inAddress,
  locale: text,
  deliveryMode: z.literal('normal').optional().catch(undefined),
  from: account.optional().catch(undefined),
  recipient: account.optional().catch(undefined),
  conversation: z
    .object({ id: text, name: text, conversationType: text, tenantId: text, isGroup: truth })
    .optional()
    .catch(undefined),
});

/**
 * Puts right, in place, the fields that the SDK copies from an activity into every answer to it: with one of another
 * type the answer could not be sent, and the person would be told nothing. Answers are messages, however the activity
 * asks for them.
 */
export function mendEchoedFields(activity: object): void {
  Object.assign(activity, Echoed.parse(activity));
}
