import { departmentsNamed } from '../../domain/round/named-departments.js';
import type { RoundDepartment, RoundOverview, UnreadableDepartment } from '../../domain/round/round.js';
import type { RoundStore } from '../ports.js';
import type { RoundAction } from './which-round.js';

export type FindDepartmentOutcome =
  | {
      readonly kind: 'found';
      readonly overview: RoundOverview;
      /** None where nothing was looked for. */
      readonly found: readonly RoundDepartment[];
      /** Those that are called so and whose rows cannot be read. */
      readonly unreadable: readonly UnreadableDepartment[];
    }
  | { readonly kind: 'unknown round' };

/** *Find fagområde*: the departments of a round by a part of their names, also those that are no longer asked. */
export async function findDepartment(
  { rounds }: { readonly rounds: Pick<RoundStore, 'readOverview'> },
  { roundId, address: { tenantId }, search }: RoundAction & { readonly search: string },
): Promise<FindDepartmentOutcome> {
  const overview = await rounds.readOverview(roundId);
  const isOwn = overview?.round.secretariat.tenantId === tenantId && overview.round.state !== 'planned';
  if (!isOwn) return { kind: 'unknown round' };
  const { departments, withdrawn, unreadable } = overview;
  return {
    kind: 'found',
    overview,
    found: departmentsNamed([...departments, ...withdrawn], search),
    unreadable: departmentsNamed(unreadable, search),
  };
}
