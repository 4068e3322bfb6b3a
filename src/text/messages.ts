import type { DepartmentNameProblem } from '../domain/channel/department.js';
import type { Language } from '../domain/language.js';
import type { NotatCounts } from '../domain/notat/notat.js';
import type { NotatChange } from '../domain/notat/notat-changes.js';
import type { TemplateProblem } from '../domain/notat/template-problem.js';
import type { Person } from '../domain/person.js';
import type { CommentProblem } from '../domain/reply/comment.js';
import type { DeclineProblem } from '../domain/reply/decline.js';
import type { ReplyProblem } from '../domain/reply/reply.js';
import type { AwaitedWhy, Standing } from '../domain/reply/standing.js';
import type { Deadline, LocalDate } from '../domain/round/deadline.js';
import type { RoundState } from '../domain/round/round.js';
import type { RoundFormProblem } from '../domain/round/round-form.js';
import type { FindingKind } from '../domain/text/text-findings.js';
import type { DepartmentNotice } from '../domain/work/delivery.js';

/** A short answer from the bot: what happened, and what to do about it. */
export interface Notice {
  readonly heading: string;
  readonly text: string;
}

/** Every string the bot can say, in one language. Names and texts that people wrote are passed in, never built in. */
export interface Messages {
  /** BCP 47, for screen readers. */
  readonly lang: Language;

  readonly date: {
    /** `den 3. december 2026` */
    day(day: LocalDate): string;
    /** `torsdag den 3. december 2026` */
    weekday(day: LocalDate): string;
    /** `torsdag den 3. december 2026`, or with a time `torsdag den 3. december 2026 kl. 12.00` */
    deadline(deadline: Deadline): string;
    /** `den 3. december 2026 kl. 17.30`, in Danish time */
    moment(at: Date): string;
  };

  readonly request: {
    readonly heading: string;
    readonly report: string;
    readonly question: string;
    /** By when; `til og med` a day that counts in full. */
    deadline(deadline: Deadline): string;
    /** How many working days that is, counted from the day the department was asked. */
    workingDays(count: number): string;
    /** Who is expected to answer: the heads, or anyone in the channel. */
    answeredBy(heads: readonly Person[]): string;
    readonly field: string;
    readonly placeholder: string;
    /** Where to write, and what may stand there beside a nil reply. */
    readonly hint: string;
    readonly send: string;
    readonly nil: string;
    readonly saveDraft: string;
    /** That a text is kept and not sent. */
    draft(name: string, at: Date): string;
    draftOvertaken(name: string, at: Date): string;
    readonly readReport: string;
    readonly cancel: string;
    readonly decline: string;
    /** The card's heading where there is a reply to correct, and what correcting it means. */
    readonly correctingHeading: string;
    readonly correcting: string;
    /** What the secretariat wrote when it sent the reply back. */
    sentBack(name: string, at: Date, comment: string): string;
    /** That the text in the field was written in the thread, and is not sent yet. */
    readonly fromThread: string;
    /** The button that shows and hides what the department wrote in the round before, and the heading over it. */
    readonly showPrevious: string;
    previous(title: string): string;
    /** The field for why a CPR number stays, and the button that sends it all the same. */
    readonly cprReason: string;
    readonly keepCpr: string;
    problem(problem: ReplyProblem): string;
    overtaken(name: string, at: Date): string;
    /** That someone else's text has come to await approval since. */
    proposalOvertaken(name: string, at: Date): string;
    summary(title: string): string;
  };

  /** The card while an answer waits for a head. */
  readonly approval: {
    readonly heading: string;
    from(name: string, at: Date): string;
    /** Who may send it. */
    awaits(heads: readonly Person[]): string;
    readonly approve: string;
    readonly change: string;
    /** That an earlier answer counts until then. */
    readonly present: string;
  };

  /** *Ikke vores område*: the form, and the card once it is sent. */
  readonly decline: {
    readonly heading: string;
    readonly explain: string;
    readonly reason: string;
    readonly reasonPlaceholder: string;
    readonly instead: string;
    readonly nobody: string;
    readonly send: string;
    readonly cancel: string;
    readonly declinedHeading: string;
    readonly excusedHeading: string;
    from(name: string, at: Date): string;
    insteadAsked(department: string): string;
    readonly awaitsDecision: string;
    excused(name: string, at: Date): string;
    readonly answerAnyway: string;
    /** The field that keeps what was typed on the request card before; it goes nowhere with the decline. */
    readonly kept: string;
    problem(problem: DeclineProblem): string;
  };

