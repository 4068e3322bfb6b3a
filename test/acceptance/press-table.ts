import type { Verb } from '../../src/cards/buttons.js';
import type { Button } from '../../src/conversation/row.js';
import { BUTTONS } from '../../src/conversation/rows.js';
import type { AuditAct } from '../../src/domain/audit.js';
import type { RegistryAct } from '../../src/domain/channel/registry-audit.js';
import type { Messages } from '../../src/text/messages.js';
import { answerInMarkdown, type Told } from './press-answers.js';

/** Where, when and by whom a button is pressed. Unless it says otherwise: where it belongs, and by someone who may. */
const SITUATIONS = [
  'pressed twice',
  'after the deadline',
  'on a stale card',
  'by someone who is no head',
  'by someone who is no secretary',
  'on a copy in another department’s channel',
  'in the secretariat’s channel',
  'in an unregistered channel',
  'with the ids of another department',
  'with a forged payload',
  'after the round is closed',
] as const;

export type Situation = (typeof SITUATIONS)[number];

/** What an audit says: a round's, or that of the tenant's registrations. */
export type Written = AuditAct | RegistryAct;

export interface Outcome {
  /** What the person then has in front of them. */
  readonly told: Told;
  /** What the audits say of it; nothing where nothing at all is written. */
  readonly written: readonly Written[];
}

type Otherwise = Readonly<Partial<Record<Exclude<Situation, 'pressed twice' | 'on a stale card'>, Outcome>>>;

/** What cannot be told from a button's row. */
interface Facts {
  /** Pressed where it belongs by someone who may, and once more under another activity id. */
  readonly usually: Outcome;
  /** What the second press comes to, where it is not told what the first is, or writes something too. */
  readonly again: Outcome | undefined;
  /** Pressed on a card that says what is no longer so. */
  readonly stale: Outcome;
  /** Where it is otherwise than the rules say. */
  readonly otherwise: Otherwise;
}

/** What follows from a button's row. The first that is about the button and the situation holds; without one it is as usual. */
interface Rule {
  /** Which buttons it is about, in words. */
  readonly about: string;
  isAbout(row: Button): boolean;
  readonly situations: readonly Situation[];
  readonly told: Told;
}

const ELSEWHERE = ['on a copy in another department’s channel', 'in an unregistered channel'] as const;
const IN_THE_SECRETARIATS = 'in the secretariat’s channel';
const FORGED = 'with a forged payload';
const NO_HEAD = 'by someone who is no head';
const NO_SECRETARY = 'by someone who is no secretary';
const FOR_ANOTHER = 'with the ids of another department';
const CLOSED = ['after the round is closed'] as const;

/** For setting up the channel that it is pressed in, which may be nobody's yet. */
const isSetup = ({ where }: Button) => where.includes('unregistered');
const isDepartments = (row: Button) => row.where.includes('department') && !isSetup(row);
const isSecretariats = ({ where }: Button) => where.includes('secretariat');

/** The data of a button that is about no department, as far as a press can carry it. */
const WITHOUT_DEPARTMENT = {
  roundId: 'x',
  planId: 'x',
  notatId: 'x',
  basedOn: 0,
  draftSeen: 0,
  proposalSeen: 0,
  requestSeen: 0,
  editSeen: 0,
  asked: 0,
  scope: '*',
  inNotat: true,
  name: 'x',
  requestId: 'x',
  channelId: 'x',
  written: 'x',
  command: 'channel.language',
  from: 0,
};

/** Whether what it sends must name a department. */
function namesDepartment({ read }: Button): boolean {
  return read(new Map(Object.entries(WITHOUT_DEPARTMENT))) === undefined;
}

