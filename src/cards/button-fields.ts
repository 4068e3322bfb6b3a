import {
  type DepartmentId,
  type NotatId,
  parseDepartmentId,
  parseNotatId,
  parseRoundId,
  type RoundId,
} from '../domain/ids.js';
import { CHANNEL_ID_MAX, COMMAND_MAX, DEPARTMENT_NAME_MAX } from '../domain/limits.js';
import type { ChangeValues } from '../domain/round/changed-round.js';
import type { DeadlineValues } from '../domain/round/deadline-values.js';
import type { MoveValues } from '../domain/round/moved-deadline.js';
import { type PlanShown, parsePlanShown } from '../domain/round/plan-shown.js';
import type { ReminderPlanValues } from '../domain/round/reminder-plan.js';
import type { RoundFormValues } from '../domain/round/round-form.js';
import { type FetchedOfTemplate, type FileWay, findingInput, OF_ROUND, WHOLE_ROUND } from './buttons.js';
import { choicesField, idField, textField } from './card-fields.js';
import { changeFormValues } from './round/change-form-values.js';
import { readReminderFields } from './round/reminder-fields.js';
import { roundFormValues } from './round/round-form-values.js';
import { type Spot, spotOf } from './spot.js';

/*
 * Reads the data of pressed buttons, which buttons.ts and the cards write. Each function returns undefined for data
 * that none of our cards can have sent. What it returns is untrusted until a use case has checked it.
 */

/** The data of the button and the inputs of the card, merged by the client. */
export type Fields = ReadonlyMap<string, unknown>;

/** @param data the data of an Action.Execute or of its Action.Submit fallback */
export function fieldsOf(data: unknown): Fields | undefined {
  return data === null || typeof data !== 'object' ? undefined : new Map(Object.entries(data));
}

export interface AboutRound {
  readonly roundId: RoundId;
  /**
   * Made with the card, to tell a press on this card from presses on other cards; undefined where the card has none.
   */
  readonly nonce: string | undefined;
  /** Left out where the button does not tell. */
  readonly spot?: Spot;
}

export function aboutRound(fields: Fields): AboutRound | undefined {
  const roundId = parseRoundId(fields.get('roundId'));
  const spot = spotOf(fields);
  return roundId && { roundId, nonce: idField(fields.get('nonce')), ...(spot && { spot }) };
}

/** The department that a card is about. */
export interface AboutDepartment extends AboutRound {
  readonly departmentId: DepartmentId;
}

export function aboutDepartment(fields: Fields): AboutDepartment | undefined {
  const departmentId = parseDepartmentId(fields.get('departmentId'));
  const about = aboutRound(fields);
  return about && departmentId && { ...about, departmentId };
}

/** A part of a department's name; empty where nothing is looked for yet. */
export function departmentSearch(fields: Fields): (AboutRound & { readonly search: string }) | undefined {
  const about = aboutRound(fields);
  return about && { ...about, search: textField(fields.get('search')) };
}

/** What has not been delivered to a department, or where `departmentId` is undefined, to the secretariat. */
export interface AboutTrouble extends AboutRound {
  readonly departmentId: DepartmentId | undefined;
}

export function aboutTrouble(fields: Fields): AboutTrouble | undefined {
  const isOfRound = fields.get('of') === OF_ROUND || !fields.has('departmentId');
  if (!isOfRound) return aboutDepartment(fields);
  const about = aboutRound(fields);
  return about && { ...about, departmentId: undefined };
}

/**
 * What the card showed: the number of the reply's version, and the times when the draft and the proposal were saved, in
 * milliseconds since 1970. 0 where the card showed none.
 */
export interface SeenOnCard {
  readonly basedOn: number;
  readonly draftSeen: number;
  readonly proposalSeen: number;
}

/** Data about a department, with what the card showed. The use case compares that with what is stored now. */
export type SeenDepartment = AboutDepartment & SeenOnCard;