  /** The secretariat's card about one department. */
  readonly followUp: {
    readonly heading: string;
    state(standing: Standing): string;
    draft(name: string, at: Date): string;
    proposal(name: string, at: Date): string;
    sentBack(name: string, at: Date, comment: string): string;
    declined(name: string, at: Date, reason: string): string;
    instead(department: string): string;
    accepted(inNotat: boolean, name: string, at: Date): string;
    readonly sendBack: string;
    /** As `sendBack`, to a department that finds the report outside its area. */
    readonly askAnyway: string;
    readonly comment: string;
    readonly commentPlaceholder: string;
    readonly sendBackNow: string;
    readonly answer: string;
    readonly answerField: string;
    readonly answerNow: string;
    readonly answerNil: string;
    readonly nudge: string;
    readonly nudged: string;
    /** As `nudged`, where the card itself had not reached the channel. */
    readonly requestAgain: string;
    readonly acceptInNotat: string;
    readonly acceptLeftOut: string;
    readonly cancel: string;
    problem(problem: CommentProblem): string;
    overtaken(name: string, at: Date): string;
    summary(department: string): string;
  };

  /**
   * What the bot writes to a department in the thread of its card. It stays there, so it tells what has happened, and
   * leaves to the card how things stand.
   */
  readonly departmentNotices: Readonly<Record<DepartmentNotice, (deadline: Deadline) => Notice>>;

  readonly receipt: {
    readonly heading: string;
    from(name: string, at: Date): string;
    /** Written by one, sent by a head. */
    approvedFrom(author: string, head: string, at: Date): string;
    /** Given by the secretariat. */
    onBehalfFrom(name: string, at: Date): string;
    /** *modtaget efter fristen*; the true time stands beside it. */
    readonly late: string;
    version(number: number): string;
    readonly nil: string;
    readonly lockedHeading: string;
    /** That the round is closed without an answer, by why there is none. */
    lockedUnanswered(why: AwaitedWhy): string;
    readonly locked: string;
    /** For what a card has no room to show. */
    more(shown: number, total: number): string;
    deadline(deadline: Deadline): string;
    /** That there is a draft beside the answer, and where. */
    draft(name: string, at: Date): string;
    readonly correct: string;
  };

  readonly roundForm: {
    readonly heading: string;
    readonly intro: string;
    readonly title: string;
    readonly titlePlaceholder: string;
    readonly report: string;
    readonly reportPlaceholder: string;
    readonly reportLink: string;
    readonly question: string;
    readonly defaultQuestion: string;
    readonly introduction: string;
    readonly introductionPlaceholder: string;
    readonly deadline: string;
    readonly deadlineTime: string;
    /** The button that shows and hides the fields of the notat's header. */
    readonly header: string;
    readonly caseNumber: string;
    readonly to: string;
    readonly from: string;
    readonly regarding: string;
    readonly kle: string;
    readonly showOrigins: string;
    readonly departments: string;
    readonly preview: string;
    problem(problem: RoundFormProblem): string;
  };

  readonly roundPreview: {
    readonly heading: string;
    recipients(count: number): string;
    readonly card: string;
    readonly introduction: string;
    readonly noIntroduction: string;
    /** The heading over what stands at the notat's top. */
    readonly header: string;
    /** That the departments are shown their replies from an earlier round. */
    readonly previous: string;
    readonly nothingSent: string;
    readonly start: string;
    readonly edit: string;
  };

  readonly roundStarted: {
    readonly heading: string;
    text(departments: number, deadline: Deadline): string;
    readonly next: string;
  };

  readonly status: {
    readonly heading: string;
    progress(answered: number, total: number): string;
    deadline(deadline: Deadline, hasPassed: boolean): string;
    readonly answered: string;
    readonly outstanding: string;
    readonly excused: string;
    answer(name: string, at: Date, isNil: boolean): string;
    readonly late: string;
    readonly onBehalf: string;
    draft(name: string, at: Date): string;
    awaitingApproval(name: string, at: Date): string;
    declined(name: string, at: Date): string;
    sentBack(name: string, at: Date): string;
    excusedBy(inNotat: boolean): string;
    /** The heading over the departments whose row cannot be read, and what to do about it. */
    readonly unreadable: string;
    readonly unreadableExplained: string;
    /** The list of departments, and the button that shows the chosen one. */
    readonly choose: string;
    readonly show: string;
    readonly undelivered: string;
  };