export const RULES: readonly Rule[] = [
  {
    about: 'every button',
    isAbout: () => true,
    situations: ['with a forged payload'],
    told: 'notice: press not read',
  },
  {
    about: 'a department’s',
    isAbout: isDepartments,
    situations: [...ELSEWHERE, IN_THE_SECRETARIATS, FOR_ANOTHER],
    told: 'notice: not here',
  },
  {
    about: 'the secretariat’s',
    isAbout: isSecretariats,
    situations: ELSEWHERE,
    told: 'notice: only in the secretariat’s channel',
  },
  {
    about: 'the secretariat’s',
    isAbout: isSecretariats,
    situations: [NO_SECRETARY],
    told: 'notice: only secretaries',
  },
  {
    about: 'a head’s',
    isAbout: ({ right }) => right === 'decide',
    situations: [NO_HEAD],
    told: 'notice: only heads',
  },
  {
    about: 'the secretariat’s about a department, with text that must not be lost',
    isAbout: (row) => row.keepsText && namesDepartment(row) && isSecretariats(row),
    situations: CLOSED,
    told: 'notice: locked for the secretariat',
  },
  {
    about: 'about a department, with text that must not be lost',
    isAbout: (row) => row.keepsText && namesDepartment(row),
    situations: CLOSED,
    told: 'notice: locked',
  },
  { about: 'a department’s, without', isAbout: isDepartments, situations: CLOSED, told: 'round closed' },
  {
    about: 'the secretariat’s about a department, without',
    isAbout: (row) => namesDepartment(row) && !isSetup(row),
    situations: CLOSED,
    told: 'follow-up: locked',
  },
];

function of(told: Told, ...written: readonly Written[]): Outcome {
  return { told, written };
}

function facts(usually: Outcome, stale: Outcome, otherwise: Otherwise = {}, again?: Outcome): Facts {
  return { usually, stale, otherwise, again };
}

const TOO_LATE = of('notice: too late to follow up');
const SENT_BACK = of('follow-up: sent back', 'sent back');
const ANSWERED_FOR = of('follow-up: answered', 'replied on behalf');
const STARTED = of('round started');
// In words, so that the form stays with what is typed in it.
const PLAN_STARTED = of('notice: started, not saved');
const NO_TEXT = of('follow-up: locked');