function seenDepartment(fields: Fields): SeenDepartment | undefined {
  const about = aboutDepartment(fields);
  // A card leaves out the field of what it does not show.
  const [basedOn, draftSeen, proposalSeen] = ['basedOn', 'draftSeen', 'proposalSeen'].map(
    (name) => fields.get(name) ?? 0,
  );
  if (!isCount(basedOn) || !isCount(draftSeen) || !isCount(proposalSeen)) return undefined;
  return about && { ...about, basedOn, draftSeen, proposalSeen };
}

/** The text in the card's field when the button was pressed; empty where there was none. */
export interface Typed {
  readonly typed: string;
}

/** A text that may be an answer. */
export interface TypedReply extends SeenDepartment, Typed {
  /** When the draft of one's own that a dialog showed was kept, in milliseconds since 1970; 0 for none, and on a card. */
  readonly ownSeen: number;
}

export function typedReply(fields: Fields): TypedReply | undefined {
  const seen = seenDepartment(fields);
  const ownSeen = fields.get('ownSeen') ?? 0;
  if (!isCount(ownSeen)) return undefined;
  return seen && { ...seen, ownSeen, typed: textField(fields.get('reply')) };
}

/** A reply with CPR numbers, and the person's reason why they must stay in it. */
export function replyWithReason(fields: Fields): (TypedReply & { readonly reason: string }) | undefined {
  const typed = typedReply(fields);
  return typed && { ...typed, reason: textField(fields.get('reason')) };
}

/** An edit that the secretariat has proposed. */
export interface EditFields extends SeenDepartment {
  /** The time of the edit that the card showed, in milliseconds since 1970. */
  readonly editSeen: number;
  /** Why the department keeps its own text; empty where no reason is given. */
  readonly line: string;
}

export function editFields(fields: Fields): EditFields | undefined {
  const seen = seenDepartment(fields);
  const editSeen = fields.get('editSeen');
  if (!isCount(editSeen)) return undefined;
  return seen && { ...seen, editSeen, line: textField(fields.get('line')) };
}

/** Text from the field of a card that another card replaces. It is carried on to that card. */
export function carriedText(fields: Fields): (AboutDepartment & Typed) | undefined {
  const about = aboutDepartment(fields);
  return about && { ...about, typed: textField(fields.get('reply')) };
}

/** What somebody wrote in the channel, from the card that asks what it is. */
export interface WrittenFields extends AboutDepartment {
  readonly written: string;
}

export function writtenFields(fields: Fields): WrittenFields | undefined {
  const about = aboutDepartment(fields);
  const written = textField(fields.get('written'));
  // A client that leaves out the field of the card has lost the text.
  return about && written !== '' ? { ...about, written } : undefined;
}

export interface OpenTimeFields extends SeenDepartment, Typed {
  /** A wish that was written in the channel, which becomes the reason; empty on other cards. */
  readonly written: string;
}

export function openTimeFields(fields: Fields): OpenTimeFields | undefined {
  const typed = typedReply(fields);
  return typed && { ...typed, written: textField(fields.get('written')) };
}

export interface DeclineFields extends AboutDepartment, Typed {
  readonly reason: string;
  /** A department's name, or empty. */
  readonly instead: string;
}

export function declineFields(fields: Fields): DeclineFields | undefined {
  const carried = carriedText(fields);
  return carried && { ...carried, reason: textField(fields.get('reason')), instead: textField(fields.get('instead')) };
}

export interface TimeFields extends SeenDepartment, Typed {
  readonly until: string;
  readonly reason: string;
}

/** A request for more time. */
export function timeFields(fields: Fields): TimeFields | undefined {
  const typed = typedReply(fields);
  return typed && { ...typed, until: textField(fields.get('until')), reason: textField(fields.get('reason')) };
}

export interface DecidedTime extends AboutDepartment {
  /** The time of the request that the card showed, in milliseconds since 1970. */
  readonly requestSeen: number;
  readonly line: string;
}

export function decidedTime(fields: Fields): DecidedTime | undefined {
  const about = aboutDepartment(fields);
  const requestSeen = fields.get('requestSeen');
  if (!isCount(requestSeen)) return undefined;
  return about && { ...about, requestSeen, line: textField(fields.get('line')) };
}

