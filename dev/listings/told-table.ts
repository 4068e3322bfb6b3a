import { type MessageKind, TOLD, type Told } from '../../src/domain/work/told.js';

const KINDS: Readonly<Record<MessageKind, string>> = {
  'card: asked': 'the request card',
  'card: draft': 'the request card, where there is a draft',
  'card: returned': 'the request card, where a reply or a decline was sent back',
  'card: approval': 'the card with an answer that waits for approval',
  'card: receipt': 'the receipt',
  'card: declined': 'the card after *ikke vores område*',
  'card: excused': 'the same, once the secretariat agrees',
  'card: closed': 'the card of a closed round without an answer',
  'card: withdrawn': 'the card of a department that need not answer any more',
  'notice: nudged': 'a reminder',
  'notice: told again': 'what a person should have been told personally',
  'notice: sent back': 'word that a reply was sent back',
  'notice: approval wanted': 'word that an answer waits for approval',
  'notice: answered on behalf': 'word that the secretariat has answered for the department',
  'notice: reopened': 'word that the round is open again',
  'notice: deadline moved': 'word that the deadline has been moved',
  'notice: time declined': 'word that there is no more time',
  'notice: question answered': 'the secretariat’s answer to a question',
  'notice: answered to all': 'the secretariat’s answer to a question of another department',
  'notice: edit proposed': 'word that the secretariat proposes an edit of the reply',
  'decision: decline': 'the card about a department that says *ikke vores område*',
  'decision: time request': 'the card about a department that asks for more time',
  'decision: made': 'the same cards, once it is decided',
  'question: open': 'the card about a question',
  'question: answered': 'the same card, once it is answered',
  'digest: undecided': 'the morning message, where something waits for a decision or an answer',
  'digest: news': 'any other morning message',
  troubles: 'the status that tells what has not arrived',
  'round card': 'the overview of the round',
  'notat: interim': 'an interim notat',
  'notat: complete': 'the complete notat',
  'notat: final': 'a final notat',
  'setup request': 'a setup request',
  'setup answer': 'the answer to a setup request',
  'secretariat moved': 'word that the secretariat has moved',
  'place news': 'word that a department can be reached no longer, or again, or that its head has left',
};

const PEOPLE: Readonly<Record<Told, string>> = {
  nobody: '',
  heads: 'the heads',
  'heads and deputies': 'the heads and the deputies',
  starter: 'whoever started the round',
  askers: 'whoever asked',
};

/** The lines of the table in docs/told.md with every kind of message that the bot sends by itself. */
export function toldTable(): readonly string[] {
  const kinds = Object.keys(KINDS) as MessageKind[]; // `Object.keys` does not tell which.
  return [
    '| Message | To | Mentioned |',
    '|---|---|---|',
    ...kinds.map((kind) => `| ${KINDS[kind]} | ${placeOf(kind)} | ${PEOPLE[TOLD[kind]]} |`),
  ];
}

function placeOf(kind: MessageKind): string {
  if (kind === 'setup answer') return 'the channel that asked';
  if (kind === 'secretariat moved') return 'the secretariat’s old channel';
  return /^(?:card|notice): /u.test(kind) ? 'the department' : 'the secretariat';
}
