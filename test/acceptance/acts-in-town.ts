import { equal } from 'node:assert/strict';
import { type Card, isObject } from '../../dev/local-teams/card-actions.js';
import type { Conversation } from '../../dev/local-teams/conversations.js';
import type { Channel, Person } from '../../dev/local-teams/directory.js';
import type { ChannelAct, PersonalAct, Place } from '../../src/conversation/acts.js';
import { isRoundQuestion, kindOfWritten } from '../../src/conversation/reply/written-kind.js';
import type { Command, Row } from '../../src/conversation/row.js';
import { BUTTONS, CHANNEL_COMMANDS, PERSONAL_BUTTONS, PERSONAL_COMMANDS } from '../../src/conversation/rows.js';
import { BOT, RECIPIENT } from '../conversation/written.js';
import { read } from '../support/open-round.js';
import { CULTURE, SCHOOL, type Town } from './a-town.js';
import type { Kind, TownPlace } from './rights-table.js';

type Raw = Readonly<Record<string, unknown>>;

/** Where a row can be tried at all: elsewhere, its words are another row's, or there is nothing to press. */
export function placesOf(row: Row, places: readonly TownPlace[]): readonly TownPlace[] {
  return places.filter((place) => {
    if (row.where.includes('personal')) return place === 'personal chat';
    if (place === 'personal chat') return isButton(row);
    const purpose = purposeOf(place);
    return row.where.includes(purpose) || !(isWrittenAlike(row, purpose) || isQuestionThere(row, purpose));
  });
}

export function isButton(row: Row): boolean {
  return BUTTONS.some((button) => button === row);
}

function commandOf({ name }: Row): Command<ChannelAct> | Command<PersonalAct> | undefined {
  return [...CHANNEL_COMMANDS, ...PERSONAL_COMMANDS].find((command) => command.name === name);
}

/** Whether the same words are another command in such a place. */
function isWrittenAlike(row: Row, purpose: Place): boolean {
  const phrases = commandOf(row)?.phrases;
  const alike = CHANNEL_COMMANDS.filter((command) => command.phrases === phrases);
  const meant = alike.find(({ where }) => where.includes(purpose)) ?? alike[0];
  return meant !== undefined && meant.name !== row.name;
}

/** Whether the same words are a question in such a place. */
function isQuestionThere(row: Row, purpose: Place): boolean {
  const [phrase = ''] = commandOf(row)?.phrases.da ?? [];
  return purpose === 'department' && isRoundQuestion(kindOfWritten(phrase));
}

function purposeOf(place: TownPlace): Place {
  switch (place) {
    case 'department with a head':
    case 'department without heads':
      return 'department';
    case 'secretariat':
      return 'secretariat';
    case 'unregistered channel':
      return 'unregistered';
    case 'personal chat':
      return 'personal';
  }
}

/** Lets people of every kind act in every place, with activities that are like those of Teams. */
export interface Acts {
  /**
   * @param data what a button sends otherwise than it usually does
   * @returns all that is told in answer; empty where the bot keeps silent
   */
  act(row: Row, place: TownPlace, kind: Kind, data?: Raw): Promise<string>;
  /** The id that the audit has of the place. */
  whereOf(place: TownPlace, kind: Kind): string;
  personOf(kind: Kind): Person;
}

