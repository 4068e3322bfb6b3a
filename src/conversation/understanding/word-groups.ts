/*
 * Words that mean the same to the bot, so that the rows say once what they share. A sentence of a row has the name of a
 * group, in capitals, where any word of the group may stand.
 */

const GROUPS: Readonly<Record<string, string>> = {
  // What the rounds are about.
  ROUND: 'runde rund høring* indsamling* rundspørge* forespørgsel* spørgerunde* høringsrunde* udsendelse round hearing',
  REPORT: 'rapport* beretning* *beretning *beretningen *rapport *rapporten redegørelse* undersøgelse*',
  ANSWER:
    'svar* besvar* tilbagemeld* input* bidrag* indmeld* indberet* aflever* høringssvar* respons* reaktion* reager* indlever*',
  ARRIVED: 'svar* besvar* reager* aflever* sendt vendt meldt indsendt indleveret budt kvitteret hørt modtaget',
  DEADLINE: 'frist deadline svarfrist tidsfrist svarfrister høringsfrist afleveringsfrist afleveringsdato svardato',
  NOTAT: 'notat memo memoet notatudkast samlenotat',
  DRAFT: 'udkast draft kladde foreløbig* udkastet arbejdsudgave mellemudgave',
  FILE: 'word docx dokument* worddokument* wordfil* fil wordudgave* pdf',
  REMINDER: 'ryk* påmind* erindr* reminder* mindes huskemail*',
  REMINDERS: 'rykker* påmind* reminder* rykninger erindr* rykket rykkes rykkes',
  REMIND: 'ryk* påmind* erindr* reminder* mind minde minder prik* puf* skub* nudge*',
  TEMPLATE: 'skabelon* wordskabelon* notatskabelon* brevskabelon* template* standardskabelon*',
  LAYOUT: 'logo* brevpapir* layout* design* udseende skrifttype* brevhoved* sidehoved* sidefod* våbenskjold* byvåben*',
  // Who takes part.
  DEPARTMENT: 'fagområde* afdeling* forvaltning* kontor* center centre* enhed* kanal* område* fagenhed* fagafdeling*',
  HEAD: 'chef leder afdelingschef centerchef områdechef afdelingsleder sektionsleder kontorchef fagchef teamleder centerleder sektionschef ansvarlig',
  DEPUTY: 'stedfortræder vikar afløser souschef suppleant stedfortræderen',
  DIRECTOR: 'direktør* forvaltningsdirektør fagdirektør',
  SECRETARY: 'sekretær',
  // What is done with them.
  CHANGE:
    'ret* ændr* skift* udskift* rediger* udpeg* tilføj* fjern* gør* vælg* sæt* registrer* indsæt* opdater* bliver skal slet* byt*',
  CLOSE: 'afslut* luk* close closes færdiggør* afrund* slutte sluttes afvikl* stands* færdigmeld* lukkes lukket',
  START:
    'start* opret* begynd* igangsæt* planlæg* lav* opstart* påbegynd* sæt* kør* åbn* kickstart* lancer* iværksæt* søsæt* udsend*',
  EXTEND: 'udskyd* udsæt* forlæng* udvid*',
  MOVE: 'flyt* ret* ændr* forlæng* udskyd* udsæt* sæt* ryk* skub* ny mere rykkes længere senere udvid* hav* skift* udsat tidligere fremskynd* bliver være',
  CONNECTED: 'tilknyttet koblet tilmeldt opsat tilsluttet registreret oprettet',
  // What is asked for.
  FETCH:
    'send* smid* hent* få download* vis have se print* udskriv* læs* åbn* bruge bede finde finder generer* dan* byg* lav* skriv*',
  HELP: 'hjælp* help vejledning* manual* brugsanvisning* brugervejledning* guide* instruks* instruktion* introduktion intro howto hjælpetekst*',
  // *kommandoer* has an oe, which is read as ø.
  COMMANDS: 'kommando* kommandoer* funktion* muligheder menu* valgmuligheder',
  MESSAGE: 'besked* notifik* notif* advis* meddelelse* advarsl*',
  PRIVATELY: 'privat* direkte chat* personlig* herinde hertil dm pb indbakke*',
  UNIT: '*området *afdelingen *forvaltningen *centret *centeret *kontoret *enheden *forvaltning *afdeling *service',
};

/** @returns the words that `written` stands for: those of the group with that name, or itself */
export function wordsOf(written: string): readonly string[] {
  return GROUPS[written]?.split(' ') ?? [written];
}