/** A question to the secretariat. */
export interface AskedFields extends TypedReply {
  readonly text: string;
}

export function askedFields(fields: Fields): AskedFields | undefined {
  const typed = typedReply(fields);
  return typed && { ...typed, text: textField(fields.get('question')) };
}

/** A question that a department has asked the secretariat. */
export interface AboutQuestion extends AboutDepartment {
  /** The time of the question, in milliseconds since 1970. */
  readonly asked: number;
  /** Whether the button is on the card that the bot posted about the question. It may also be shown in another's place. */
  readonly isOwnCard: boolean;
}

export function aboutQuestion(fields: Fields): AboutQuestion | undefined {
  const about = aboutDepartment(fields);
  const asked = fields.get('asked');
  if (!isCount(asked)) return undefined;
  return about && { ...about, asked, isOwnCard: fields.get('isOwnCard') === true };
}

export interface QuestionAnswerFields extends AboutQuestion {
  readonly text: string;
  /** The question as all departments are to see it. */
  readonly asAllSeeIt: string;
}

export function questionAnswerFields(fields: Fields): QuestionAnswerFields | undefined {
  const about = aboutQuestion(fields);
  return about && { ...about, text: textField(fields.get('answer')), asAllSeeIt: textField(fields.get('asAllSeeIt')) };
}

export interface MoveFields extends AboutRound {
  /** undefined for the whole round. */
  readonly departmentId: DepartmentId | undefined;
  readonly values: MoveValues;
}

export function moveFields(fields: Fields): MoveFields | undefined {
  const about = aboutRound(fields);
  const scope = fields.get('scope');
  const departmentId = scope === WHOLE_ROUND ? undefined : parseDepartmentId(scope);
  if (about === undefined || (scope !== WHOLE_ROUND && departmentId === undefined)) return undefined;
  const text = (name: keyof MoveValues) => textField(fields.get(name));
  const values = { deadline: text('deadline'), deadlineTime: text('deadlineTime'), reason: text('reason') };
  return { ...about, departmentId, values };
}

export function sentBackFields(fields: Fields): (SeenDepartment & { readonly comment: string }) | undefined {
  const seen = seenDepartment(fields);
  return seen && { ...seen, comment: textField(fields.get('comment')) };
}

export function acceptedDecline(fields: Fields): (AboutDepartment & { readonly inNotat: boolean }) | undefined {
  const about = aboutDepartment(fields);
  const inNotat = fields.get('inNotat');
  return about && typeof inNotat === 'boolean' ? { ...about, inNotat } : undefined;
}

export interface FilledForm {
  /** Undefined for a round that is not planned yet. */
  readonly roundId: RoundId | undefined;
  readonly values: RoundFormValues;
  /** The ids of the chosen teams; undefined where the form has the departments themselves. */
  readonly chosenTeams: readonly string[] | undefined;
  /** The earlier round from which the form has been filled in. */
  readonly rolledFrom: RoundId | undefined;
  /** The saving of the plan that the form showed (`savingOf`). */
  readonly savedSeen: number;
  /** What that saving said; undefined on cards of older versions. */
  readonly planShown: PlanShown | undefined;
}

/** Never undefined: people can fill in a form with anything. */
export function filledForm(fields: Fields): FilledForm {
  return {
    roundId: parseRoundId(fields.get('roundId')),
    values: roundFormValues(fields),
    chosenTeams: fields.get('asksTeams') === true ? choicesField(fields.get('teams')) : undefined,
    rolledFrom: parseRoundId(fields.get('rolledFrom')),
    savedSeen: savedSeen(fields),
    planShown: parsePlanShown(fields.get('planShown')),
  };
}

/** What cannot be read is taken for the oldest: then the person sees what has been saved since. */
function savedSeen(fields: Fields): number {
  const seen = fields.get('savedSeen');
  return isCount(seen) ? seen : 0;
}

/** A plan that is to be started as the card showed it. */
export function seenPlan(fields: Fields): (AboutRound & Pick<FilledForm, 'savedSeen' | 'planShown'>) | undefined {
  const about = aboutRound(fields);
  return about && { ...about, savedSeen: savedSeen(fields), planShown: parsePlanShown(fields.get('planShown')) };
}

