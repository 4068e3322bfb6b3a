import { bindChannels } from '../../application/channel/bind-channels.js';
import { setUpOverview } from '../../application/channel/set-up-overview.js';
import { VERBS } from '../../cards/buttons.js';
import { setupValues } from '../../cards/channel/setup-fields.js';
import { button } from '../row.js';
import { setUpCardForAll } from './set-up-card.js';

/** *Tilknyt de valgte* makes each of the chosen channels the channel of the department that was proposed for it. */
export const bindChannelsButton = button({
  name: VERBS.bindChannels,
  where: ['secretariat'],
  right: 'manage the set-up',
  parse: setupValues,
  async run(deps, { bind = [] }, press) {
    const { unbound } = await setUpOverview(deps, press.address.tenantId);
    const channels = unbound.flatMap(({ address, proposal }) =>
      proposal !== undefined && bind.includes(address.channelId) ? [{ address, name: proposal }] : [],
    );
    if (bind.length === 0) return { kind: 'none chosen' } as const;
    const outcome = await bindChannels(deps, { ...press, channels });
    // Other people may have bound some of them in the meantime.
    return outcome.kind === 'bound' ? { ...outcome, missing: bind.length - channels.length } : outcome;
  },
  present(deps, outcome, values, press) {
    const { settingUp: words } = deps.messages;
    if (outcome.kind === 'none chosen') {
      const said = [words.chooseChannels];
      return setUpCardForAll(deps, press, { said, isDone: false, values: { ...values, bind: [] } });
    }
    if (outcome.kind === 'too many') {
      return setUpCardForAll(deps, press, { said: [words.tooManyAtOnce(outcome.max)], isDone: false, values });
    }
    const { bound, not, missing } = outcome;
    const said = [
      ...(bound.length > 0 ? [words.bound(bound.length)] : []),
      ...not.map(({ name, why }) => words.notBound(name, why)),
      ...(missing > 0 ? [words.boundMeanwhile(missing)] : []),
    ];
    return setUpCardForAll(deps, press, { said, isDone: bound.length > 0 && not.length === 0 });
  },
});
