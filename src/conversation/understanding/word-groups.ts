/*
 * Words that mean the same to the bot, so that the rows say once what they share. A sentence of a row has the name of a
 * group, in capitals, where any word of the group may stand.
 */

const GROUPS: Readonly<Record<string, string>> = {
  // What the rounds are about.
  ROUND: 'runde rund runderne *runde høring* *høring indsamling* rundspørge* forespørgsel* udsendelse* round hearing',
  REPORT:
    'rapport* beretning* *beretning *rapport redegørelse* *redegørelse undersøgelse* *undersøgelse betænkning* udtalelse* materiale*',
  ANSWER:
    'svar* besvar* *svar *besvarelse tilbagemeld* input* bidrag* indmeld* indberet* aflever* respons* reaktion* reager* indlever* indspil* kommentarer* bemærkninger*',
  ARRIVED:
    'svar* besvar* reager* aflever* sendt vendt meldt indsendt indleveret budt kvitteret hørt modtaget indgivet fremsendt indberettet bidraget respondere* udfyldt leveret afgivet tilbagemeldt returneret',
  DEADLINE:
    'frist frister fristdato *frist deadline deadlinen *deadline afleveringsdato svardato slutdato afleveringsdag* svardag* afleveringstid* afleveringstidspunkt* tidsgrænse* skæringsdato*',
  NOTAT: 'notat *notat memo memoet notatudkast',
  DRAFT:
    'udkast *udkast draft kladde* foreløbig* udkastet arbejdsudgave mellemudgave råudkast arbejdspapir* midlertidig*',
  FILE: 'word docx doc dokument* *dokument wordfil* fil *fil wordudgave* wordformat* wordversion* pdf',
  REMINDER: 'ryk* påmind* erindr* reminder* mindes huskemail* rykker* huskebesked* *rykker *påmindelse *reminder',
  REMINDERS: 'rykker* påmind* reminder* rykninger erindr* rykket rykkes *rykker *påmindelse huskebesked* huskemail*',
  REMIND:
    'ryk* påmind* erindr* reminder* mind minde minder mindet prik* puf* skub* skubbe skub nudge* jag* jage pres* presse anmod* rykker* hive hiv følge følg',
  TEMPLATE: 'skabelon* *skabelon template* *template paradigme* wordskabelon*',
  LAYOUT:
    'logo* *logo brevpapir* layout* design* udseende skrifttype* brevhoved* sidehoved* sidefod* våbenskjold* byvåben* bomærke* font* typografi* grafisk* forside* kommunelogo* visuel*',
  // Who takes part.
  DEPARTMENT:
    'fagområde* afdeling* *afdeling forvaltning* *forvaltning kontor* *kontoret center centre* centret* enhed* kanal* kanaler* område* *området *områderne fagenhed* fagafdeling* fagcent* fagforvaltning* direktørområde* sektion*',
  HEAD: 'chef *chef leder *sleder *rleder *mleder *eleder *gleder leder ansvarlig* afdelingschef centerchef områdechef kontorchef fagchef teamleder boss',
  DEPUTY:
    'stedfortræder* vikar* afløser* souschef* suppleant* substitut* stedfortræd* viceleder* vicechef* næstkommanderende backup*',
  DIRECTOR: 'direktør* *direktør direktion*',
  SECRETARY: 'sekretær* medsekretær*',
  // What is done with them.
  CHANGE:
    'ret* ændr* skift* udskift* rediger* udpeg* tilføj* fjern* gør* vælg* sæt* registrer* indsæt* opdater* bliver skal slet* byt*',
  CLOSE:
    'afslut* *afslut luk* lukke close closes færdiggør* afrund* slutte sluttes slut afvikl* stands* færdigmeld* lukkes lukket lukning* færdiggjort punktum stoppe* konkluder*',
  START:
    'start* opret* begynd* igangsæt* planlæg* lav* opstart* påbegynd* sæt* kør* åbn* kickstart* lancer* iværksæt* søsæt* udsend* forbered* klargør* skyde skyd sparke spark',
  EXTEND: 'udskyd* udsæt* forlæng* udvid* fristforlæng* udskyde* forskyd* henstand*',
  MOVE: 'flyt* ret* ændr* forlæng* udskyd* udsæt* sæt* ryk* skub* ny mere rykkes længere senere udvid* hav* skift* udsat tidligere fremskynd* bliver være forskyd* lempe* hedde lyde fremryk* afkort* forkort*',
  CONNECTED: 'tilknyttet koblet tilmeldt opsat tilsluttet registreret oprettet forbundet tilkoblet sat hægtet',
  // What is asked for.
  FETCH:
    'send* smid* hent* få download* vis have se print* udskriv* læs* åbn* bruge bede finde finder generer* dan* byg* lav* skriv*',
  HELP: 'hjælp* help vejledning* manual* brugsanvisning* brugervejledning* guide* instruks* instruktion* introduktion intro howto hjælpetekst*',
  // *kommandoer* has an oe, which is read as ø.
  COMMANDS: 'kommando* kommandoer* funktion* muligheder menu* valgmuligheder nøgleord* funktionalitet*',
  MESSAGE: 'besked* notifik* notif* advis* meddelelse* advarsl* beskder* orientering* pling* ping*',
  PRIVATELY: 'privat* direkte chat* personlig* herinde hertil dm pb indbakke* *chat *chatten enrum tomandshånd',
  UNIT: '*området *centret *centeret *kontoret *enheden *forvaltning *afdeling *service',
  /** What the departments of a municipality are named by. */
  AREA: 'skole* *skole børn* unge* ungdom* kultur* fritid* teknik* miljø* social* sundhed* ældre* omsorg* økonomi* beskæftigelse* jobcent* borgerservice* klima* handicap* handikap* psykiatri* dagtilbud* familie* digitalisering* jura* natur* vej veje* park* ejendom* bibliotek* pleje* hjemmepleje* myndighed* integration* erhverv* idræt* byg byggesag* arbejdsmarked* beredskab* daginstitution* plejecent* voksne* rådhus* forsyning* it hr løn* personale* trafik* renovation*',
  /** Who is asked and reminded. */
  WHOM: 'NAME DEPARTMENT dem de alle nogen nogle andre resten folk øvrige efternøler* efternølerne sidste langsomme manglende hende ham han hun',
  /** Who asks the departments something through the secretariat. */
  SOURCE:
    'ombudsmand* ankestyrelse* folketing* ministeri* *ministeriet kl revision* borgerrådgiver* tilsyn* byråd* kommunalbestyrelse* udvalg* *udvalg borgmester* direktion* kommunaldirektør* politiker* datatilsyn* pressen journalist*',
  /** How often something comes. */
  FREQUENCY:
    'ofte oftere tit tiere sjælden* færre flere hyppig* frekvens* interval* tidlig* sent senere dagligt ugentlig* ugen gange tidspunkt* klokkeslæt kadence* rytme* tæt* aggressive',
  /** What is only tried. */
  PREVIEW: 'prøv* test* simul* forhåndsvis* preview* generalprøve* afprøv* øv* demo* eksempel* tørtræn* forsøg*',
  /** Earlier states of a text. */
  HISTORY:
    'version* udgave* historik* ændringslog* *historik revision* rettelser ændringer forløb* log logbog* ændringshistorik*',
  /** Who has not answered. */
  MISSING:
    'mangler mangle manglede manglende udestår udestående udestå resterer resterende savner venter vente afventer skylder skylde efternøl* nøl* hænger hænge trækker bagud halter langsom* tøver bagefter smøl*',
  /** That something is there now. */
  IN: 'kommet inde ind modtaget tikket landet plads hus indløbet tilbage retur indgået indkommet igennem hjem',
  /** What shows how far it is. */
  OVERVIEW:
    'overblik* oversigt* status *status stilling* fremdrift* stade tilstand svarprocent* svarstatus* statusoversigt* opgørelse optælling statusrapport* statusliste* svarliste* resultat*',
};

/** @returns the words that `written` stands for: those of the group with that name, or itself */
export function wordsOf(written: string): readonly string[] {
  return GROUPS[written]?.split(' ').flatMap(wordsOf) ?? [written];
}