const FACTS: Readonly<Partial<Record<Verb, Facts>>> = {
  'reply.send': facts(of('receipt', 'replied'), of('answer overtaken', 'draft saved'), {
    'after the deadline': of('late receipt', 'replied'),
    'by someone who is no head': of('approval', 'proposed'),
  }),
  // Pressed without a remark: no text is lost.
  'reply.nil': facts(of('receipt', 'replied'), of('answer overtaken'), {
    'after the deadline': of('late receipt', 'replied'),
    'by someone who is no head': of('approval', 'proposed'),
    'after the round is closed': of('round closed'),
  }),
  'reply.keep-cpr': facts(of('receipt', 'replied', 'cpr number kept'), of('answer overtaken'), {
    'after the deadline': of('late receipt', 'replied', 'cpr number kept'),
    'by someone who is no head': of('approval', 'proposed', 'cpr number kept'),
  }),
  'reply.save-draft': facts(of('draft kept', 'draft saved'), of('draft overtaken')),
  // As from a client without dialogs.
  'reply.open-dialog': facts(of('notice: no dialogs here'), of('notice: no dialogs here'), {
    'after the round is closed': of('notice: locked'),
  }),
  'reply.save-own': facts(of('notice: own draft kept'), of('notice: own draft kept')),
  'reply.preview': facts(of('notice: no dialogs here'), of('notice: no dialogs here')),
  'reply.approve': facts(of('receipt', 'approved'), of('approval'), {
    'after the deadline': of('late receipt', 'approved'),
  }),
  'reply.edit': facts(of('correcting'), of('correcting'), { 'after the round is closed': of('closed receipt') }),
  'reply.show': facts(of('receipt'), of('receipt'), { 'after the round is closed': of('closed receipt') }),
  'reply.accept-edit': facts(of('receipt', 'replied', 'edit accepted'), of('receipt'), {
    'after the deadline': of('late receipt', 'replied', 'edit accepted'),
    'after the round is closed': of('closed receipt'),
  }),
  'reply.dismiss-edit': facts(of('receipt', 'edit dismissed'), of('notice: edit gone')),
  'reply.open-decline': facts(of('decline form'), of('notice: too late to decline')),
  'reply.decline': facts(of('declined', 'declined'), of('notice: too late to decline')),

  'reply.open-time': facts(of('time form'), of('notice: too late for more time')),
  'reply.ask-for-time': facts(
    of('asked for time', 'time requested'),
    of('notice: too late for more time'),
    // The day that is asked for is over too.
    { 'after the deadline': of('time form: in the past') },
  ),

  // Nothing is sent or stored until the card that comes next is used.
  'written.use': facts(of('from the thread'), of('from the thread, correcting'), {
    'after the round is closed': of('notice: locked'),
  }),
  'written.ask': facts(of('message asked', 'question asked'), of('message asked', 'question asked'), {
    'after the round is closed': of('notice: locked'),
  }),
  // Its card can be taken away in a closed round too.
  'written.dismiss': facts(of('message let be'), of('message let be'), {
    'after the round is closed': of('message let be'),
  }),
  // A department may ask in any state, also when it has answered.
  'question.open': facts(of('ask form'), of('ask form')),
  'question.ask': facts(of('has asked', 'question asked'), of('receipt', 'question asked')),
  'question.show': facts(of('question'), of('question answered')),
  'question.answer': facts(of('question answered', 'question answered'), of('question: overtaken')),
  'question.answer-all': facts(
    of('question answered', 'question answered', 'answer shared'),
    of('question: overtaken'),
  ),

  'department.show': facts(of('follow-up: awaited'), of('follow-up: answered')),
  // Only one is called so.
  'department.find': facts(of('follow-up: awaited'), of('follow-up: answered')),
  'department.open-send-back': facts(of('follow-up: to send back'), of('follow-up: to send back')),
  'department.send-back': facts(SENT_BACK, of('follow-up: comment overtaken')),
  'department.open-answer': facts(of('follow-up: to answer'), of('follow-up: to answer')),
  'department.answer': facts(ANSWERED_FOR, of('follow-up: overtaken')),
  'department.answer-nil': facts(ANSWERED_FOR, of('follow-up: overtaken'), { 'after the round is closed': NO_TEXT }),
  'department.keep-cpr': facts(
    of('follow-up: answered', 'replied on behalf', 'cpr number kept'),
    of('follow-up: overtaken'),
  ),
  'department.open-edit': facts(of('follow-up: to mend'), of('follow-up: to mend')),
  'department.propose-edit': facts(of('follow-up: edit proposed', 'edit proposed'), of('follow-up: edit overtaken')),
  'department.nudge': facts(of('follow-up: nudged', 'nudged'), TOO_LATE),
  'department.accept-decline': facts(of('follow-up: excused', 'decline accepted'), TOO_LATE),

  'department.grant-time': facts(of('follow-up: awaited', 'time granted'), of('notice: decided already on time'), {
    'after the deadline': of('notice: day passed'),
  }),
  'department.decline-time': facts(of('follow-up: time declined', 'time declined'), of('notice: needs no more time')),
  'department.open-deadline': facts(of('deadline form'), TOO_LATE),

  'message.close': facts(of('message closed'), of('message closed'), { [FORGED]: of('message closed') }),

  'round.open-change': facts(of('change form'), of('change form'), {
    'after the round is closed': of('notice: change of a closed round'),
  }),
  'round.change': facts(of('changed', 'round changed'), of('change form: overtaken'), {
    'after the round is closed': of('notice: change of a closed round'),
  }),
  'round.prepare-withdrawal': facts(of('withdrawal'), of('notice: change of a withdrawn round'), {
    'after the round is closed': of('notice: change of a closed round'),
  }),
  'round.withdraw': facts(of('withdrawing', 'round withdrawn'), of('notice: change of a withdrawn round'), {
    'after the round is closed': of('notice: change of a closed round'),
  }),
  'round.move-deadline': facts(of('deadline moved', 'deadline moved'), of('deadline form: same'), {
    'after the deadline': of('deadline form: in the past'),
    'after the round is closed': of('notice: deadline of a closed round'),
  }),
  // From the overview, which stays.
  'round.open-deadline': facts(of('notice: sent below'), of('notice: sent below'), {
    'after the round is closed': of('notice: deadline of a closed round'),
  }),
  'round.show-desk': facts(of('overview'), of('overview: one answer')),
  'round.prepare-reminding-all': facts(of('reminding all'), of('reminding all'), {
    'after the round is closed': of('notice: closed already'),
  }),
  'round.remind-all': facts(of('overview: reminded', 'nudged', 'nudged'), of('overview: one reminded', 'nudged'), {
    'after the round is closed': of('notice: closed already'),
  }),
  'round.find': facts(of('rounds'), of('rounds'), { [FORGED]: of('rounds') }),
  'round.show-notat': facts(of('notat'), of('notat')),
  'round.preview': facts(
    of('round preview', 'planned'),
    PLAN_STARTED,
    {
      'after the deadline': of('round form: in the past'),
      // A form that names no round is that of a new one.
      'with a forged payload': of('round preview', 'planned'),
    },
    // What stands in the form is planned each time.
    of('round preview', 'planned'),
  ),
  'round.edit': facts(of('round form'), STARTED),
  'round.start': facts(of('round started', 'confirmed'), STARTED, {
    'after the deadline': of('preview: deadline passed'),
  }),
  'round.roll-forward': facts(of('round form'), of('round form'), {
    // People can fill in a form with anything.
    'with a forged payload': of('round form'),
  }),
  'round.keep-form': facts(
    of('round form: kept in the plan', 'planned'),
    PLAN_STARTED,
    {
      'after the deadline': of('round form: kept beside the plan'),
      // A form that names no round is kept on its card, with anything in it.
      'with a forged payload': of('round form: kept'),
    },
    of('round form: kept in the plan', 'planned'),
  ),
  'round.leave-plan': facts(of('plan discarded', 'plan discarded'), of('notice: started, not discarded')),
  'round.start-later': facts(of('start put off', 'start put off'), STARTED, {
    'after the deadline': of('later start refused'),
  }),
  'round.cancel-later-start': facts(of('later start cancelled', 'later start cancelled'), STARTED),
  'round.try-channels': facts(of('round preview'), STARTED),
  'round.try': facts(of('trial started', 'confirmed'), STARTED),
  'round.end-trial': facts(of('trial ended', 'closed'), of('trial ended')),
  // Nothing is written where the plan is so already.
  'round.save-plan': facts(of('plan saved', 'reminders changed'), of('plan overtaken'), {
    'after the round is closed': of('notice: closed already'),
  }),
  'round.prepare-closing': facts(of('closing check'), of('notice: closing already'), {
    'after the round is closed': of('notice: closed already'),
  }),
  'round.close': facts(
    of('round closing', 'closed'),
    of('closing check: unseen'),
    { 'after the round is closed': of('notice: closed already') },
    of('notice: closing already'),
  ),
  'round.reopen': facts(
    of('notice: reopening', 'reopened'),
    of('notice: open already'),
    {},
    of('notice: open already'),
  ),
  'closing.propose-edits': facts(of('closing check: mending', 'edit proposed'), of('notice: closing already'), {
    'after the round is closed': of('notice: closed already'),
  }),
  // As from a client without dialogs. The card has the button once the round is closed.
  'notat.read': facts(of('final notat'), of('closed receipt'), { 'after the round is closed': of('final notat') }),
  'notat.renew': facts(of('notat'), of('notat')),

  // Of its own channel, it is a question about another name; of another, where it was never asked, whatever it is there.
  'setup.confirm': facts(
    of('renamed', 'department renamed'),
    of('renamed', 'department renamed'),
    {
      [NO_SECRETARY]: of('asked of the secretariat', 'setup requested'),
      'on a copy in another department’s channel': of('asked of the secretariat', 'setup requested'),
      [IN_THE_SECRETARIATS]: of('notice: the secretariat’s own channel'),
      'in an unregistered channel': of('registered', 'department registered'),
      [FOR_ANOTHER]: of('question: rename'),
    },
    of('registered'),
  ),
  'setup.move-secretariat': facts(
    of('secretariat moved', 'secretariat moved'),
    of('question: move the secretariat'),
    {
      [NO_SECRETARY]: of('notice: only administrators'),
      'on a copy in another department’s channel': of('notice: only administrators'),
      // What Teams tells of the channel now is kept.
      [IN_THE_SECRETARIATS]: of('the secretariat’s already', 'secretariat registered'),
    },
    of('the secretariat’s already'),
  ),
  'setup.grant': facts(
    of('request granted', 'department renamed', 'setup granted'),
    of('notice: decided already'),
    {},
    of('notice: decided already'),
  ),
  'setup.decline': facts(
    of('request declined', 'setup declined'),
    of('notice: decided already'),
    {},
    of('notice: decided already'),
  ),

  'setup.place': facts(of('set-up', 'secretariat registered'), of('question: move the secretariat'), {
    [NO_SECRETARY]: of('notice: only administrators'),
    'on a copy in another department’s channel': of('notice: only administrators'),
    [IN_THE_SECRETARIATS]: of('set-up', 'secretariat registered'),
    // All that it says is where it is pressed.
    [FORGED]: of('set-up', 'secretariat registered'),
  }),
  'setup.refresh': facts(of('set-up'), of('set-up'), { [FORGED]: of('set-up') }),
  // What is chosen on the card can be anything.
  'setup.bind': facts(
    of('set-up: bound', 'department registered'),
    of('set-up: bound meanwhile'),
    { [FORGED]: of('set-up: bound', 'department registered') },
    of('set-up: bound meanwhile'),
  ),
  // As from a client without dialogs.
  'setup.edit-department': facts(of('department form'), of('set-up: department gone'), {
    [FORGED]: of('department form'),
  }),
  'setup.department-form': facts(of('department form'), of('notice: department gone')),
  // The round's own row gets the settings too.
  'setup.save-department': facts(
    of('set-up: saved', 'department renamed', 'settings changed'),
    of('notice: department gone'),
    { 'after the round is closed': of('set-up: saved', 'department renamed') },
  ),
  'setup.retire': facts(
    of('set-up: retired', 'department retired'),
    of('notice: department gone'),
    {
      'after the round is closed': of('set-up: retired', 'department retired'),
      [FOR_ANOTHER]: of('set-up: another retired', 'department retired'),
    },
    of('notice: department gone'),
  ),
  'setup.move-department': facts(of('set-up: moved', 'departments reordered'), of('set-up: department gone'), {
    [FORGED]: of('set-up: moved', 'departments reordered'),
  }),
  'setup.new-round': facts(of('round form'), of('round form'), { [FORGED]: of('round form') }),

  // Also in a closed round: its cards must be redrawn too.
  'delivery.send-again': facts(of('follow-up: sent again', 'sent again'), of('follow-up: nothing to send')),
  'delivery.arrived': facts(of('follow-up: arrived', 'arrived'), of('follow-up: nothing in doubt')),
  // It is answered as the command is: here as *sprog* is, which is a department's.
  'command.run': facts(of('notice: which language'), of('notice: which language'), {
    'by someone who is no secretary': of('notice: which language'),
    'on a copy in another department’s channel': of('notice: which language'),
    'in an unregistered channel': of('notice: only departments have a language'),
  }),
};