  readonly versions: {
    readonly heading: string;
    /** How changes are marked. */
    readonly legend: string;
    readonly none: string;
    by(number: number, name: string, at: Date): string;
    /** For earlier versions that a card has no room for. */
    more(versions: number): string;
  };

  readonly notat: {
    readonly interimHeading: string;
    readonly completeHeading: string;
    finalHeading(number: number): string;
    counts(counts: NotatCounts): string;
    /** That so many departments' answers cannot be read: a sentence with its full stop. */
    unreadable(departments: number): string;
    /** Why the Word file is not in the municipality's own template. */
    readonly templateUnreadable: string;
    readonly download: string;
    /** How long the link holds. */
    linkHolds(minutes: number): string;
    readonly renewLink: string;
    /** Which of the cards that show the notat this is. */
    part(part: number, of: number): string;
    /** Beside the name of a department whose answer began on the card before. */
    readonly continued: string;
    /** Who closed the round. */
    sealed(name: string, at: Date): string;
    readonly changes: string;
    /** What stands before the departments that have changed so. */
    readonly change: Readonly<Record<NotatChange['kind'], string>>;
    moreChanges(departments: number): string;
    /** The button that shows and hides the field for why the round is reopened. */
    readonly showReopen: string;
    readonly reopenExplained: string;
    readonly reopenReason: string;
    readonly reopenPlaceholder: string;
    readonly reopen: string;
    readonly close: string;
    /** Shown in Teams' activity feed and notifications. */
    summary(title: string): string;
  };

  /** The check before a round is closed, and what its closing and reopening are answered with. */
  readonly closing: {
    readonly heading: string;
    missing(departments: number): string;
    /** Why a department is missing that has declined. */
    readonly declined: string;
    /** Why a department is missing whose row cannot be read. */
    readonly unreadable: string;
    /** What the notat says of those who are missing; some of them may be so because their rows cannot be read. */
    readonly missingExplained: (isAnyUnreadable: boolean) => string;
    moreMissing(departments: number): string;
    readonly nothing: string;
    readonly findings: string;
    readonly findingsExplained: string;
    /** Where something is found that is in no department's reply. */
    readonly ownText: string;
    readonly finding: Readonly<Record<FindingKind, string>>;
    /** What was found, mended. */
    proposal(mended: string): string;
    readonly keep: string;
    readonly mend: string;
    moreFindings(findings: number): string;
    /** Why the round was not closed: something is not decided, or someone who is missing was not named. */
    readonly undecided: string;
    readonly unseen: string;
    readonly howToMend: string;
    readonly close: string;
    readonly cancel: string;
    underWay(): Notice;
    /** The final notat would not be in the template that the secretariat has chosen. */
    templateUnreadable(): Notice;
    notOpen(state: RoundState): Notice;
    reopening(): Notice;
    notClosed(state: RoundState): Notice;
    reasonRefused(problem: CommentProblem): Notice;
  };

  readonly help: {
    readonly heading: string;
    readonly intro: string;
    /** The heading over what can be written in any channel, in the secretariat's, in a department's. */
    readonly commands: readonly { readonly command: string; readonly does: string }[];
    readonly departments: string;
  };

  readonly registration: {
    secretariat(): Notice;
    department(name: string): Notice;
    secretariatTaken(): Notice;
    departmentTaken(name: string): Notice;
    inUseBySecretariat(): Notice;
    inUseByDepartment(name: string): Notice;
    badName(problem: DepartmentNameProblem): Notice;
    /** Who alone may answer now; anyone in the channel, when nobody. */
    heads(heads: readonly Person[]): Notice;
    headsWanted(): Notice;
    headNotFound(name: string): Notice;
    tooManyHeads(max: number): Notice;
    /** Only the present heads may change who they are. */
    onlyHeadsAppoint(heads: readonly Person[]): Notice;
    language(): Notice;
    languageWanted(): Notice;
    onlyInDepartments(): Notice;
    /** Without a name, the channel was the secretariat's. */
    removed(name: string | undefined): Notice;
    removedUnreadable(): Notice;
    notRegistered(): Notice;
  };

