import type { DepartmentId } from '../ids.js';
import type { Person } from '../person.js';
import type { ChannelAddress, PostedMessage } from './channel.js';

/** What someone who may not do it themselves wants the secretariat to do with a channel. */
export type SetupWish =
  /** The channel becomes a department's with this name, or its department gets the name. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unregister' }
  /** These people, and no others, become the heads, the deputies or the director of the channel's department. */
  | { readonly kind: LeaderKind; readonly people: readonly Person[] };

/** The people whom a department's settings name. A department has at most one director. */
export type LeaderKind = 'heads' | 'deputies' | 'director';

/** Whether two wishes are for the same. People are the same by their ids. */
export function isSameWish(one: SetupWish, other: SetupWish): boolean {
  switch (one.kind) {
    case 'name':
      return other.kind === 'name' && other.name === one.name;
    case 'unregister':
      return other.kind === 'unregister';
    case 'heads':
    case 'deputies':
    case 'director':
      return other.kind === one.kind && areSamePeople(one.people, other.people);
  }
}

function areSamePeople(some: readonly Person[], others: readonly Person[]): boolean {
  return some.length === others.length && some.every(({ id }, index) => id === others[index]?.id);
}

/** A wish that waits for the secretariat. A channel has at most one. */
export interface SetupRequest {
  /** Tells this request from an earlier one of the channel. */
  readonly id: string;
  /** The channel that the wish is about. */
  readonly address: ChannelAddress;
  readonly by: Person;
  readonly at: Date;
  /** The channel's department when it was asked; undefined where the channel was nobody's. */
  readonly about: { readonly departmentId: DepartmentId; readonly name: string } | undefined;
  readonly wanted: SetupWish;
  /** The message in the secretariat's channel that asks for it; undefined until it has been posted. */
  readonly posted: PostedMessage | undefined;
}

/** What the secretariat has decided about a request. */
export interface SetupDecision {
  readonly isGranted: boolean;
  readonly by: Person;
}
