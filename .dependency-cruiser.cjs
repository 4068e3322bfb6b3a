/**
 * The architecture as rules. Arrows run one way: adapters -> application -> domain, and src/main.ts alone knows
 * them all. Type imports count: a type from a framework ties a layer to it as well as a value does.
 * test/architecture.spec.ts plants a violation of every rule here, and requires that it is found.
 */

/** What a package resolves to, whether by its own files or by its @types. */
const npm = (...names) => `^node_modules/(@types/)?(${names.join('|')})(/|$)`;

/** What is run, as opposed to the specs of it. */
const CODE = '^(src|dev(?!/test))/';

/** What the bot is measured against: the same libraries, and none of our code between them. */
const BENCH_FLOOR = '^dev/bench/floor[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'The domain decides, and is tested by calling it: no package, no node: module, no other layer. Take what ' +
        'is needed as an argument (now, an id, a text); if it must be fetched, a use case fetches it by a port.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'application-knows-only-the-domain',
      comment:
        'A use case talks to the world through the ports in src/application/ports.ts, so that it runs in a test ' +
        'without Teams, Azure or Word. Add to a port, and implement it in an adapter.',
      severity: 'error',
      from: { path: '^src/application/' },
      to: { pathNot: '^src/(domain|application)/' },
    },
    {
      name: 'text-is-words-only',
      comment:
        'Strings are made from domain values and from nothing else, so that every one can be read and checked in ' +
        'both languages. What a card or a document does with a string belongs to the card or the document.',
      severity: 'error',
      from: { path: '^src/text/' },
      to: { pathNot: '^src/(text|domain)/' },
    },
    {
      name: 'cards-are-data-in-json-out',
      comment:
        'A card is made from domain values, the texts and a template in /cards. Sending it, and reading what comes ' +
        'back from Teams, belong to adapters/teams.',
      severity: 'error',
      from: { path: '^src/cards/' },
      to: {
        pathNot: [
          '^src/(cards|domain|text)/',
          '^cards/[^/]+[.]json$',
          npm('adaptivecards-templating', 'adaptive-expressions', 'diff'),
          '^(node:)?(fs|path|url)(/promises)?$',
        ],
      },
    },
    {
      name: 'conversation-is-not-teams',
      comment:
        'A row says what someone can do and what they are answered, in our own words; how it travels is for adapters/teams. ' +
        'Give the answer a new kind, and let the adapter turn it into an activity. (zod reads what comes back from a card.)',
      severity: 'error',
      from: { path: '^src/conversation/' },
      to: { pathNot: ['^src/(conversation|cards|text|application|domain)/', npm('zod'), '^(node:)?crypto$'] },
    },
    {
      name: 'cards-know-no-row',
      comment:
        'Cards write what a button sends and read it back (cards/buttons.ts, cards/button-fields.ts); which row takes it is for ' +
        'src/conversation to say.',
      severity: 'error',
      from: { path: '^src/(cards|text|application|domain)/' },
      to: { path: '^src/conversation/' },
    },
    {
      name: 'teams-is-transport-only',
      comment:
        'adapters/teams turns activities into what src/conversation reads, and its answers into activities. It decides nothing, ' +
        'draws no card and has no words of its own: make it a row, or an answer.',
      severity: 'error',
      from: { path: '^src/adapters/teams/' },
      to: { path: '^src/text/(?!notice[.]ts$)' },
    },
    {
      name: 'only-teams-holds-conversations',
      comment:
        'What people do reaches the bot through adapters/teams. Whatever lists the rows (help, the manifest, the documents) is ' +
        'part of src/conversation or of dev.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(conversation|adapters/teams)/', '^src/main[.]ts$'] },
      to: { path: '^src/conversation/' },
    },
    {
      name: 'no-adapter-knows-another',
      comment:
        'Each adapter can be replaced alone. What two of them share is a domain type, a port or a text; what one ' +
        'needs of another is passed to it by src/main.ts as a function.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'adapters-look-inward',
      comment:
        'An adapter is given its settings as arguments by src/main.ts; it reads neither configuration nor anything ' +
        'else outside the layers.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/', pathNot: '^src/(adapters|conversation|application|domain|text)/' },
    },
    {
      name: 'only-entrances-call-use-cases',
      comment:
        'Requests come in through src/conversation and adapters/http, which call use cases. The other adapters are called: they ' +
        'implement ports, and know src/application/ports.ts alone.',
      severity: 'error',
      from: { path: '^src/adapters/', pathNot: '^src/adapters/http/' },
      to: { path: '^src/application/', pathNot: '^src/application/ports[.]ts$' },
    },
    {
      name: 'only-what-is-read-by-people-uses-texts',
      comment: 'The store and the system adapters hold no words for people. Return a code, and let Teams say it.',
      severity: 'error',
      from: { path: '^src/adapters/', pathNot: '^src/adapters/(teams|http|word|markdown)/' },
      to: { path: '^src/text/' },
    },
    {
      name: 'no-adapter-shows-cards',
      comment:
        'Cards are how the bot answers people: src/conversation draws them, and adapters/teams sends what it is given.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/cards/' },
    },
    {
      name: 'adapters-are-wired-in-main',
      comment:
        'Only src/main.ts chooses adapters. Use a port, or have main pass what is needed. (Tools may borrow from ' +
        'the Word adapter what the template that they build must agree on; the hostile bench measures what the adapters ' +
        'read; the log is made by whoever starts main; src/rows.ts looks after the table and nothing else, so it opens the ' +
        'table by itself.)',
      severity: 'error',
      from: {
        path: CODE,
        pathNot: ['^src/main[.]ts$', '^src/rows[.]ts$', '^src/adapters/', '^dev/bench/hostile-contestants[.]ts$'],
      },
      to: { path: '^src/adapters/', pathNot: ['^src/adapters/word/', '^src/adapters/system/json-log[.]ts$'] },
    },
    {
      name: 'rows-knows-the-table-alone',
      comment:
        'npm run rows runs beside the bot and must never become it: it opens the table and its settings, and no use case, ' +
        'channel or document. What it should do to rows belongs to adapters/table/row-care.ts.',
      severity: 'error',
      from: { path: '^src/rows[.]ts$' },
      to: { path: '^src/', pathNot: ['^src/adapters/table/', '^src/config[.]ts$'] },
    },
    {
      name: 'word-is-wired-in-main',
      comment:
        'As adapters-are-wired-in-main, for the one adapter that dev/template, dev/pictures and dev/bench may also use.',
      severity: 'error',
      from: { path: CODE, pathNot: ['^src/main[.]ts$', '^src/adapters/', '^dev/(bench|pictures|template)/'] },
      to: { path: '^src/adapters/word/' },
    },
    {
      name: 'main-is-the-root',
      comment:
        'src/main.ts is started, never used: by src/start.ts (npm start), by the demo, by npm run dev, by npm run bench, by the check ' +
        'against the Playground and by tests. A module that wants something from it should be given that thing by it.',
      severity: 'error',
      from: {
        path: CODE,
        pathNot: ['^src/start[.]ts$', '^dev/(bench|demo|town)/', '^dev/playground/play[.]ts$'],
      },
      to: { path: '^src/main[.]ts$' },
    },
    {
      name: 'nobody-imports-the-program',
      comment:
        'src/start.ts and src/rows.ts run when they are loaded. Import src/main.ts, which only runs when it is called, ' +
        'or src/adapters/table/row-care.ts.',
      severity: 'error',
      from: {},
      to: { path: '^src/(start|rows)[.]ts$' },
    },
    {
      name: 'src-is-the-bot',
      comment:
        'The bot cannot tell the local Teams from the real one, because it does not know that there is one; and what is ' +
        'shipped is dist/src alone. What both need belongs to a layer of src; what a demo or a test needs is given to ' +
        'startNotatbot as an argument.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(dev|test)/' },
    },
    {
      name: 'production-needs-no-dev-dependency',
      comment:
        'npm ci --omit=dev must leave a bot that runs. Make it a dependency (with its line in docs/dependencies.md), ' +
        'or keep its use in dev or test. Types alone are gone after the build.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'local-teams-is-not-the-bot',
      comment:
        'The local Teams stands in for the service, so it may know what Teams knows and nothing of this bot: ' +
        'shared code would make the two agree on the same mistake.',
      severity: 'error',
      from: { path: '^dev/local-teams/' },
      to: { path: '^(src|cards|dev)/', pathNot: '^dev/local-teams/' },
    },
    {
      name: 'botbuilder-stays-at-the-edge',
      comment:
        'The Bot Framework SDK is out of support (docs/adr/0002): the day it is replaced, these folders change and ' +
        'no others. Describe what is needed in our own words, in a port.',
      severity: 'error',
      from: { path: CODE, pathNot: ['^src/adapters/teams/', '^dev/local-teams/', BENCH_FLOOR] },
      to: { path: npm('botbuilder[^/]*', 'botframework-[^/]+') },
    },
    {
      name: 'local-teams-borrows-only-types-of-botbuilder',
      comment:
        'The stand-in speaks the HTTP protocol by itself: with the SDK on both ends, its mistakes would cancel out. ' +
        'Its types describe that protocol, and may be imported.',
      severity: 'error',
      from: { path: '^dev/local-teams/' },
      to: { path: npm('botbuilder[^/]*', 'botframework-[^/]+'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'restify-stays-in-http',
      comment: 'HTTP is the business of adapters/http (and of the local Teams, which is a server of its own).',
      severity: 'error',
      from: { path: CODE, pathNot: ['^src/adapters/http/', '^dev/local-teams/', BENCH_FLOOR] },
      to: { path: npm('restify') },
    },
    {
      name: 'azure-stays-in-table',
      comment: 'Another store is another adapter. Use the stores of src/application/ports.ts.',
      severity: 'error',
      from: { path: CODE, pathNot: ['^src/adapters/table/', BENCH_FLOOR] },
      to: { path: npm('@azure') },
    },
    {
      name: 'docxtemplater-stays-in-word',
      comment: 'Everything else knows the notat as NotatModel. Use the NotatWriter port.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/word/' },
      to: { path: npm('docxtemplater') },
    },
    {
      name: 'pizzip-opens-word-files-only',
      comment:
        'The file format is the business of the Word adapter, of the tool that builds its template, and of the bench that ' +
        'builds the worst ones.',
      severity: 'error',
      from: { path: CODE, pathNot: '^(src/adapters/word|dev/(bench|template))/' },
      to: { path: npm('pizzip') },
    },
    {
      name: 'threads-are-for-word',
      comment:
        'What takes long is done with Word files, in the threads that adapters/word keeps within limits (docs/adr/0010). ' +
        'Everything else is short enough for the thread that serves; if it is not, bound it first.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/word/' },
      to: { path: [npm('piscina'), '^(node:)?worker_threads$'] },
    },
    {
      name: 'saxes-reads-word-files-only',
      comment: 'XML is what Word files are made of, and nothing else here is.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/word/' },
      to: { path: npm('saxes') },
    },
    {
      name: 'htmlparser2-reads-messages-only',
      comment: 'HTML comes in beside the text of a Teams message, and from nowhere else.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/teams/' },
      to: { path: npm('htmlparser2') },
    },
    {
      name: 'docx-builds-the-template-only',
      comment:
        'docx builds the default template once (dev/template). A notat is filled into a template, never built: see ' +
        'docs/adr/0005.',
      severity: 'error',
      from: { path: CODE, pathNot: '^dev/template/' },
      to: { path: npm('docx') },
    },
    {
      name: 'pino-stays-in-system',
      comment: 'Use the Log port: its fields are what may be logged.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/system/' },
      to: { path: npm('pino') },
    },
    {
      name: 'rate-limiter-stays-in-system',
      comment:
        'How often something may happen is the port RateLimit; who counts it, and where, is for src/main.ts to say.',
      severity: 'error',
      from: { pathNot: '^src/adapters/system/' },
      to: { path: npm('rate-limiter-flexible') },
    },
    {
      name: 'demo-tools-stay-in-the-demo',
      comment: 'Azurite and progress lists on a terminal are how the demo sets its stage. The bot needs neither.',
      severity: 'error',
      from: { path: CODE, pathNot: '^dev/demo/' },
      to: { path: npm('azurite', 'listr2') },
    },
    {
      name: 'dev-runs-without-specs',
      comment:
        'The demo, the town and the benches run from what is built of src and dev. Only their specs, and the pictures, which ' +
        'show what the specs build, use test.',
      severity: 'error',
      from: { path: '^dev/', pathNot: '^dev/(test|pictures)/' },
      to: { path: '^(test|dev/test)/' },
    },
    {
      name: 'no-spec-imports-a-spec',
      comment:
        'Importing a spec runs it twice. Shared builders and fakes live in test/support, suites in test/contracts.',
      severity: 'error',
      from: { path: '^(test|dev)/' },
      to: { path: '[.]spec[.]ts$' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two modules that need each other are one module, or hide a third. Types count too. Move what both need to ' +
        'a module of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module that imports nothing and that nothing imports is forgotten. Delete it, or use it.',
      severity: 'error',
      from: { orphan: true, pathNot: '[.]d[.]ts$' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere escapes every other rule. Correct the path, or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment:
        'A package that only another package brought along can be gone tomorrow. Declare it in package.json, pinned.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
