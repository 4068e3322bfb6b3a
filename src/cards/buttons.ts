import type { RoundId } from '../domain/ids.js';
import { type Seen, seenNow } from '../domain/reply/seen.js';
import type { RoundDepartment } from '../domain/round/round.js';
import { type Spot, spotData } from './spot.js';

/*
 * Writes the data that the buttons of cards send. button-fields.ts reads it.
 */

/** The name that each button sends. Cards stay in their channel for years, so a name is never changed. */
export const VERBS = {
  sendReply: 'reply.send',
  saveDraft: 'reply.save-draft',
  keepCpr: 'reply.keep-cpr',
  sendNil: 'reply.nil',
  openDialog: 'reply.open-dialog',
  saveOwn: 'reply.save-own',
  previewRow: 'reply.preview',
  editReply: 'reply.edit',
  showReply: 'reply.show',
  approveReply: 'reply.approve',
  acceptEdit: 'reply.accept-edit',
  dismissEdit: 'reply.dismiss-edit',
  openDecline: 'reply.open-decline',
  decline: 'reply.decline',
  openTime: 'reply.open-time',
  askForTime: 'reply.ask-for-time',
  openQuestion: 'question.open',
  askQuestion: 'question.ask',
  showQuestion: 'question.show',
  answerQuestion: 'question.answer',
  answerAll: 'question.answer-all',
  useWritten: 'written.use',
  askWritten: 'written.ask',
  dismissWritten: 'written.dismiss',
  showDepartment: 'department.show',
  findDepartment: 'department.find',
  openSendBack: 'department.open-send-back',
  sendBack: 'department.send-back',
  openAnswer: 'department.open-answer',
  answerFor: 'department.answer',
  answerNilFor: 'department.answer-nil',
  keepCprFor: 'department.keep-cpr',
  openEdit: 'department.open-edit',
  proposeEdit: 'department.propose-edit',
  nudge: 'department.nudge',
  acceptDecline: 'department.accept-decline',
  grantTime: 'department.grant-time',
  declineTime: 'department.decline-time',
  openDeadline: 'department.open-deadline',
  previewRound: 'round.preview',
  editRound: 'round.edit',
  startRound: 'round.start',
  rollForward: 'round.roll-forward',
  leavePlan: 'round.leave-plan',
  keepForm: 'round.keep-form',
  startLater: 'round.start-later',
  cancelLaterStart: 'round.cancel-later-start',
  tryChannels: 'round.try-channels',
  tryRound: 'round.try',
  endTrial: 'round.end-trial',
  openChange: 'round.open-change',
  changeRound: 'round.change',
  prepareWithdrawal: 'round.prepare-withdrawal',
  withdrawRound: 'round.withdraw',
  moveDeadline: 'round.move-deadline',
  openRoundDeadline: 'round.open-deadline',
  showDesk: 'round.show-desk',
  prepareRemindingAll: 'round.prepare-reminding-all',
  remindAll: 'round.remind-all',
  findRounds: 'round.find',
  showNotat: 'round.show-notat',
  savePlan: 'round.save-plan',
  prepareClosing: 'round.prepare-closing',
  closeRound: 'round.close',
  proposeEdits: 'closing.propose-edits',
  reopenRound: 'round.reopen',
  renewLink: 'notat.renew',
  readNotat: 'notat.read',
  confirmSetup: 'setup.confirm',
  moveSecretariat: 'setup.move-secretariat',
  grantSetup: 'setup.grant',
  declineSetup: 'setup.decline',
  placeHere: 'setup.place',
  refreshSetup: 'setup.refresh',
  bindChannels: 'setup.bind',
  editDepartment: 'setup.edit-department',
  departmentForm: 'setup.department-form',
  saveDepartment: 'setup.save-department',
  retireDepartment: 'setup.retire',
  moveDepartment: 'setup.move-department',
  openRoundForm: 'setup.new-round',
  sendAgain: 'delivery.send-again',
  markArrived: 'delivery.arrived',
  closeMessage: 'message.close',
  runCommand: 'command.run',
} as const;

/** The same, of cards in a person's own chat with the bot. */
export const PERSONAL_VERBS = {
  tellInChannel: 'person.tell-in-channel',
  runCommand: 'command.run-personally',
  fetchTemplate: 'template.fetch',
  listTemplates: 'template.list',
  chooseTemplate: 'template.choose',
} as const;

export type PersonalVerb = (typeof PERSONAL_VERBS)[keyof typeof PERSONAL_VERBS];

export type Verb = (typeof VERBS)[keyof typeof VERBS];

/** The id of the input for a finding. Its value is `keep` if the text is to stay as it is. @param index from 0 */
export function findingInput(index: number): string {
  return `finding-${index}`;
}

/** In the data of a button that is about the round itself. The card's list of departments adds one to that data. */
export const OF_ROUND = 'round';

/** What the form for moving a deadline sends instead of a department's id. */
export const WHOLE_ROUND = '*';

/**
 * The data of a button that stands for a command.
 *
 * @param command the name of its row
 * @param written the words that the button stands for
 * @param roundId the round that is meant, where there is a choice
 */
export function commandData(
  verb: Verb | PersonalVerb,
  command: string,
  written: string | undefined,
  roundId?: RoundId,
): object {
  return {
    verb,
    command,
    ...(written === undefined ? {} : { written }),
    ...(roundId === undefined ? {} : { roundId }),
  };
}

/** The data of a button about what has not been delivered to the secretariat, or about the round as a whole. */
export function roundPressData(verb: Verb, roundId: RoundId, nonce: string, spot?: Spot): object {
  return { verb, roundId, of: OF_ROUND, nonce, ...spotData(spot) };
}

/**
 * The data of a button on a card about a department: the department, the versions that the card shows, and the card's
 * nonce.
 *
 * @param department without the draft or the proposal if the card does not show them
 */
export function pressData(verb: Verb, department: RoundDepartment, nonce: string): object {
  return seenPressData(verb, department, seenNow(department), nonce);
}

/** The same, for a card that shows something else than the department's present state. */
export function seenPressData(
  verb: Verb,
  { roundId, department: about }: Pick<RoundDepartment, 'roundId' | 'department'>,
  { reply, draft, proposal }: Seen,
  nonce: string,
): object {
  return { verb, roundId, departmentId: about.id, basedOn: reply, draftSeen: draft, proposalSeen: proposal, nonce };
}

/** What a button fetches: a template as it was sent, or an example of a notat in it. */
export type FetchedOfTemplate = 'template' | 'example';

/** How a file comes: as one that Teams offers to put in the person's OneDrive, or with a link. */
export type FileWay = 'offer' | 'link';

/** The data of a button that fetches a template, or an example in it. @param template its number */
export function fetchTemplateData(of: FetchedOfTemplate, template: number, way: FileWay = 'offer'): object {
  return { of, template, ...(way === 'link' ? { as: 'link' } : {}) };
}

/** The data of a button that takes a template into use. @param seen the number of the newest choice that the card shows */
export function chooseTemplateData(template: number, seen: number): object {
  return { template, seen };
}
