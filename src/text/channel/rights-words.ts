import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';

/** Why a person may not do what they tried to do. Nothing has been stored or changed. */
export interface RightsWords {
  /** @param isPersonal whether it was done in the person's own chat, where the secretariat's team counts */
  notInTheTeam(isPersonal: boolean): Notice;
  notSecretary(isGuest: boolean): Notice;
  notAdministrator(): Notice;
  /**
   * @param channel the name of the secretariat's channel, where it is known
   * @param isDepartments whether it was done in a department's channel
   */
  notSecretariatsChannel(channel: string | undefined, isDepartments: boolean): Notice;
  noSecretariat(): Notice;
}

export const rightsWords: Readonly<Record<Language, RightsWords>> = {
  da: {
    notInTheTeam: (isPersonal) => ({
      heading: 'Jeg kan ikke finde dig i teamet',
      text: `Du står ikke på medlemslisten i ${isPersonal ? 'sekretariatets team' : 'kanalens team'}. Intet er gemt. Bed en af teamets ejere om at tilføje dig, eller få en kollega i teamet til at gøre det.`,
    }),
    notSecretary: (isGuest) => ({
      heading: 'Det kan kun sekretariatet',
      text: isGuest
        ? 'Du er gæst i teamet, og en gæst skal være valgt som sekretær for at gøre det. Intet er ændret. Bed en sekretær om det.'
        : 'Du er ikke blandt dem, der er valgt som sekretærer. Intet er ændret. Bed en sekretær om det.',
    }),
    notAdministrator: () => ({
      heading: 'Det kan kun en administrator',
      text: 'Kun de administratorer, der er nævnt i Notatbots opsætning, kan vælge, flytte og frakoble sekretariatets kanal. Intet er ændret. Bed den it-ansvarlige om hjælp.',
    }),
    notSecretariatsChannel: (channel, isDepartments) => ({
      heading: 'Det hører til i sekretariatets kanal',
      text: [
        channel === undefined
          ? 'Runder, status og notat findes kun dér. Intet er ændret.'
          : `Sekretariatets kanal er ${channel}. Intet er ændret; gør det dér.`,
        ...(isDepartments ? ['Her kan I skrive versioner, chef, stedfortræder, direktør, sprog og hjælp.'] : []),
      ].join(' '),
    }),
    noSecretariat: () => ({
      heading: 'Der er ikke noget sekretariat endnu',
      text: 'Intet er ændret. Først skal en administrator skrive @Notatbot opsætning i den kanal, der skal være sekretariatets.',
    }),
  },

  en: {
    notInTheTeam: (isPersonal) => ({
      heading: 'I cannot find you in the team',
      text: `You are not on the list of members of ${isPersonal ? 'the secretariat’s team' : 'the channel’s team'}. Nothing has been stored. Ask one of the team’s owners to add you, or ask a colleague in the team to do it.`,
    }),
    notSecretary: (isGuest) => ({
      heading: 'Only the secretariat can do that',
      text: isGuest
        ? 'You are a guest in the team, and a guest must be named as a secretary to do that. Nothing has changed. Ask a secretary to do it.'
        : 'You are not among those who are named as secretaries. Nothing has changed. Ask a secretary to do it.',
    }),
    notAdministrator: () => ({
      heading: 'Only an administrator can do that',
      text: 'Only the administrators who are named in Notatbot’s settings can choose, move and unregister the secretariat’s channel. Nothing has changed. Ask your IT department for help.',
    }),
    notSecretariatsChannel: (channel, isDepartments) => ({
      heading: 'That belongs in the secretariat’s channel',
      text: [
        channel === undefined
          ? 'Rounds, status and notat are only there. Nothing has changed.'
          : `The secretariat’s channel is ${channel}. Nothing has changed; do it there.`,
        ...(isDepartments ? ['Here you can write versions, head, deputy, director, language and help.'] : []),
      ].join(' '),
    }),
    noSecretariat: () => ({
      heading: 'There is no secretariat yet',
      text: 'Nothing has changed. First an administrator must write @Notatbot setup in the channel that is to be the secretariat’s.',
    }),
  },
};
