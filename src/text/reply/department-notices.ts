import type { Language } from '../../domain/language.js';
import type { Deadline } from '../../domain/round/deadline.js';
import type { DepartmentNotice } from '../../domain/work/delivery.js';
import { danishByWhen, englishByWhen } from '../date-words.js';
import type { Notice } from '../notice.js';

/**
 * What the bot writes to a department in the thread of its card. A notice stays there for ever. So it says only what
 * has happened; the card shows the present state.
 */
export type DepartmentNotices = Readonly<Record<DepartmentNotice, (deadline: Deadline) => Notice>>;

export const departmentNotices: Readonly<Record<Language, DepartmentNotices>> = {
  da: {
    nudged: (deadline) => ({
      heading: 'Påmindelse fra sekretariatet',
      text: `Sekretariatet beder om jeres svar på kortet øverst i tråden. ${danishByWhen(deadline)}.`,
    }),
    'sent back': (deadline) => ({
      heading: 'Sekretariatet har skrevet en kommentar',
      text: `Se kortet øverst i tråden, og svar på ny dér. ${danishByWhen(deadline)}.`,
    }),
    'approval wanted': (deadline) => ({
      heading: 'Et svar er skrevet og skal godkendes',
      text: `Se det på kortet øverst i tråden. Dér kan det godkendes og sendes, eller rettes. ${danishByWhen(deadline)}.`,
    }),
    'answered on behalf': () => ({
      heading: 'Sekretariatet har svaret på fagområdets vegne',
      text: 'Se svaret på kortet øverst i tråden. I kan rette det dér, så længe runden er åben.',
    }),
    'decline accepted': () => ({
      heading: 'Sekretariatet er enig i, at rapporten ikke vedrører jer',
      text: 'I behøver ikke gøre mere. Vil I svare alligevel, kan I gøre det på kortet øverst i tråden, så længe runden er åben.',
    }),
    reopened: (deadline) => ({
      heading: 'Sekretariatet har åbnet runden igen',
      text: `I kan svare eller rette svaret på kortet øverst i tråden, indtil runden bliver afsluttet på ny. ${danishByWhen(deadline)}.`,
    }),
  },

  en: {
    nudged: (deadline) => ({
      heading: 'A reminder from the secretariat',
      text: `The secretariat asks for your reply on the card at the top of the thread. ${englishByWhen(deadline)}.`,
    }),
    'sent back': (deadline) => ({
      heading: 'The secretariat has written a comment',
      text: `See the card at the top of the thread, and reply again there. ${englishByWhen(deadline)}.`,
    }),
    'approval wanted': (deadline) => ({
      heading: 'A reply has been written for approval',
      text: `See it on the card at the top of the thread. It can be approved and sent, or corrected, there. ${englishByWhen(deadline)}.`,
    }),
    'answered on behalf': () => ({
      heading: 'The secretariat has replied on the department’s behalf',
      text: 'See the reply on the card at the top of the thread. You can correct it there for as long as the round is open.',
    }),
    'decline accepted': () => ({
      heading: 'The secretariat agrees that the report is outside your area',
      text: 'You need not do more. Should you want to reply anyway, you can do so on the card at the top of the thread for as long as the round is open.',
    }),
    reopened: (deadline) => ({
      heading: 'The secretariat has reopened the round',
      text: `You can reply, or correct the reply, on the card at the top of the thread until the round is closed again. ${englishByWhen(deadline)}.`,
    }),
  },
};
