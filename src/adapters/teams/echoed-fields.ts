import { z } from 'zod';

/** A value of the wrong type counts as left out. */
const text = z.string().min(1).optional().catch(undefined);
/** Becomes a part of a URL, which can hold only visible ASCII characters. */
const inAddress = z
  .string()
  .regex(/^[\u0021-\u007E]+$/u)
  .optional()
  .catch(undefined);
const truth = z.boolean().optional().catch(undefined);

/** The SDK does not know `tenantId`, but Teams tells it of the sender, and rights depend on it. */
const account = z.object({ id: text, name: text, aadObjectId: text, role: text, tenantId: text });

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
 * Corrects, in place, the fields that the SDK copies from an activity into every answer to it. With a value of the
 * wrong type the answer could not be sent, and the person would be told nothing. `deliveryMode` is always `normal`, so
 * that answers are sent as messages.
 */
export function mendEchoedFields(activity: object): void {
  Object.assign(activity, Echoed.parse(activity));
}