/** A button in a situation. */
export interface Cell extends Outcome {
  readonly row: Button;
  readonly situation: Situation;
  /** What is told when the press comes again, where it does. */
  readonly again: Told | undefined;
  /** Whether it stands in the table, and does not follow from the rules. */
  readonly isWritten: boolean;
}

/** The situations that a button can be pressed in otherwise than usually. */
function situationsOf(row: Button): readonly Situation[] {
  const usual: readonly Situation[] = [
    ...(isDepartments(row) ? ([NO_SECRETARY] as const) : ([NO_HEAD] as const)),
    ...(isSecretariats(row) ? ([IN_THE_SECRETARIATS] as const) : []),
    ...(namesDepartment(row) ? [] : ([FOR_ANOTHER] as const)),
  ];
  return SITUATIONS.filter((situation) => !usual.includes(situation));
}

/** Every situation of a button that has facts. */
function cellsOf(row: Button, { usually, again, stale, otherwise }: Facts): readonly Cell[] {
  return situationsOf(row).map((situation) => {
    const once = { row, situation, again: undefined };
    if (situation === 'pressed twice') {
      const { told, written } = again ?? { told: usually.told, written: [] };
      return { ...once, ...usually, again: told, written: [...usually.written, ...written], isWritten: true };
    }
    if (situation === 'on a stale card') return { ...once, ...stale, isWritten: true };
    const known = otherwise[situation];
    return { ...once, ...(known ?? byRule(row, situation) ?? usually), isWritten: known !== undefined };
  });
}

export function byRule(row: Button, situation: Situation): Outcome | undefined {
  const rule = RULES.find(({ isAbout, situations }) => situations.includes(situation) && isAbout(row));
  return rule && of(rule.told);
}

export const CELLS: readonly Cell[] = BUTTONS.flatMap((row) => {
  const known = FACTS[row.name];
  return known === undefined ? [] : cellsOf(row, known);
});

/** The rules and the table as docs/presses.md has them: a line each. */
export function linesInMarkdown(messages: Messages): readonly string[] {
  const rules = RULES.flatMap(({ about, situations, told }) =>
    situations.map((situation) => `| ${about} | ${situation} | ${answerInMarkdown(told, messages)} | – |`),
  );
  const cells = CELLS.filter(({ isWritten }) => isWritten).map(({ row, situation, told, again, written }) => {
    const then = again === undefined || again === told ? '' : `, then ${answerInMarkdown(again, messages)}`;
    const acts = written.join(', ') || '–';
    return `| \`${row.name}\` | ${situation} | ${answerInMarkdown(told, messages)}${then} | ${acts} |`;
  });
  return [...rules, ...cells];
}
