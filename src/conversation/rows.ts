import { PERSONAL_VERBS, type PersonalVerb, VERBS, type Verb } from '../cards/buttons.js';
import type { ChannelAct, PersonalAct } from './acts.js';
import { beginSetUpCommand, placeHereButton, whereSetUpIs } from './channel/begin-set-up.js';
import { bindChannelsButton } from './channel/bind-channels.js';
import { confirmSetup } from './channel/confirm-setup.js';
import { declineSetup, grantSetup } from './channel/decide-setup.js';
import { departmentFormButton, editDepartmentButton } from './channel/edit-department.js';
import { moveDepartmentButton } from './channel/move-department.js';
import { moveSecretariat } from './channel/move-secretariat.js';
import { nameDeputies, nameDirector, nameHeads, nameSecretariesCommand } from './channel/name-people.js';
import { registerChannel, registerSecretariat } from './channel/register-channel.js';
import { retireDepartmentButton } from './channel/retire-department.js';
import { saveDepartmentButton } from './channel/save-department.js';
import { setLanguageCommand } from './channel/set-language.js';
import { refreshSetUp, showSetUp } from './channel/show-set-up.js';
import { unregisterDepartment, unregisterSecretariat } from './channel/unregister-channel.js';
import { closeMessageButton } from './close-message.js';
import { runCommandButton, runPersonalCommandButton } from './command/run-command.js';
import { acceptDeclineButton } from './follow-up/accept-decline.js';
import { answerForButton } from './follow-up/answer-for.js';
import { answerNilFor } from './follow-up/answer-nil-for.js';
import { answerAllButton, answerQuestionButton } from './follow-up/answer-question.js';
import { declineTimeButton, grantTimeButton } from './follow-up/decide-time.js';
import { keepCprFor } from './follow-up/keep-cpr-for.js';
import { nudgeButton } from './follow-up/nudge.js';
import { openAnswer } from './follow-up/open-answer.js';
import { openDeadlineButton } from './follow-up/open-deadline.js';
import { openEdit } from './follow-up/open-edit.js';
import { openSendBack } from './follow-up/open-send-back.js';
import { proposeEditButton } from './follow-up/propose-edit.js';
import { sendBackButton } from './follow-up/send-back.js';
import { showDepartmentButton } from './follow-up/show-department.js';
import { showQuestionButton } from './follow-up/show-question.js';
import { helpInChannels, helpInPersonalChats } from './help/show-help.js';
import { compileNotat } from './notat/compile-notat.js';
import { keepFile } from './notat/keep-file.js';
import { personalNotat } from './notat/personal-notat.js';
import { readNotat } from './notat/read-notat.js';
import { renewLink } from './notat/renew-link.js';
import { acceptEditButton } from './reply/accept-edit.js';
import { approveReplyButton } from './reply/approve-reply.js';
import { askForTimeButton } from './reply/ask-for-time.js';
import { askQuestionButton } from './reply/ask-question.js';
import { askWritten } from './reply/ask-written.js';
import { declineButton } from './reply/decline-reply.js';
import { dismissEditButton } from './reply/dismiss-edit.js';
import { dismissWrittenButton } from './reply/dismiss-written.js';
import { editReply } from './reply/edit-reply.js';
import { keepCpr } from './reply/keep-cpr.js';
import { openDeclineButton } from './reply/open-decline.js';
import { openDialogButton } from './reply/open-dialog.js';
import { openQuestionButton } from './reply/open-question.js';
import { openTimeButton } from './reply/open-time.js';
import { previewRowButton } from './reply/preview-row.js';
import { saveDraftButton } from './reply/save-draft.js';
import { saveOwnButton } from './reply/save-own.js';
import { sendNil } from './reply/send-nil.js';
import { sendReply } from './reply/send-reply.js';
import { showReply } from './reply/show-reply.js';
import { showVersionsCommand } from './reply/show-versions.js';
import { useWritten } from './reply/use-written.js';
import { writeInThread } from './reply/write-in-thread.js';
import { changeRoundButton } from './round/change-round.js';
import { closeRoundButton } from './round/close-round.js';
import { editRound } from './round/edit-round.js';
import { endTrialButton } from './round/end-trial.js';
import { findDepartmentButton } from './round/find-department.js';
import { keepFormButton } from './round/keep-form.js';
import { leavePlanButton } from './round/leave-plan.js';
import { findRoundsButton, listRoundsCommand } from './round/list-rounds.js';
import { moveDeadlineButton } from './round/move-deadline.js';
import { newRound } from './round/new-round.js';
import { openChangeButton, openChangeCommand } from './round/open-change.js';
import { openRoundDeadlineButton } from './round/open-round-deadline.js';
import { openRoundFormButton } from './round/open-round-form.js';
import { prepareClosingButton, prepareClosingCommand } from './round/prepare-closing.js';
import { previewRound } from './round/preview-round.js';
import { proposeEditsButton } from './round/propose-edits.js';
import { explainReminding, tryReminding } from './round/remind.js';
import { prepareRemindingAllButton, remindAllButton } from './round/remind-all.js';
import { reopenRoundButton } from './round/reopen-round.js';
import { rollForwardButton } from './round/roll-forward.js';
import { savePlan } from './round/save-plan.js';
import { showDeskButton } from './round/show-desk.js';
import { showNotatButton } from './round/show-notat.js';
import { showPlan } from './round/show-plan.js';
import { showStatusCommand } from './round/show-status.js';
import { cancelLaterStartButton, startLaterButton } from './round/start-later.js';
import { startRoundButton } from './round/start-round.js';
import { tryChannelsButton } from './round/try-channels.js';
import { tryRoundButton } from './round/try-round.js';
import { prepareWithdrawalButton, prepareWithdrawalCommand, withdrawRoundButton } from './round/withdraw-round.js';
import { writeDeadlineCommand } from './round/write-deadline.js';
import type { Button, Command, PersonalButton, Row } from './row.js';
import { chooseTemplateButton } from './template/choose-template.js';
import { fetchTemplateButton } from './template/fetch-template.js';
import { listTemplatesButton } from './template/list-templates.js';
import { sendTemplate } from './template/send-template.js';
import { showTemplateCommand } from './template/show-template.js';
import { useInstallationsTemplateCommand } from './template/use-installations-template.js';
import { tellHereCommand, tellInChannelButton, tellInChannelCommand } from './work/choose-telling.js';
import { markArrivedButton } from './work/mark-arrived.js';
import { sendAgainButton } from './work/send-again.js';