/** @param tellsTenant whether Teams tells the tenant of those who belong to the municipality */
export async function actsIn(town: Town, tellsTenant = true): Promise<Acts> {
  const { teams, people, tenantId } = town;
  const strangers: Readonly<Record<Exclude<Kind, keyof Town['people']>, Person>> = {
    'visitor whose tenant is told': teams.addPerson('Vera Vang', { tenantId: people.visitor.tenantId }),
    bot: teams.addPerson('Ravnebot'),
    'somebody without an account': teams.addPerson('Ukendt Ullits'),
  };
  const threads = new Map<string, Conversation>();
  let acts = 0;

  const personOf = (kind: Kind) => ({ ...people, ...strangers })[kind];

  function channelOf(place: Exclude<TownPlace, 'personal chat'>): Channel {
    switch (place) {
      case 'department with a head':
        return town.school;
      case 'department without heads':
        return town.culture;
      case 'secretariat':
        return town.secretariat;
      case 'unregistered channel':
        return town.lunch;
    }
  }

  /** Each kind of person has a thread of their own in each channel, so that answers are told apart. */
  async function conversationOf(place: TownPlace, kind: Kind): Promise<Conversation> {
    if (place === 'personal chat') return teams.personalChat(personOf(kind));
    const name = `${place}, ${kind}`;
    const known = threads.get(name);
    if (known !== undefined) return known;
    const { message } = await teams.write(personOf(kind), channelOf(place), 'Goddag');
    threads.set(name, message.thread);
    return message.thread;
  }

  function from(kind: Kind): Raw {
    const { id, name, aadObjectId } = personOf(kind);
    const told = { id, name, aadObjectId, tenantId };
    switch (kind) {
      case 'visitor':
        return { id, name, aadObjectId };
      case 'visitor whose tenant is told':
        return { ...told, tenantId: people.visitor.tenantId };
      case 'bot':
        return { ...told, id: '28:ravnebot' };
      case 'somebody without an account':
        return { id, name, tenantId };
      default:
        return tellsTenant ? told : { id, name, aadObjectId };
    }
  }

  function envelope(kind: Kind, conversation: Conversation): Raw {
    acts += 1;
    const isPersonal = conversation.kind === 'personal';
    return {
      id: `${isPersonal ? 'p' : 'c'}:${acts}`,
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      timestamp: new Date().toISOString(),
      from: from(kind),
      recipient: RECIPIENT,
      conversation: {
        id: conversation.conversationId,
        conversationType: isPersonal ? 'personal' : 'channel',
        tenantId,
      },
      channelData: { tenant: { id: tenantId }, ...(isPersonal ? {} : { team: { id: town.team.id } }) },
    };
  }

  function written(row: Row, place: TownPlace, kind: Kind): Raw {
    if (row.how === 'sent as a file') {
      const content = { downloadUrl: `${teams.serviceUrl}/drive/none` };
      const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'skabelon.txt', content };
      return { type: 'message', attachments: [file] };
    }
    const { head, deputy } = people;
    const isHeaded = place === 'department with a head';
    const mentioned = isHeaded && row.name === 'channel.heads' ? [head] : [];
    const named =
      isHeaded && (row.name === 'channel.deputies' || row.name === 'channel.director') ? [deputy] : mentioned;
    const mentions = named.map(({ id, name }) => ({
      type: 'mention',
      text: `<at>${name}</at>`,
      mentioned: { id, name },
    }));
    const said = [wordsOf(row, place, kind), ...mentions.map(({ text }) => text)].join(' ').trimEnd();
    return place === 'personal chat'
      ? { type: 'message', text: said }
      : { type: 'message', text: `<at>Notatbot</at> ${said}`, entities: [BOT, ...mentions] };
  }

  function pressed(row: Row, place: TownPlace, kind: Kind, otherwise: Raw): Raw {
    const departmentId = place === 'department without heads' ? CULTURE : SCHOOL;
    const data = {
      verb: row.name,
      roundId: town.roundId,
      planId: town.roundId,
      departmentId,
      notatId: 'notat-1',
      basedOn: 0,
      draftSeen: 0,
      proposalSeen: 0,
      requestSeen: 0,
      editSeen: 0,
      asked: 0,
      from: 0,
      of: 'template',
      template: 0,
      seen: 0,
      scope: '*',
      inNotat: true,
      name: nameIn(place, kind),
      requestId: 'x',
      channelId: 'x',
      reply: 'Vi holder nu et møde hver måned.',
      written: 'Vi holder nu et møde hver måned.',
      reason: 'Det er aftalt.',
      nonce: `n${acts}`,
      ...otherwise,
    };
    const action = { type: 'Action.Execute', verb: row.name, data };
    return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
  }

  function consented(): Raw {
    const uploadInfo = {
      contentUrl: 'https://drev.example/notat.docx',
      name: 'notat.docx',
      uploadUrl: 'https://drev.example/op',
      uniqueId: 'u',
      fileType: 'docx',
    };
    const context = { kind: 'notat', roundId: town.roundId, notatId: 'notat-1' };
    const value = { type: 'fileUpload', action: 'accept', context, uploadInfo };
    return { type: 'invoke', name: 'fileConsent/invoke', value };
  }

  function doing(row: Row, place: TownPlace, kind: Kind, data: Raw): Raw {
    if (row.how !== 'pressed') return written(row, place, kind);
    const isOfChat = PERSONAL_BUTTONS.some((button) => button === row);
    return isButton(row) || isOfChat ? pressed(row, place, kind, data) : consented();
  }

  return {
    personOf,
    whereOf: (place, kind) =>
      place === 'personal chat' ? teams.personalChat(personOf(kind)).conversationId : channelOf(place).id,
    async act(row, place, kind, data = {}) {
      const conversation = await conversationOf(place, kind);
      const before = conversation.messages.length;
      const response = await fetch(town.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...envelope(kind, conversation), ...doing(row, place, kind, data) }),
      });
      equal(response.status, 200, row.name);
      const body = await response.text();
      const posted = conversation.messages.slice(before).filter((message) => message.from === 'bot');
      return [answered(body), ...posted.map(({ card, text }) => (card === undefined ? text : read(card)))]
        .filter((said) => said !== '')
        .join('\n');
    },
  };
}

/** The words of a command. Those that need more than its phrase have that too, and mean what is so already. */
function wordsOf(row: Row, place: TownPlace, kind: Kind): string {
  switch (row.name) {
    case 'channel.register':
      return `tilknyt ${nameIn(place, kind)}`;
    case 'channel.heads':
    case 'channel.deputies':
    case 'channel.director': {
      const [phrase = ''] = commandOf(row)?.phrases.da ?? [];
      return place === 'department with a head' ? phrase : `${phrase} ingen`;
    }
    case 'channel.language':
      return 'sprog dansk';
    case 'reply.write-in-thread':
      return 'Vi holder nu et møde hver måned.';
    default:
      return commandOf(row)?.phrases.da[0] ?? '';
  }
}

/** Each kind of person wishes for a name of its own, which the department has not got by another's act. */
function nameIn(place: TownPlace, kind: Kind): string {
  const isSchool = place === 'department with a head';
  const name = isSchool ? 'Skole' : place === 'department without heads' ? 'Kultur' : 'Miljø';
  return `${name} ${kind}`;
}

/** What the answer to a press says: a notice, or a card. */
function answered(body: string): string {
  const answer: unknown = body === '' ? undefined : JSON.parse(body);
  const value = isObject(answer) ? answer['value'] : undefined;
  if (typeof value === 'string') return value;
  return isObject(value) ? read(value satisfies Card) : '';
}
