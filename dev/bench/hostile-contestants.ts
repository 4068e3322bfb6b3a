import { notatMarkdown } from '../../src/adapters/markdown/notat-markdown.js';
import { readWrittenMessage, type Written } from '../../src/adapters/teams/written-message.js';
import { fieldsOf } from '../../src/cards/button-fields.js';
import { wordChanges } from '../../src/cards/reply/word-changes.js';
import { commandWords } from '../../src/conversation/read-command.js';
import type { Command } from '../../src/conversation/row.js';
import { BUTTONS, CHANNEL_COMMANDS, PERSONAL_COMMANDS } from '../../src/conversation/rows.js';
import { parseDepartmentName } from '../../src/domain/channel/department-name.js';
import { RAW_TEXT_MAX, REPLY_MAX } from '../../src/domain/limits.js';
import { compileNotat } from '../../src/domain/notat/notat.js';
import { eachHeaderField } from '../../src/domain/notat/notat-header.js';
import { checkBeforeIssue } from '../../src/domain/notat/pre-issue-check.js';
import { parseComment } from '../../src/domain/reply/comment.js';
import { readDay, readTimeOfDay } from '../../src/domain/round/deadline.js';
import type { RoundOverview } from '../../src/domain/round/round.js';
import { parseRoundForm } from '../../src/domain/round/round-form.js';
import { seriesOf } from '../../src/domain/round/series.js';
import { toBlocks } from '../../src/domain/text/blocks.js';
import { cleanLine, cleanText } from '../../src/domain/text/clean-text.js';
import { findCprNumbers } from '../../src/domain/text/cpr.js';
import { COMPILED_AT, generatedRound } from './generated-round.js';

/** A reader of text from outside. */
export interface HostileContestant {
  readonly name: string;
  /** The longest text that the product passes to the reader, in characters. */
  readonly longest: number;
  /** Reads a text once. */
  readonly read: (text: string) => unknown;
}

const SIX = generatedRound(6);

/** All readers of text from outside. A new reader must be added here. */
export const HOSTILE_CONTESTANTS: readonly HostileContestant[] = [
  { name: 'cleaning a text', longest: RAW_TEXT_MAX, read: cleanText },
  { name: 'cleaning a line', longest: RAW_TEXT_MAX, read: cleanLine },
  { name: 'a text as blocks', longest: RAW_TEXT_MAX, read: toBlocks },
  { name: 'CPR numbers', longest: RAW_TEXT_MAX, read: findCprNumbers },
  { name: 'the round form', longest: RAW_TEXT_MAX, read: readForm },
  { name: 'a comment', longest: RAW_TEXT_MAX, read: parseComment },
  { name: 'a department’s name', longest: RAW_TEXT_MAX, read: parseDepartmentName },
  { name: 'a day and a time', longest: RAW_TEXT_MAX, read: (text) => [readDay(text), readTimeOfDay(text)] },
  { name: 'a series', longest: RAW_TEXT_MAX, read: seriesOf },
  { name: 'a command', longest: RAW_TEXT_MAX, read: (text) => readAs(CHANNEL_COMMANDS, text) },
  {
    name: 'a command to register',
    longest: RAW_TEXT_MAX,
    read: (t) => readAs(CHANNEL_COMMANDS, `tilknyt ${t}`),
  },
  {
    name: 'a command about heads',
    longest: RAW_TEXT_MAX,
    read: (t) => readAs(CHANNEL_COMMANDS, `chef ${t}`),
  },
  { name: 'a personal command', longest: RAW_TEXT_MAX, read: (text) => readAs(PERSONAL_COMMANDS, text) },
  { name: 'mentions', longest: RAW_TEXT_MAX, read: readMentions },
  { name: 'a card’s data', longest: RAW_TEXT_MAX, read: readCard },
  {
    name: 'changes from one version to the next',
    longest: REPLY_MAX,
    read: (text) => wordChanges(otherText(text), text),
  },
  {
    name: 'the notat in Markdown',
    longest: REPLY_MAX,
    read: (text) => notatMarkdown(compileNotat(answering(text), COMPILED_AT)),
  },
  {
    name: 'the check before closing, six replies',
    longest: REPLY_MAX,
    read: (text) => [...checkBeforeIssue(answering(text))],
  },
];

function readForm(text: string): unknown {
  const { ask } = SIX.round.plan;
  const header = eachHeaderField(() => text);
  const values = {
    ...header,
    title: text,
    report: text,
    reportLink: `https://${text}`,
    question: text,
    introduction: text,
    deadline: ask.deadline,
    deadlineTime: text,
    showOrigins: text,
    showCounts: text,
    countsSentence: text,
    previousRound: text,
    departments: [text],
  };
  return parseRoundForm(values, [], COMPILED_AT);
}

/** Reads a message with these words as each of the commands. */
function readAs(commands: readonly Pick<Command<never>, 'read'>[], text: string): unknown {
  const words = commandWords({ parts: [text] });
  return words && commands.map((command) => command.read(words));
}

function readCard(text: string): unknown {
  const sent = { verb: 'round.preview', title: text, deadline: text, showOrigins: text, departments: text };
  const fields = fieldsOf(sent);
  return fields && BUTTONS.find(({ name }) => name === sent.verb)?.read(fields);
}

/** Reads a message that mentions as many people as there is room for. */
function readMentions(text: string): unknown {
  const names = Math.floor(text.length / 40);
  const entities = Array.from({ length: names }, (_, n) => ({
    type: 'mention',
    mentioned: { id: `29:${n}`, name: `Navn ${n}` },
    text: `<at>Navn ${n}</at>`,
  }));
  const written = `${entities.map((entity) => entity.text).join(' ')}${text.slice(0, text.length / 2)}`;
  const recipient = { id: '28:bot', name: 'Notatbot' };
  // The message has a list, so its HTML copy is read too.
  const attachments = [{ contentType: 'text/html', content: `<div>${written}<ul><li>${text}</li></ul></div>` }];
  const read = readWrittenMessage({ text: written, entities, recipient, attachments } as Written);
  return read.kind === 'message' ? read.message.plain : read;
}

/** A text of the same length that has almost no words in common with the given one. */
function otherText(text: string): string {
  return [...text]
    .map((character, index) => (index % 2 === 0 ? character : `b${index % 10}`))
    .join('')
    .slice(0, text.length);
}

/** A round in which every reply has this text. */
function answering(text: string): RoundOverview {
  const departments = SIX.departments.map((department) => ({
    ...department,
    reply: department.reply && { ...department.reply, content: { kind: 'text', text } as const },
  }));
  return { ...SIX, departments };
}