/*
 * Everything that people can do. All lists of it are made from here: help, the commands in the Teams manifest,
 * docs/presses.md, and the axes of the acceptance matrix.
 */

/** The row of each button. If a verb has no row that answers it, this does not compile. */
const ROW_OF_BUTTON: { readonly [Name in Verb]: Button<Name> } = {
  [VERBS.sendReply]: sendReply,
  [VERBS.sendNil]: sendNil,
  [VERBS.keepCpr]: keepCpr,
  [VERBS.saveDraft]: saveDraftButton,
  [VERBS.openDialog]: openDialogButton,
  [VERBS.saveOwn]: saveOwnButton,
  [VERBS.previewRow]: previewRowButton,
  [VERBS.approveReply]: approveReplyButton,
  [VERBS.editReply]: editReply,
  [VERBS.showReply]: showReply,
  [VERBS.acceptEdit]: acceptEditButton,
  [VERBS.dismissEdit]: dismissEditButton,
  [VERBS.openDecline]: openDeclineButton,
  [VERBS.decline]: declineButton,
  [VERBS.openTime]: openTimeButton,
  [VERBS.askForTime]: askForTimeButton,
  [VERBS.openQuestion]: openQuestionButton,
  [VERBS.askQuestion]: askQuestionButton,
  [VERBS.showQuestion]: showQuestionButton,
  [VERBS.answerQuestion]: answerQuestionButton,
  [VERBS.answerAll]: answerAllButton,
  [VERBS.useWritten]: useWritten,
  [VERBS.askWritten]: askWritten,
  [VERBS.dismissWritten]: dismissWrittenButton,
  [VERBS.showDepartment]: showDepartmentButton,
  [VERBS.findDepartment]: findDepartmentButton,
  [VERBS.openSendBack]: openSendBack,
  [VERBS.sendBack]: sendBackButton,
  [VERBS.openAnswer]: openAnswer,
  [VERBS.answerFor]: answerForButton,
  [VERBS.answerNilFor]: answerNilFor,
  [VERBS.keepCprFor]: keepCprFor,
  [VERBS.openEdit]: openEdit,
  [VERBS.proposeEdit]: proposeEditButton,
  [VERBS.nudge]: nudgeButton,
  [VERBS.acceptDecline]: acceptDeclineButton,
  [VERBS.grantTime]: grantTimeButton,
  [VERBS.declineTime]: declineTimeButton,
  [VERBS.openDeadline]: openDeadlineButton,
  [VERBS.previewRound]: previewRound,
  [VERBS.editRound]: editRound,
  [VERBS.startRound]: startRoundButton,
  [VERBS.rollForward]: rollForwardButton,
  [VERBS.leavePlan]: leavePlanButton,
  [VERBS.keepForm]: keepFormButton,
  [VERBS.startLater]: startLaterButton,
  [VERBS.cancelLaterStart]: cancelLaterStartButton,
  [VERBS.tryChannels]: tryChannelsButton,
  [VERBS.tryRound]: tryRoundButton,
  [VERBS.endTrial]: endTrialButton,
  [VERBS.openChange]: openChangeButton,
  [VERBS.changeRound]: changeRoundButton,
  [VERBS.prepareWithdrawal]: prepareWithdrawalButton,
  [VERBS.withdrawRound]: withdrawRoundButton,
  [VERBS.moveDeadline]: moveDeadlineButton,
  [VERBS.openRoundDeadline]: openRoundDeadlineButton,
  [VERBS.showDesk]: showDeskButton,
  [VERBS.prepareRemindingAll]: prepareRemindingAllButton,
  [VERBS.remindAll]: remindAllButton,
  [VERBS.findRounds]: findRoundsButton,
  [VERBS.showNotat]: showNotatButton,
  [VERBS.savePlan]: savePlan,
  [VERBS.prepareClosing]: prepareClosingButton,
  [VERBS.closeRound]: closeRoundButton,
  [VERBS.proposeEdits]: proposeEditsButton,
  [VERBS.reopenRound]: reopenRoundButton,
  [VERBS.renewLink]: renewLink,
  [VERBS.readNotat]: readNotat,
  [VERBS.confirmSetup]: confirmSetup,
  [VERBS.moveSecretariat]: moveSecretariat,
  [VERBS.grantSetup]: grantSetup,
  [VERBS.declineSetup]: declineSetup,
  [VERBS.placeHere]: placeHereButton,
  [VERBS.refreshSetup]: refreshSetUp,
  [VERBS.bindChannels]: bindChannelsButton,
  [VERBS.editDepartment]: editDepartmentButton,
  [VERBS.departmentForm]: departmentFormButton,
  [VERBS.saveDepartment]: saveDepartmentButton,
  [VERBS.retireDepartment]: retireDepartmentButton,
  [VERBS.moveDepartment]: moveDepartmentButton,
  [VERBS.openRoundForm]: openRoundFormButton,
  [VERBS.sendAgain]: sendAgainButton,
  [VERBS.markArrived]: markArrivedButton,
  [VERBS.closeMessage]: closeMessageButton,
  [VERBS.runCommand]: runCommandButton(() => CHANNEL_COMMANDS),
};

