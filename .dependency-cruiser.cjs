/**
 * The architecture as rules. Imports go in one direction: adapters -> application -> domain. Only src/main.ts knows all
 * layers. Imports of types count too, because a type from a framework also makes a layer depend on that framework.
 * test/architecture.spec.ts violates every rule once, and checks that the violation is found.
 */

/** Matches the files of packages, and the files of their @types. */
const npm = (...names) => `^node_modules/(@types/)?(${names.join('|')})(/|$)`;

/** All code except the specs. */
const CODE = '^(src|dev(?!/test))/';

/** The programs that the bot is compared with in a bench. They use the same libraries, and none of the bot's code. */
const BENCH_FLOOR = '^dev/bench/floor/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'The domain makes the decisions, and is tested by calling it. It uses no package, no node: module and no ' +
        'other layer. Take what is needed as an argument (now, an id, a text). A use case fetches it through a port.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'application-knows-only-the-domain',
      comment:
        'A use case reaches the outside world through the ports in src/application/ports.ts, so that it runs in a ' +
        'test without Teams, Azure or Word. Add a method to a port, and implement it in an adapter.',
      severity: 'error',
      from: { path: '^src/application/' },
      to: { pathNot: '^src/(domain|application)/' },
    },
    {
      name: 'text-is-words-only',
      comment:
        'Strings are made only from domain values, so that every string can be read and checked in both languages. ' +
        'What a card or a document does with a string belongs to the card or the document.',
      severity: 'error',
      from: { path: '^src/text/' },
      to: { pathNot: '^src/(text|domain)/' },
    },
    {
      name: 'cards-are-data-in-json-out',
      comment:
        'A card is made from domain values, texts and a template in /cards. Sending it, and receiving what Teams ' +
        'sends back, belongs to adapters/teams.',
      severity: 'error',
      from: { path: '^src/cards/' },
      to: {
        pathNot: [
          '^src/(cards|domain|text)/',
          '^cards/[^/]+[.]json$',
          npm('adaptivecards-templating', 'adaptive-expressions', 'diff'),
          '^(node:)?(fs|module|path|url)(/promises)?$',
        ],
      },
    },
    {
      name: 'conversation-is-not-teams',
      comment:
        'A row says what a person can do and what the bot answers, without the terms of Teams. adapters/teams sends ' +
        'the answer. Add a kind of answer, and let the adapter turn it into an activity. (zod reads the data of a ' +
        'file card.)',
      severity: 'error',
      from: { path: '^src/conversation/' },
      to: { pathNot: ['^src/(conversation|cards|text|application|domain)/', npm('zod'), '^(node:)?crypto$'] },
    },
    {
      name: 'cards-know-no-row',
      comment:
        'Cards write and read the data that a button sends (cards/buttons.ts, cards/button-fields.ts). ' +
        'src/conversation decides which row handles it.',
      severity: 'error',
      from: { path: '^src/(cards|text|application|domain)/' },
      to: { path: '^src/conversation/' },
    },
    {
      name: 'teams-is-transport-only',
      comment:
        'adapters/teams turns activities into the input of src/conversation, and answers into activities. It decides ' +
        'nothing, renders no card and has no texts. Add a row or a kind of answer to src/conversation instead.',
      severity: 'error',
      from: { path: '^src/adapters/teams/' },
      to: { path: '^src/text/(?!notice[.]ts$)' },
    },
    {
      name: 'only-teams-holds-conversations',
      comment:
        'What people do comes to the bot through adapters/teams. Code that lists the rows (for help, the manifest or ' +
        'the documents) belongs to src/conversation or to dev.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(conversation|adapters/teams)/', '^src/main[.]ts$'] },
      to: { path: '^src/conversation/' },
    },
    {
      name: 'no-adapter-knows-another',
      comment:
        'Each adapter can be replaced alone. Two adapters may share a domain type, a port or a text. If one needs ' +
        'another, src/main.ts passes it a function.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'adapters-look-inward',
      comment:
        'src/main.ts passes an adapter its settings as arguments. An adapter reads no configuration, and nothing ' +
        'else outside the layers.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/', pathNot: '^src/(adapters|conversation|application|domain|text)/' },
    },
    {
      name: 'only-entrances-call-use-cases',
      comment:
        'Only src/conversation and adapters/http call use cases. The other adapters implement ports, and of ' +
        'src/application they know only ports.ts.',
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
        'The bot answers people with cards. src/conversation renders them, and adapters/teams sends them unchanged.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/cards/' },
    },
    {
      name: 'adapters-are-wired-in-main',
      comment:
        'Only src/main.ts chooses adapters. Use a port, or let main pass what is needed. There are exceptions. Tools ' +
        'may use the Word adapter, because the template that they build must fit it. The hostile bench measures the ' +
        'readers in the adapters, and one file of the benches writes the rows of a town past the bot. The programs ' +
        'that start main make the log. src/rows.ts only looks after the table, so it opens the table itself.',
      severity: 'error',
      from: {
        path: CODE,
        pathNot: [
          '^src/main[.]ts$',
          '^src/rows[.]ts$',
          '^src/adapters/',
          '^dev/bench/hostile-contestants[.]ts$',
          '^dev/bench/town/arrange-rows[.]ts$',
        ],
      },
      to: { path: '^src/adapters/', pathNot: ['^src/adapters/word/', '^src/adapters/system/json-log[.]ts$'] },
    },
    {
      name: 'rows-knows-the-table-alone',
      comment:
        'npm run rows may run while the bot runs, and must not do what the bot does. It reads the settings of the ' +
        'table and opens the table, and uses no use case. What it does to rows belongs to ' +
        'adapters/table/row-care.ts.',
      severity: 'error',
      from: { path: '^src/rows[.]ts$' },
      to: { path: '^src/', pathNot: ['^src/adapters/table/', '^src/config[.]ts$'] },
    },
    {
      name: 'word-is-wired-in-main',
      comment:
        'The same as adapters-are-wired-in-main, for the Word adapter, which dev/template, dev/pictures and ' +
        'dev/bench may also use.',
      severity: 'error',
      from: { path: CODE, pathNot: ['^src/main[.]ts$', '^src/adapters/', '^dev/(bench|pictures|template)/'] },
      to: { path: '^src/adapters/word/' },
    },
    {
      name: 'main-is-the-root',
      comment:
        'Only programs and tests import src/main.ts, to start the bot: src/start.ts (npm start), the demo, npm run ' +
        'dev, npm run bench, npm run check:faults and the check against the Playground. If a module needs something from main, main passes ' +
        'it.',
      severity: 'error',
      from: {
        path: CODE,
        pathNot: ['^src/start[.]ts$', '^dev/(bench|demo|faults|town)/', '^dev/playground/play[.]ts$'],
      },
      to: { path: '^src/main[.]ts$' },
    },
    {
      name: 'nobody-imports-the-program',
      comment:
        'src/start.ts and src/rows.ts run when they are imported. Import src/main.ts instead, which runs only when ' +
        'it is called, or src/adapters/table/row-care.ts.',
      severity: 'error',
      from: {},
      to: { path: '^src/(start|rows)[.]ts$' },
    },
    {
      name: 'src-is-the-bot',
      comment:
        'The bot does not know that there is a local Teams, so it behaves as in the real one. Only dist/src is ' +
        'shipped. Code that both need belongs to a layer of src. A demo or a test passes what it needs to ' +
        'startNotatbot as an argument.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(dev|test)/' },
    },
    {
      name: 'production-needs-no-dev-dependency',
      comment:
        'The bot must run after npm ci --omit=dev. Make the package a dependency (with its line in ' +
        'docs/dependencies.md), or use it only in dev or test. Types are allowed, because the build removes them.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'local-teams-is-not-the-bot',
      comment:
        'The local Teams replaces the service, so it may know what Teams knows, and nothing about this bot. With ' +
        'shared code, both could have the same mistake, and no test would find it.',
      severity: 'error',
      from: { path: '^dev/local-teams/' },
      to: { path: '^(src|cards|dev)/', pathNot: '^dev/local-teams/' },
    },
    {
      name: 'botbuilder-stays-at-the-edge',
      comment:
        'The Bot Framework SDK is out of support (docs/adr/0002). When it is replaced, only these folders should ' +
        'change. Describe what is needed in a port, without the terms of the SDK.',
      severity: 'error',
      from: { path: CODE, pathNot: ['^src/adapters/teams/', '^dev/local-teams/', BENCH_FLOOR] },
      to: { path: npm('botbuilder[^/]*', 'botframework-[^/]+') },
    },
    {
      name: 'local-teams-borrows-only-types-of-botbuilder',
      comment:
        'The local Teams implements the HTTP protocol itself. With the SDK on both sides, mistakes of the SDK would ' +
        'not be seen. The types of the SDK describe the protocol, and may be imported.',
      severity: 'error',
      from: { path: '^dev/local-teams/' },
      to: { path: npm('botbuilder[^/]*', 'botframework-[^/]+'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'restify-stays-in-http',
      comment: 'Only adapters/http serves HTTP for the bot. (The local Teams is a separate server.)',
      severity: 'error',
      from: { path: CODE, pathNot: ['^src/adapters/http/', '^dev/local-teams/', BENCH_FLOOR] },
      to: { path: npm('restify') },
    },
    {
      name: 'azure-stays-in-table',
      comment: 'To use another store must only need another adapter. Use the stores in src/application/ports.ts.',
      severity: 'error',
      from: { path: CODE, pathNot: ['^src/adapters/table/', BENCH_FLOOR] },
      to: { path: npm('@azure') },
    },
    {
      name: 'docxtemplater-stays-in-word',
      comment: 'All other code knows the notat as a NotatModel. Use the port NotatWriter.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/word/' },
      to: { path: npm('docxtemplater') },
    },
    {
      name: 'pizzip-opens-word-files-only',
      comment:
        'Only three parts know the file format of Word: the Word adapter, the tool that builds its template, and the ' +
        'bench that builds expensive templates.',
      severity: 'error',
      from: { path: CODE, pathNot: '^(src/adapters/word|dev/(bench|template))/' },
      to: { path: npm('pizzip') },
    },
    {
      name: 'threads-are-for-word',
      comment:
        'Only work with Word files takes long. adapters/word does it in threads with limits (docs/adr/0010). All ' +
        'other work is short enough for the thread that answers people. If it is not, give it a limit first.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/word/' },
      to: { path: [npm('piscina'), '^(node:)?worker_threads$'] },
    },
    {
      name: 'saxes-reads-word-files-only',
      comment: 'Only Word files contain XML that the product must parse.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/word/' },
      to: { path: npm('saxes') },
    },
    {
      name: 'htmlparser2-reads-messages-only',
      comment: 'The product reads HTML only from the messages of Teams, which have it beside their plain text.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/teams/' },
      to: { path: npm('htmlparser2') },
    },
    {
      name: 'docx-builds-the-template-only',
      comment:
        'docx only builds the shipped template (dev/template). A notat is made by filling a template: see ' +
        'docs/adr/0005.',
      severity: 'error',
      from: { path: CODE, pathNot: '^dev/template/' },
      to: { path: npm('docx') },
    },
    {
      name: 'pino-stays-in-system',
      comment: 'Use the port Log, which says what may be logged.',
      severity: 'error',
      from: { path: CODE, pathNot: '^src/adapters/system/' },
      to: { path: npm('pino') },
    },
    {
      name: 'rate-limiter-stays-in-system',
      comment: 'Use the port RateLimit for how often something may happen. src/main.ts chooses what counts, and where.',
      severity: 'error',
      from: { pathNot: '^src/adapters/system/' },
      to: { path: npm('rate-limiter-flexible') },
    },
    {
      name: 'demo-tools-stay-in-the-demo',
      comment: 'The demo uses Azurite, and shows its progress as a list in the terminal. The bot needs neither.',
      severity: 'error',
      from: { path: CODE, pathNot: '^dev/demo/' },
      to: { path: npm('azurite', 'listr2') },
    },
    {
      name: 'dev-runs-without-specs',
      comment:
        'The demo, the town and the benches must run from the build of src and dev alone. Only their specs use test, ' +
        'the pictures, which show the cards that the specs build, and the check against the Playground, which finds a ' +
        'browser as the specs do.',
      severity: 'error',
      from: { path: '^dev/', pathNot: '^dev/(test|pictures)/|^dev/playground/check-playground[.]ts$' },
      to: { path: '^(test|dev/test)/' },
    },
    {
      name: 'no-spec-imports-a-spec',
      comment:
        'A spec that is imported runs twice. Shared builders and fakes are in test/support, and suites in ' +
        'test/contracts.',
      severity: 'error',
      from: { path: '^(test|dev)/' },
      to: { path: '[.]spec[.]ts$' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two modules must not import each other, not even types. Join them to one module, or move what both need to ' +
        'a third module.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module that imports nothing and is imported nowhere is probably forgotten. Delete it, or use it.',
      severity: 'error',
      from: { orphan: true, pathNot: '[.]d[.]ts$' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'No other rule applies to an import that is not resolved. Correct the path, or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment:
        'A package that is only installed for another package can disappear. Declare it in package.json with an ' +
        'exact version.',
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
