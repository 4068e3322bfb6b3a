import type { LocalTeams } from '../../dev/local-teams/local-teams.js';

/** Holds back the next change that the bot makes to a message, as a slow connector does; later ones queue behind it. */
export function holdUpdates({ faults }: LocalTeams): { release(): void } {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  faults.next({ method: 'PUT' }, { delayUntil: released });
  return { release: () => release() };
}
