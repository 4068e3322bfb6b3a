import { currentRound } from '../../application/round/which-round.js';
import type { DeadlineForm } from '../../cards/round/deadline-card.js';
import { parseComment, type ReasonProblem } from '../../domain/reply/comment.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import { notRead, readDeadline } from '../../domain/round/deadline-values.js';
import type { RoundOverview } from '../../domain/round/round.js';
import { isWrittenMove, readWrittenMove } from '../../domain/round/written-move.js';
import { messagesOf, words } from '../answer.js';
import { answersCommand } from '../own-message.js';
import type { CommandWords } from '../read-command.js';
import { channelCommand } from '../row.js';
import { afterNewer, noCurrentRound } from './current-round.js';
import { deadlineForm } from './deadline-form.js';

const DEADLINE = /^(?:frist|deadline)(?:[ :,](?<written>.*))?$/iu;

/**
 * *frist* shows the form for moving the newest round's deadline, filled in with what was written: a day, a time, a
 * department and a reason. Only the form's button moves anything.
 */
export const writeDeadlineCommand = channelCommand({
  name: 'round.write-deadline',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ deadline }) => deadline,
  phrases: { da: ['frist'], en: ['deadline'] },
  said: {
    da: [
      'WHOM vente|vent|aflevere|komme til|indtil DAY',
      'WHOM må|kan|skal|får vente|komme|nøjes til|med DAY',
      'ny|nyt|næste seneste|sidste dato|tidspunkt|dag',
      'ny|nyt|næste seneste|sidste dato|tidspunkt|dag DAY',
      'svar* dage|dag|uge|uger tidligere|før|senere|hurtigere',
      'vil|ønsker|skal|have svar*|ANSWER dage|DAY tidligere|før|senere|hurtigere',
      'dato|datoen flyttet|flytte|ændret|ændre|rettet|rette|skubbet|rykket|udskudt|skiftet',
      'dato|datoen flyttet|flytte|ændret|ændre|rettet|rette|skubbet|rykket|udskudt|skiftet have|få|skal|kan|til|DAY',
      'lovet WHOM|at DAY|mere|tid|længere|til|få|vente',
      'lovet WHOM|at DAY|mere|tid|længere|til|få|vente får|have|med',
      'få|have|får|giv* WHOM|lidt længere|mere|bedre|ekstra tid|snor|luft|frist',
      'få|have|får|giv* WHOM|lidt|de længere|mere|bedre|ekstra tid|snor|luft|frist kunne|kan|vil|må',
      'presse|stramme|forkorte|fremrykke|fremskynde DEADLINE|tid*|det|svar*',
      'afkort*|forkort*|fremskynd*|fremryk* DEADLINE',
      'afkort*|fremskynd*|fremryk*|forkort*',
      'spiller|mødes|møde*|udvalg* først DAY dato|flyt*|DEADLINE|svar*',
      'kan|må WHOM slippe|springe|vente|nøjes|få DAY',
      'WHOM får DAY med|ekstra|mere|til',
      'indtil|til DAY vente|svare|lov|nok|ok',
      'DAY er|var|ligger for tidlig*|tæt*|snart|knap*|sent',
      'hellere|helst|stedet DAY end|for DAY',
      'DAY stedet for DAY',
      'lov til WHOM|dem|det DAY',
      'sæt|sætte|giv|lad WHOM til|på DAY',
      'WHOM når|nå|klarer ikke det|DAY sæt|giv|til',
      'forkert|gal|fejl* dato',
      'forkert|gal|fejl* dato DEADLINE|skulle|være|rette|DAY|skrev*|tast*',
      'skub*|skyd*|ryk*|udskyd*|flyt* det|hele|alt|alting uge|uger|dag|dage|DAY|måned',
      'skub*|skyd*|udskyd*|flyt* det|hele|alt|alting',
      'DAY senest|seneste|som tidspunkt|frist|for WHOM',
      'vil|skal|kan have DAY som|til senest|seneste|ny tidspunkt|frist*|DEADLINE',
      'DEADLINE ryk*|rykkes|skubbes|flyttes til|efter|før DAY',
      'DEADLINE ryk*|rykkes|skubbes|flyttes kan|skal|må til|efter|før|om|med DAY',
      'optimistisk*|urealistisk*|presset|travlt DEADLINE|dato|tid',
      'WHOM få|have|får|skal|må|giv* til|indtil|senest|inden DAY',
      'WHOM kan|når|skal|må først|tidligst klar|svar*|aflever*|nå|sende DAY',
      'kan|når først|tidligst klar|svare|aflevere|nå|sende|levere',
      'kan|når først|tidligst klar|svare|aflevere|nå|sende|levere DAY',
      'WHOM aflevere|svare|inde|klar|svar* allerede|tidligere|senere|senest DAY',
      'skal WHOM aflevere|svare|inde|klar allerede|tidligere|senere|nu DAY',
      'når|nå|klarer|overholde|overholder ikke DEADLINE',
      'WHOM når|nå ikke DEADLINE|DAY|tide',
      'DEADLINE ikke holder|realistisk*|holdbar*|nås|duer|går|overholdes',
      'DEADLINE ikke holder|nås|duer|går|realistisk* DAY stedet|hedde|til|flyt*|nødt',
      'DEADLINE MOVE|EXTEND DAY|til|med|WHOM|frem|tilbage',
      'DEADLINE hedde|lyde|gælde|være|blive DAY',
      'DEADLINE hedde|lyde|gælde|være|blive ikke DAY stedet',
      'DEADLINE ryk*|skyd*|skub*|træk* frem|tilbage|ud|DAY|til|WHOM|lidt',
      'ryk*|skyd*|skub*|flyt*|udskyd* DEADLINE frem|tilbage|til|DAY|WHOM|lidt|kan',
      'dato ryk*|skyd*|skub*|flyt*|udskyd*|ændr*|ret*',
      'dato ryk*|skyd*|skub*|flyt*|udskyd*|ændr*|ret* svar*|aflever*|DAY|til',
      'WHOM beder|bedt|bede|ønsker|vil|brug|spørger|søger EXTEND|udsæt*|henstand|respit',
      'WHOM beder|bedt|bede|ønsker|vil|brug|spørger mere|længere|ekstra|om tid|DEADLINE|frist*',
      'WHOM beder|bedt|ønsker|brug|have|få DAY mere|ekstra|længere|til|yderligere',
      'WHOM få|have|giv*|får uge|uger|dag|dage|tid|par mere|ekstra|længere|til|yderligere',
      'ekstra|yderligere|mere|længere tid|luft|snor|dage|uge|uger|dag WHOM|alle|til',
      'ekstra|yderligere|mere|længere tid|luft|snor|respit',
      'give|giv WHOM luft|snor|henstand|udsæt*|respit|frist*|DEADLINE',
      'henstand|fristudsæt*|fristforlæng*|tidsfrist*',
      'DEADLINE WHOM ny|anden|længere|kortere|senere|tidligere|særskilt|egen|individuel',
      'ny|anden|længere|kortere|senere|tidligere|særskilt|egen|individuel DEADLINE',
      'DEADLINE MOVE kan|hvordan|hvor|vil',
      'DEADLINE kort* stram*|kort*|lang*|for',
      'møde* rykket|flyttet|fremrykket|tidligere|frem svar*|aflever*|DEADLINE|klar',
      'få|have|får|giv*|lad|svare|gives til|indtil|senest DAY',
      'NAME|DEPARTMENT få|have|får|giv* til|indtil|senest DAY',
      'lad|giv* NAME|DEPARTMENT svare|aflevere|få senest|til|indtil DAY',
      'NAME|DEPARTMENT beder|bedt|ønsker mere|længere|ekstra|om tid',
      'EXTEND',
      'EXTEND til|DAY',
      'nødt EXTEND|vente',
      'DEADLINE DAY',
      'DEADLINE er|skal|bliver|være DAY|stedet',
      'bedt udsættelse|tid få|give',
      'bedt udsættelse må|godt få|give',
      'DEADLINE kort|stram|lang',
      'NAME|DEPARTMENT|alle mere|længere|ekstra tid',
      'hvordan|hvor MOVE DEADLINE',
      'DEADLINE',
      'DEADLINE MOVE',
      'uge|uger|dag|dage mere|ekstra|længere|til',
      'giv*|få|have uge|uger|dag|dage mere|ekstra|længere|til',
      'mere|længere|ekstra|bedre tid',
      'giv* mere|længere|ekstra tid',
      'udskyd*|udsæt*|forlæng*',
      'EXTEND|flyt* ROUND|svar*|dato',
      'ryk* ROUND|dato',
      'udsættelse',
      'giv* dem|alle|DEPARTMENT til|indtil',
      'til|indtil svare|aflevere dem|alle|de|får|giv*',
    ],
    en: [
      'give days|week|time|until more|another|extra',
      'deadline later|earlier|new',
      'need|needs more|another|extra time|week|days',
      'deadline',
      'deadline move|change|set|extend|postpone|push',
      'extend|postpone',
      'give until',
      'more|extra time',
      'week|days more|extra|longer',
    ],
  },
  parse: parseDeadlineCommand,
  run: (deps, _, { address, meantRound }) => currentRound(deps, address.tenantId, meantRound),
  present(deps, outcome, { written }, act) {
    if (outcome.kind !== 'round') {
      return noCurrentRound(deps, outcome, { command: 'round.write-deadline', written: `frist ${written}`.trim() });
    }
    const { overview, isNewerUnreadable } = outcome;
    const { state } = overview.round;
    const answer =
      state === 'open'
        ? deadlineForm(deps, filledIn(overview, written, deps.clock.now()), answersCommand(act))
        : words(deps.messages.deadline.notOpen(state));
    return afterNewer(deps, isNewerUnreadable, messagesOf(deps, answer));
  },
});

