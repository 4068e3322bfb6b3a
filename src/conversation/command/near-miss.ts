import { secretariatsPlace } from '../../application/channel/secretariats-place.js';
import { commandData, PERSONAL_VERBS, VERBS } from '../../cards/buttons.js';
import { questionCard } from '../../cards/question-card.js';
import type { Place } from '../acts.js';
import { type Answer, card, toOne } from '../answer.js';
import type { Deps } from '../dependencies.js';
import type { AnyCommand, Offer } from '../understanding/decision.js';

/** The most buttons of a card that offers commands. Teams shows as many; the others are in a menu. */
const BUTTONS_MAX = 3;
/** A longer title is cut off on a phone. */
const TITLE_MAX = 60;

/** Buttons of the commands that may have been meant, and how those are written that have none. */
export function nearMiss({ render, messages }: Deps, offers: readonly Offer[], place: Place): Answer {
  const { didYouMean, orAnAnswer } = messages.understanding;
  const answers = offers.flatMap(({ row, written }) => {
    const buttons = written === undefined ? buttonsOf(messages, row, place) : [{ title: written, written }];
    return buttons
      .filter(({ title }) => title.length <= TITLE_MAX)
      .map((each) => ({ title: each.title, ...pressOf(row, each.written, place) }));
  });
  const lines = offers.flatMap(({ row }) => row.help(messages.help, place).lines);
  const heading = didYouMean(lines.length);
  const shown = questionCard(render, messages, {
    heading,
    lines: [
      ...lines.map(({ command, does }) => `${command} – ${does}`),
      ...(place === 'department' ? [orAnAnswer] : []),
    ],
    answers: answers.slice(0, BUTTONS_MAX),
  });
  return { ...card(shown), summary: heading };
}

function buttonsOf(messages: Deps['messages'], row: AnyCommand, place: Place) {
  return row.help(messages.help, place).buttons ?? [];
}

/** What a button of a command sends. @param written the words that it stands for */
export function pressOf({ name }: { readonly name: string }, written: string, place: Place) {
  const verb = place === 'personal' ? PERSONAL_VERBS.runCommand : VERBS.runCommand;
  return { verb, data: commandData(verb, name, written) };
}

/** Says where a command belongs that was written in another place, and leads there where a link can. */
export async function belongsElsewhere(deps: Deps, row: AnyCommand, tenantId: string): Promise<Answer> {
  const { messages } = deps;
  const { elsewhere } = messages.understanding;
  const command = row.phrases[messages.lang][0];
  if (row.where.includes('secretariat')) {
    const place = await secretariatsPlace(deps, tenantId);
    const said = elsewhere({ where: 'secretariat', channel: place?.name }, command);
    return toOne({ ...said, ...linkTo(deps, place?.url) });
  }
  return toOne(elsewhere({ where: row.where.includes('personal') ? 'personal' : 'department' }, command));
}

/** The link of a notice or a help card; nothing where the bot knows no address. */
export function linkTo({ messages }: Pick<Deps, 'messages'>, url: string | undefined) {
  return url === undefined ? {} : { link: { title: messages.understanding.goToSecretariat, url } };
}
