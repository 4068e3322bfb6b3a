import { type Asker, type JudgeDependencies, judgeAct } from '../rights/judge.js';
import { isNotAllowed, type NotAllowed, notAllowed } from '../rights/not-allowed.js';

/** The tenant has no secretariat, and this person may make the channel the secretariat's. */
export interface PlaceHere {
  readonly kind: 'place here?';
}

/**
 * What somebody is told who wants to set the bot up in a channel that is nobody's: where the secretariat is, or, as long
 * as there is none, whether this person may choose its channel.
 */
export async function beginSetUp(deps: JudgeDependencies, asker: Asker): Promise<PlaceHere | NotAllowed> {
  const secretariat = await deps.channels.secretariat(asker.tenantId);
  if (secretariat !== undefined) {
    return notAllowed({ reason: 'not the secretariat’s channel', channel: secretariat.name });
  }
  const verdict = await judgeAct(deps, 'place the secretariat', asker);
  return isNotAllowed(verdict) ? verdict : { kind: 'place here?' };
}