function parseDeadlineCommand({ withoutMentions }: CommandWords): { readonly written: string } | undefined {
  const found = DEADLINE.exec(withoutMentions);
  const written = found?.groups?.['written']?.trim() ?? '';
  return found !== null && (written === '' || isWrittenMove(written)) ? { written } : undefined;
}

/** The form with what was written, and what is already known to be wrong with it. */
function filledIn({ round, departments }: RoundOverview, written: string, now: Date): DeadlineForm {
  const { ask } = round.plan;
  const named = departments.map(({ department }) => department);
  const move = written === '' ? undefined : readWrittenMove(written, danishDayOf(now), named);
  const { day = '', time: deadlineTime = '', departmentId, reason = '', unread = '' } = move ?? {};
  const chosen = named.find(({ id }) => id === departmentId);
  const present = departments.find(({ department }) => department.id === departmentId)?.ask.deadline ?? ask.deadline;
  const deadline = readDeadline({ deadline: day, deadlineTime }, now);
  const badReason = reasonProblem(reason);
  return {
    roundId: round.id,
    title: ask.title,
    present,
    departments,
    chosen,
    // What may be a CPR number is not shown once more.
    values: { deadline: day, deadlineTime, reason: badReason === undefined ? reason : '' },
    problems: [
      ...(unread === '' ? [] : [notRead('deadline', unread)]),
      ...(day === '' || deadline.ok ? [] : deadline.problem),
      ...(badReason === undefined ? [] : [badReason]),
    ],
  };
}

function reasonProblem(reason: string): ReasonProblem | undefined {
  const parsed = parseComment(reason);
  return parsed.ok || parsed.problem.kind !== 'cpr number'
    ? undefined
    : { field: 'reason', kind: 'reason', problem: parsed.problem };
}