  readonly notices: {
    welcome(): Notice;
    welcomePersonal(): Notice;
    notUnderstood(): Notice;
    onlyInChannels(): Notice;
    onlySecretariat(): Notice;
    /** The same, in a department's channel. */
    onlySecretariatNotDepartment(): Notice;
    onlyDepartments(): Notice;
    notAskedYet(): Notice;
    noDepartments(): Notice;
    /** More than the round form has room for. */
    tooManyDepartments(count: number, max: number): Notice;
    noRound(): Notice;
    unknownRound(): Notice;
    notAsked(): Notice;
    /** The round is closed, so nothing can be changed. */
    locked(): Notice;
    /** Only they may send, approve or decline. */
    onlyHeads(heads: readonly Person[]): Notice;
    /** The department has said that it is not its area, and only a head may answer all the same. */
    declinedAlready(): Notice;
    /** *Ikke vores område* after the department has answered or has been sent back. */
    declineTooLate(): Notice;
    /** Nothing waits for approval any more. */
    nothingToApprove(): Notice;
    /** Nothing to send back, or to decide. */
    followUpTooLate(): Notice;
    unknownNotat(): Notice;
    /** That a card cannot hold the text of its own field; `problem` says how long it is, where that is known. */
    tooLongToShow(problem: string): Notice;
    tooLongInThread(length: number, max: number): Notice;
    cprInReply(): Notice;
    replyNotStored(): Notice;
    /** Others changed the same thing each time it was tried. */
    tooManyAtOnce(): Notice;
    failed(): Notice;
    /** One person presses or writes more than is carried out. Said over a card, where the text still stands. */
    tooManyActs(): Notice;
    /** What was asked for needs something that is stored and cannot be read. */
    unreadable(what: 'channel' | 'department' | 'template' | 'other'): Notice;
    /** The same for whoever has typed a text. */
    replyUnreadable(): Notice;
    newerRoundUnreadable(): Notice;
  };

  /** Why something that came in could not be served, a sentence for each cause: docs/refusals.md. */
  readonly refusals: {
    unknownPerson(): Notice;
    groupChat(): Notice;
    unknownPlace(): Notice;
    noTenant(): Notice;
    noActivityId(): Notice;
    pressNotRead(): Notice;
    fileLost(): Notice;
    messageTooLong(length: number, max: number): Notice;
    /** What came along with a message that is served all the same. */
    filesNotRead(): Notice;
  };

  /** The municipality's own Word template, in the personal chat. */
  readonly template: {
    readonly heading: string;
    /** What the installation's own is called. */
    readonly installations: string;
    readonly usesInstallations: string;
    uses(number: number): string;
    sentBy(name: string, at: Date): string;
    readonly howToChange: string;
    readonly takenHeading: string;
    readonly seePreview: string;
    readonly refusedHeading: string;
    /** That the one used until now still is. */
    readonly refused: string;
    readonly sendAgain: string;
    /** The headings over what hinders its use, and over what could be better. */
    readonly problems: string;
    readonly warnings: string;
    problem(problem: TemplateProblem): string;
    /** For problems that a card has no room for. */
    more(problems: number): string;
    /** The name of the file with the example notat. */
    previewName(number: number): string;
    readonly previewDescription: string;
    /** In bytes. */
    tooLarge(max: number): Notice;
    /** Too many templates are being checked. */
    busy(): Notice;
    installationsAgain(): Notice;
  };

  /** The bot's own chat with one person. */
  readonly personal: {
    readonly help: Messages['help'];
    /** What the notat's file is, where Teams asks whether to keep it. */
    readonly notatFile: string;
    notUnderstood(): Notice;
    onlySecretariat(): Notice;
    noRound(): Notice;
    onlyWord(): Notice;
    oneFile(): Notice;
    notFetched(): Notice;
    uploadFailed(): Notice;
    unknownFile(): Notice;
    declined(): Notice;
  };

  readonly download: {
    readonly expired: Notice;
    readonly invalid: Notice;
    /** Too many from one address; this one may be all right. */
    readonly tooMany: Notice;
    /** What the document is made of cannot be read. */
    readonly unreadable: Notice;
    /** It could not be made this time. */
    readonly failed: Notice;
  };
}