/** The buttons of cards. */
export const BUTTONS: readonly Button[] = Object.values(ROW_OF_BUTTON);

const IN_CHANNELS = [
  beginSetUpCommand,
  registerChannel,
  registerSecretariat,
  newRound,
  showStatusCommand,
  listRoundsCommand,
  writeDeadlineCommand,
  openChangeCommand,
  showPlan,
  tryReminding,
  explainReminding,
  compileNotat,
  prepareClosingCommand,
  prepareWithdrawalCommand,
  showSetUp,
  showVersionsCommand,
  nameHeads,
  nameDeputies,
  nameDirector,
  nameSecretariesCommand,
  setLanguageCommand,
  unregisterDepartment,
  unregisterSecretariat,
];

/** The buttons of cards in personal chats. If one has no row that answers it, this does not compile. */
const ROW_OF_PERSONAL_BUTTON: { readonly [Name in PersonalVerb]: PersonalButton<Name> } = {
  [PERSONAL_VERBS.tellInChannel]: tellInChannelButton,
  [PERSONAL_VERBS.runCommand]: runPersonalCommandButton(() => PERSONAL_COMMANDS),
  [PERSONAL_VERBS.fetchTemplate]: fetchTemplateButton,
  [PERSONAL_VERBS.listTemplates]: listTemplatesButton,
  [PERSONAL_VERBS.chooseTemplate]: chooseTemplateButton,
};

export const PERSONAL_BUTTONS: readonly PersonalButton[] = Object.values(ROW_OF_PERSONAL_BUTTON);

const IN_PERSONAL_CHATS = [
  personalNotat,
  showTemplateCommand,
  useInstallationsTemplateCommand,
  tellHereCommand,
  tellInChannelCommand,
  whereSetUpIs,
];

/** The commands in channels, in the order in which help shows them. */
export const CHANNEL_COMMANDS: readonly Command<ChannelAct>[] = [...IN_CHANNELS, helpInChannels(IN_CHANNELS)];

/** What answers words in a personal chat that are no command. */
export const PERSONAL_HELP: Command<PersonalAct> = helpInPersonalChats([
  personalNotat,
  showTemplateCommand,
  sendTemplate,
  useInstallationsTemplateCommand,
  tellHereCommand,
  tellInChannelCommand,
  whereSetUpIs,
]);

/** The commands in personal chats, in the order in which help shows them. */
export const PERSONAL_COMMANDS: readonly Command<PersonalAct>[] = [...IN_PERSONAL_CHATS, PERSONAL_HELP];

/** Everything that a person can do. */
export const ROWS: readonly Row[] = [
  ...BUTTONS,
  ...CHANNEL_COMMANDS,
  writeInThread,
  ...PERSONAL_BUTTONS,
  ...PERSONAL_COMMANDS,
  sendTemplate,
  keepFile,
];
