import type { LocalDate } from '../domain/deadline.js';
import type { DepartmentNameProblem } from '../domain/department.js';
import type { ReplyProblem } from '../domain/reply.js';
import type { RoundFormProblem } from '../domain/round-form.js';

/** A short answer from the bot: what happened, and what to do about it. */
export interface Notice {
  readonly heading: string;
  readonly text: string;
}

/** Every string the bot can say, in one language. Names and texts that people wrote are passed in, never built in. */
export interface Messages {
  /** BCP 47, for screen readers. */
  readonly lang: 'da' | 'en';

  readonly date: {
    /** `den 3. december 2026` */
    day(day: LocalDate): string;
    /** `torsdag den 3. december 2026` */
    weekday(day: LocalDate): string;
    /** `den 3. december 2026 kl. 17.30`, in Danish time */
    moment(at: Date): string;
  };

  readonly request: {
    readonly heading: string;
    readonly report: string;
    readonly question: string;
    deadline(deadline: LocalDate): string;
    readonly field: string;
    readonly placeholder: string;
    /** How long a reply may be, and that the thread is not read. */
    hint(max: number): string;
    readonly send: string;
    readonly nil: string;
    readonly saveDraft: string;
    /** That a text is kept and not sent. */
    draft(name: string, at: Date): string;
    draftOvertaken(name: string, at: Date): string;
    readonly readReport: string;
    readonly cancel: string;
    readonly correcting: string;
    /** The field for why a CPR number stays, and the button that sends it all the same. */
    readonly cprReason: string;
    readonly keepCpr: string;
    problem(problem: ReplyProblem): string;
    overtaken(name: string, at: Date): string;
    summary(title: string): string;
  };

  readonly receipt: {
    readonly heading: string;
    from(name: string, at: Date): string;
    version(number: number): string;
    readonly nil: string;
    /** For what a card has no room to show. */
    more(shown: number, total: number): string;
    deadline(deadline: LocalDate): string;
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
    readonly nothingSent: string;
    readonly start: string;
    readonly edit: string;
  };

  readonly roundStarted: {
    readonly heading: string;
    text(departments: number, deadline: LocalDate): string;
    readonly next: string;
  };

  readonly status: {
    readonly heading: string;
    progress(answered: number, total: number): string;
    deadline(deadline: LocalDate, hasPassed: boolean): string;
    readonly answered: string;
    readonly outstanding: string;
    answer(name: string, at: Date, isNil: boolean): string;
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
    readonly allAnswered: string;
    readonly download: string;
    /** How long the link holds. */
    linkHolds(minutes: number): string;
    readonly renewLink: string;
    rowsLeftOut(departments: number): string;
    /** Shown in Teams' activity feed and notifications. */
    summary(title: string): string;
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
    /** Without a name, the channel was the secretariat's. */
    removed(name: string | undefined): Notice;
    notRegistered(): Notice;
  };

  readonly notices: {
    welcome(): Notice;
    notUnderstood(): Notice;
    onlyInChannels(): Notice;
    onlySecretariat(): Notice;
    onlyDepartments(): Notice;
    notAskedYet(): Notice;
    noDepartments(): Notice;
    noRound(): Notice;
    unknownRound(): Notice;
    notAsked(): Notice;
    unknownNotat(): Notice;
    tooLongToShow(): Notice;
    cprInReply(): Notice;
    replyNotStored(): Notice;
    failed(): Notice;
  };

  readonly download: {
    readonly expired: Notice;
    readonly invalid: Notice;
  };
}
