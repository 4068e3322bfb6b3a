import type { Department } from '../../domain/channel/department.js';

/** Why a person may not do something. Each reason has its own sentence for the person, and is a word in the audit. */
export type WhyNot =
  /** The person belongs to another tenant, and is here only because the channel is shared with it. */
  | { readonly reason: 'of another tenant' }
  /** The roster of the channel's team does not know the person. */
  | { readonly reason: 'not in the team' }
  /** The department has heads, and only they and their deputies may do it. */
  | { readonly reason: 'not head'; readonly department: Department }
  | { readonly reason: 'not secretary'; readonly isGuest: boolean }
  | { readonly reason: 'not administrator' }
  /** The round does not exist, or does not ask the channel that the press came from. */
  | { readonly reason: 'not asked here' }
  /** It is done in the secretariat's channel, and this is another one. `channel` is the name of the secretariat's. */
  | { readonly reason: 'not the secretariat’s channel'; readonly channel: string | undefined }
  /** No channel is the secretariat's. */
  | { readonly reason: 'no secretariat' };

/** The outcome for a person who may not do what they tried to do. Nothing was written. */
export interface NotAllowed {
  readonly kind: 'not allowed';
  readonly why: WhyNot;
}

export function notAllowed(why: WhyNot): NotAllowed {
  return { kind: 'not allowed', why };
}

export function isNotAllowed(outcome: unknown): outcome is NotAllowed {
  return typeof outcome === 'object' && outcome !== null && 'kind' in outcome && outcome.kind === 'not allowed';
}