/** The form, and the plan that is to be discarded. */
export function formWithPlan(fields: Fields): (FilledForm & { readonly planId: RoundId }) | undefined {
  const planId = parseRoundId(fields.get('planId'));
  return planId && { ...filledForm(fields), planId };
}

export interface LaterStartFields extends AboutRound {
  /** The day and the time, as in the form for a deadline. */
  readonly values: DeadlineValues;
}

export function laterStartFields(fields: Fields): LaterStartFields | undefined {
  const about = aboutRound(fields);
  const values = { deadline: textField(fields.get('startDay')), deadlineTime: textField(fields.get('startTime')) };
  return about && { ...about, values };
}

export interface ChangeFields extends AboutRound {
  readonly values: ChangeValues;
  /** The time of the newest change that the form showed, in milliseconds since 1970; 0 where there was none. */
  readonly changeSeen: number;
}

export function changeFields(fields: Fields): ChangeFields | undefined {
  const about = aboutRound(fields);
  const changeSeen = fields.get('changeSeen') ?? 0;
  return about && isCount(changeSeen) ? { ...about, changeSeen, values: changeFormValues(fields) } : undefined;
}

export interface PrepareWithdrawalFields extends AboutRound {
  /** What stood in the form for changing the round; undefined for a press that was not made on that form. */
  readonly values: ChangeValues | undefined;
}

export function prepareWithdrawalFields(fields: Fields): PrepareWithdrawalFields | undefined {
  const about = aboutRound(fields);
  return about && { ...about, values: fields.has('title') ? changeFormValues(fields) : undefined };
}

export interface PlanFields extends AboutRound {
  readonly values: ReminderPlanValues;
  /** The name of the plan that the card showed; empty where the card does not tell. */
  readonly planSeen: string;
}

/** The longest name of a plan, in characters. Our choice: one of ten reminders before the deadline has about 40. */
const PLAN_NAME_MAX = 100;

export function planFields(fields: Fields): PlanFields | undefined {
  const about = aboutRound(fields);
  const planSeen = textField(fields.get('planSeen'));
  const values = readReminderFields(fields);
  return about && { ...about, values, planSeen: planSeen.length > PLAN_NAME_MAX ? '' : planSeen };
}

export interface ClosingFields extends AboutRound {
  /** The departments that the card named as missing. */
  readonly missing: readonly DepartmentId[];
  /** The keys of the findings that someone has chosen to leave as they are. */
  readonly keep: readonly string[];
}

export function closingFields(fields: Fields): ClosingFields | undefined {
  const about = aboutRound(fields);
  const missing = choicesField(fields.get('missing')).flatMap((id) => parseDepartmentId(id) ?? []);
  const keep = choicesField(fields.get('findings')).filter((_, i) => textField(fields.get(findingInput(i))) === 'keep');
  return about && { ...about, missing, keep };
}

/** The reason for reopening a round, or for calling it off; empty where the card has no field for it. */
export function reopeningFields(fields: Fields): (AboutRound & { readonly reason: string }) | undefined {
  const about = aboutRound(fields);
  return about && { ...about, reason: textField(fields.get('reason')) };
}

export function aboutNotat(fields: Fields): (AboutRound & { readonly notatId: NotatId }) | undefined {
  const notatId = parseNotatId(fields.get('notatId'));
  const about = aboutRound(fields);
  return about && notatId && { ...about, notatId };
}

/** The department that the card asked about, and the name that it showed. */
export interface ConfirmedSetup {
  readonly departmentId: DepartmentId;
  readonly name: string;
}

export function confirmedSetup(fields: Fields): ConfirmedSetup | undefined {
  const departmentId = parseDepartmentId(fields.get('departmentId'));
  const name = fields.get('name');
  if (departmentId === undefined || typeof name !== 'string' || name.length > DEPARTMENT_NAME_MAX) return undefined;
  return { departmentId, name };
}

/** The channel that the card named as the secretariat's. */
export function movedFrom(fields: Fields): { readonly channelId: string } | undefined {
  const channelId = fields.get('channelId');
  return typeof channelId === 'string' && channelId.length <= CHANNEL_ID_MAX ? { channelId } : undefined;
}

/** Which request of which channel a card is about. */
export interface AboutSetup {
  readonly requestId: string;
  readonly channelId: string;
}

export function aboutSetup(fields: Fields): AboutSetup | undefined {
  const requestId = idField(fields.get('requestId'));
  const channelId = fields.get('channelId');
  if (requestId === undefined || typeof channelId !== 'string' || channelId.length > CHANNEL_ID_MAX) return undefined;
  return { requestId, channelId };
}

/** The command that a button stands for. */
export interface CommandFields {
  /** The name of its row. */
  readonly command: string;
  /** The words that the button stands for; undefined for those of the row. */
  readonly written: string | undefined;
  readonly roundId: RoundId | undefined;
}

/** The longest name of a row, in characters. Our choice: the longest has about 35. */
const ROW_NAME_MAX = 64;

export function commandFields(fields: Fields): CommandFields | undefined {
  const command = fields.get('command');
  const written = fields.get('written');
  if (typeof command !== 'string' || command.length > ROW_NAME_MAX) return undefined;
  if (written !== undefined && (typeof written !== 'string' || written.length > COMMAND_MAX)) return undefined;
  const roundId = parseRoundId(fields.get('roundId'));
  // A round that cannot be read is not the newest.
  return fields.has('roundId') && roundId === undefined ? undefined : { command, written, roundId };
}

/** The number of a template of the tenant; 0 for the installation's own. */
export interface AboutTemplate {
  readonly template: number;
}

export function fetchedTemplate(
  fields: Fields,
): (AboutTemplate & { readonly of: FetchedOfTemplate; readonly way: FileWay }) | undefined {
  const [of, template, as] = [fields.get('of'), fields.get('template'), fields.get('as')];
  if (of !== 'template' && of !== 'example') return undefined;
  if (as !== undefined && as !== 'link') return undefined;
  return isCount(template) ? { of, template, way: as ?? 'offer' } : undefined;
}

/** `seen`: the number of the newest choice that the card showed. */
export function chosenTemplate(fields: Fields): (AboutTemplate & { readonly seen: number }) | undefined {
  const [template, seen] = [fields.get('template'), fields.get('seen')];
  return isCount(template) && isCount(seen) ? { template, seen } : undefined;
}

/** How many templates of the list are passed over. */
export function listedTemplates(fields: Fields): { readonly from: number } | undefined {
  const from = fields.get('from');
  return isCount(from) ? { from } : undefined;
}

export interface FindFields {
  readonly search: string;
  /** How many rounds that fit are passed over. */
  readonly from: number;
}

/** What stands in the field of the list of rounds. */
export function findFields(fields: Fields): FindFields | undefined {
  const from = fields.get('from');
  if (!isCount(from)) return undefined;
  return { search: textField(fields.get('search')), from };
}

/** One valid value for each field of a button's data. */
const READABLE: Readonly<Record<string, unknown>> = {
  roundId: 'x',
  planId: 'x',
  departmentId: 'x',
  notatId: 'x',
  basedOn: 0,
  draftSeen: 0,
  proposalSeen: 0,
  ownSeen: 0,
  requestSeen: 0,
  asked: 0,
  changeSeen: 0,
  scope: WHOLE_ROUND,
  inNotat: true,
  name: 'x',
  requestId: 'x',
  channelId: 'x',
  written: 'x',
  command: 'x',
  from: 0,
  of: 'template',
  as: 'link',
  template: 0,
  seen: 0,
};

/**
 * The name of the field because of which a button's data could not be read. The log gets the name, never the value.
 *
 * @param parse the function above that returned undefined for `fields`
 */
export function unreadField(fields: Fields, parse: (fields: Fields) => unknown): string {
  const isUnread = (field: string) =>
    parse(new Map(Object.entries({ ...READABLE, [field]: fields.get(field) }))) === undefined;
  return `data.${Object.keys(READABLE).find(isUnread) ?? 'verb'}`;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
