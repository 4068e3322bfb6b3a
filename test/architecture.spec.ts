import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rulesFile = join(root, '.dependency-cruiser.cjs');

interface CruiseResult {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** A rule, a module that breaks it, and by what. What a relative import names is made as well. */
const VIOLATIONS: readonly (readonly [rule: string, module: string, statement: string])[] = [
  ['domain-is-pure', 'src/domain/with-node.ts', "import { readFile } from 'node:fs/promises';"],
  ['domain-is-pure', 'src/domain/with-package.ts', "import { z } from 'zod';"],
  ['domain-is-pure', 'src/domain/with-type.ts', "import type { It } from '../application/ports.js';"],
  ['application-knows-only-the-domain', 'src/application/with-node.ts', "import type { It } from 'node:crypto';"],
  ['application-knows-only-the-domain', 'src/application/with-text.ts', "import { it } from '../text/messages.js';"],
  ['text-is-words-only', 'src/text/with-ports.ts', "import type { It } from '../application/ports.js';"],
  ['cards-are-data-in-json-out', 'src/cards/with-sdk.ts', "import { it } from 'node:http';"],
  ['no-adapter-knows-another', 'src/adapters/teams/with-table.ts', "import { it } from '../table/rows.js';"],
  ['adapters-look-inward', 'src/adapters/http/with-config.ts', "import type { It } from '../../config.js';"],
  ['only-entrances-call-use-cases', 'src/adapters/word/with-use.ts', "import { it } from '../../application/act.js';"],
  [
    'only-what-is-read-by-people-uses-texts',
    'src/adapters/table/with-text.ts',
    "import { it } from '../../text/messages.js';",
  ],
  ['no-adapter-shows-cards', 'src/adapters/teams/with-card.ts', "import { it } from '../../cards/renderer.js';"],
  ['conversation-is-not-teams', 'src/conversation/with-teams.ts', "import { it } from '../adapters/teams/sent.js';"],
  ['conversation-is-not-teams', 'src/conversation/with-sdk.ts', "import type { It } from 'botbuilder';"],
  ['cards-know-no-row', 'src/cards/with-row.ts', "import type { It } from '../conversation/row.js';"],
  ['teams-is-transport-only', 'src/adapters/teams/with-words.ts', "import { it } from '../../text/messages.js';"],
  [
    'only-teams-holds-conversations',
    'src/adapters/http/with-conversation.ts',
    "import { it } from '../../conversation/row.js';",
  ],
  ['adapters-are-wired-in-main', 'dev/demo/with-table.ts', "import { it } from '../../src/adapters/table/rows.js';"],
  ['rows-knows-the-table-alone', 'src/rows.ts', "import { it } from './adapters/system/json-log.js';"],
  ['word-is-wired-in-main', 'dev/demo/with-word.ts', "import { it } from '../../src/adapters/word/writer.js';"],
  ['main-is-the-root', 'dev/template/with-main.ts', "import { it } from '../../src/main.js';"],
  ['nobody-imports-the-program', 'dev/demo/with-start.ts', "import '../../src/start.js';"],
  ['nobody-imports-the-program', 'dev/demo/with-rows.ts', "import '../../src/rows.js';"],
  ['src-is-the-bot', 'src/production.ts', "import { it } from '../dev/local-teams/server.js';"],
  ['src-is-the-bot', 'src/with-test.ts', "import { it } from '../test/support/fakes.js';"],
  ['production-needs-no-dev-dependency', 'src/adapters/http/with-dev.ts', "import { it } from 'jose';"],
  ['local-teams-is-not-the-bot', 'dev/local-teams/with-bot.ts', "import type { It } from '../../src/domain/ids.js';"],
  ['botbuilder-stays-at-the-edge', 'src/with-sdk.ts', "import type { It } from 'botbuilder';"],
  ['local-teams-borrows-only-types-of-botbuilder', 'dev/local-teams/with-sdk.ts', "import { it } from 'botbuilder';"],
  ['restify-stays-in-http', 'src/adapters/teams/with-restify.ts', "import type { It } from 'restify';"],
  ['azure-stays-in-table', 'src/adapters/http/with-azure.ts', "import { it } from '@azure/identity';"],
  ['azure-stays-in-table', 'dev/bench/with-azure.ts', "import { it } from '@azure/data-tables';"],
  ['azure-stays-in-table', 'src/adapters/http/with-azure-later.ts', "require('@azure/identity');"],
  ['docxtemplater-stays-in-word', 'dev/template/with-writer.ts', "import { it } from 'docxtemplater';"],
  ['htmlparser2-reads-messages-only', 'src/adapters/http/with-html.ts', "import { it } from 'htmlparser2';"],
  ['pizzip-opens-word-files-only', 'src/adapters/http/with-zip.ts', "import { it } from 'pizzip';"],
  ['threads-are-for-word', 'src/adapters/http/with-pool.ts', "import { it } from 'piscina';"],
  ['threads-are-for-word', 'src/application-thread.ts', "import { it } from 'node:worker_threads';"],
  ['saxes-reads-word-files-only', 'src/adapters/teams/with-xml.ts', "import { it } from 'saxes';"],
  ['docx-builds-the-template-only', 'src/adapters/word/with-docx.ts', "import { it } from 'docx';"],
  ['pino-stays-in-system', 'src/adapters/table/with-pino.ts', "import type { It } from 'pino';"],
  ['rate-limiter-stays-in-system', 'src/adapters/http/with-limiter.ts', "import { it } from 'rate-limiter-flexible';"],
  ['demo-tools-stay-in-the-demo', 'dev/local-teams/with-list.ts', "import { it } from 'listr2';"],
  ['dev-runs-without-specs', 'dev/demo/with-spec.ts', "import { it } from '../test/demo/a-demo.js';"],
  ['no-spec-imports-a-spec', 'test/with.spec.ts', "import './other.spec.js';"],
  ['no-cycles', 'src/text/egg.ts', "import type { It } from './hen.js';"],
  ['no-orphans', 'src/application/forgotten.ts', ''],
  ['no-unresolvable', 'src/with-nothing.ts', "import { it } from 'no-such-package';"],
  ['no-undeclared-package', 'src/with-borrowed.ts', "import { it } from 'borrowed';"],
];

const PERMITTED: readonly (readonly [module: string, statement: string])[] = [
  ['src/adapters/http/may-use.ts', "import { it } from '../../application/permitted.js';"],
  ['src/adapters/teams/may-answer.ts', "import { it } from '../../conversation/answered.js';"],
  ['src/conversation/may-use.ts', "import { it } from '../application/permitted.js';"],
  ['src/conversation/may-show.ts', "import { it } from '../cards/shown.js';"],
  ['src/adapters/table/may-store.ts', "import { it } from '@azure/data-tables';"],
  ['src/adapters/word/may-know-ports.ts', "import type { It } from '../../application/ports.js';"],
  ['dev/local-teams/may-name.ts', "import type { It } from 'botbuilder';"],
  ['dev/template/may-build.ts', "import { it } from 'docx';"],
  ['dev/bench/floor/bare.ts', "import { it } from 'restify';"],
  ['dev/bench/town/arrange-rows.ts', "import { it } from '../../../src/adapters/table/rows.js';"],
  ['dev/bench/may-measure.ts', "import { it } from '../../src/adapters/word/measured.js';"],
  ['src/start.ts', "import { it } from './main.js';"],
  ['src/main.ts', "import { it } from './adapters/table/wired.js';"],
];

describe('the architecture', () => {
  let sources: readonly string[];

  before(async () => {
    sources = [...(await typescriptFiles(root, 'src')), ...(await typescriptFiles(root, 'dev'))];
  });

  describe('the dependency rules', () => {
    let result: CruiseResult;

    before(async () => {
      result = await cruise(root);
    });

    it('are checked on every module', () => {
      const cruised = result.modules
        .map((module) => module.source)
        .filter((source) => /^(?:src|dev)\/.*\.ts$/u.test(source));
      assert.ok(sources.length > 0);
      assert.deepEqual(cruised.sort(), [...sources].sort());
    });

    it('hold', () => {
      assert.deepEqual(described(result), []);
    });
  });

  describe('each dependency rule', () => {
    let found: readonly string[];

    before(async () => {
      const tree = await mkdtemp(join(tmpdir(), 'notatbot-architecture-'));
      try {
        await plant(tree);
        found = described(await cruise(tree));
      } finally {
        await rm(tree, { recursive: true, force: true });
      }
    });

    for (const [rule, module, statement] of VIOLATIONS) {
      it(`${rule} finds ${statement || 'an unused module'} in ${module}`, () => {
        assert.ok(found.includes(`${rule}: ${module}`), found.join('\n'));
      });
    }

    for (const [module, statement] of PERMITTED) {
      it(`allows ${statement} in ${module}`, () => {
        assert.deepEqual(
          found.filter((violation) => violation.endsWith(`: ${module}`)),
          [],
        );
      });
    }

    it('has a violation above, and a comment that says why', () => {
      const { forbidden } = createRequire(import.meta.url)(rulesFile) as {
        forbidden: readonly { name: string; comment?: string }[];
      };
      const planted = new Set(VIOLATIONS.map(([rule]) => rule));
      assert.deepEqual(
        forbidden
          .filter(({ name, comment }) => !planted.has(name) || (comment ?? '').length < 40)
          .map(({ name }) => name),
        [],
      );
    });
  });

  describe('the house rules', () => {
    it('hold in every module', async () => {
      const broken = await Promise.all(
        sources.map(async (path) => houseRulesBrokenBy(path, await readFile(join(root, path), 'utf8'))),
      );
      assert.deepEqual(broken.flat(), []);
    });

    for (const [rule, path, text] of [
      ['has a default export', 'src/domain/a.ts', 'export default function a() {}'],
      ['has a default export', 'src/domain/a.ts', 'const a = 1;\nexport { a as default };'],
      ['is a barrel', 'src/text/index.ts', 'export const a = 1;'],
      ['is a barrel', 'src/text/words.ts', "export * from './messages.js';"],
      ['reads the clock', 'src/domain/a.ts', 'export const a = () => new Date();'],
      ['reads the clock', 'src/domain/a.ts', 'export const a = Date.now;'],
      ['rolls dice', 'src/domain/a.ts', 'export const a = Math.random();'],
      ['reads the environment', 'src/adapters/http/a.ts', "export const a = process.env['PORT'];"],
      ['reads the environment', 'src/main.ts', "export const a = process['env'];"],
      ['reads the environment', 'src/main.ts', 'export const { env } = process;'],
      ['reads the environment', 'src/main.ts', "import { env } from 'node:process';"],
    ] as const) {
      it(`find that a module ${rule}: ${text.replaceAll('\n', ' ')}`, () => {
        assert.deepEqual(houseRulesBrokenBy(path, text), [`${path} ${rule}`]);
      });
    }

    it('let the clock be read outside the domain, instants be made in it, and the environment be read at the start', () => {
      assert.deepEqual(houseRulesBrokenBy('src/adapters/system/clock.ts', 'export const now = () => new Date();'), []);
      assert.deepEqual(houseRulesBrokenBy('src/domain/a.ts', 'export const a = (ms: number) => new Date(ms);'), []);
      assert.deepEqual(houseRulesBrokenBy('src/start.ts', 'export const a = process.env;'), []);
    });
  });
});

/** Lays out a project of nothing but violations and permitted imports, with empty packages. */
async function plant(tree: string): Promise<void> {
  const manifest = await readFile(join(root, 'package.json'), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(manifest) as Record<string, Record<string, string>>;
  const files = new Map<string, string>([
    ['package.json', manifest],
    ['tsconfig.json', '{ "compilerOptions": { "module": "nodenext" }, "include": ["src", "dev", "test"] }'],
  ]);
  for (const name of [...Object.keys({ ...dependencies, ...devDependencies }), 'borrowed']) {
    files.set(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'main.js' }));
    files.set(`node_modules/${name}/main.js`, '');
  }
  for (const [module, statement] of [...VIOLATIONS.map(([, ...rest]) => rest), ...PERMITTED]) {
    files.set(module, statement);
    const imported = /'(?<path>\.[^']+)\.js'/u.exec(statement)?.groups?.['path'];
    const target = imported === undefined ? undefined : `${posix.join(posix.dirname(module), imported)}.ts`;
    if (target !== undefined && !files.has(target)) files.set(target, '');
  }
  files.set('src/text/hen.ts', "import type { It } from './egg.js';");
  await Promise.all(
    [...files].map(async ([path, text]) => {
      await mkdir(dirname(join(tree, path)), { recursive: true });
      await writeFile(join(tree, path), text);
    }),
  );
}

/** Runs what `npm run check:rules` runs, in `tree`. */
async function cruise(tree: string): Promise<CruiseResult> {
  const { NODE_V8_COVERAGE: _, ...env } = process.env;
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--config', rulesFile, '--output-type', 'json', 'src', 'dev', 'test'],
    { cwd: tree, env, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as CruiseResult;
}

function described({ summary }: CruiseResult): readonly string[] {
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

/** What dependency-cruiser and the compiler do not see, because it is not an import. */
function houseRulesBrokenBy(path: string, text: string): readonly string[] {
  const broken = new Set<string>();
  const inDomain = path.startsWith('src/domain/');
  const mayReadEnvironment =
    /^(?:src\/(?:start|rows)\.ts$|dev\/(?:demo|town|playground|template|pictures|test)\/)/u.test(path);
  if (path.endsWith('/index.ts')) broken.add('is a barrel');
  const visit = (node: ts.Node): void => {
    if (isDefaultExport(node)) broken.add('has a default export');
    if (ts.isExportDeclaration(node) && node.exportClause === undefined) broken.add('is a barrel');
    if (inDomain && readsClock(node)) broken.add('reads the clock');
    if (inDomain && memberOf(node, 'Math') === 'random') broken.add('rolls dice');
    if (!mayReadEnvironment && readsEnvironment(node)) broken.add('reads the environment');
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true));
  return [...broken].map((what) => `${path} ${what}`);
}

function isDefaultExport(node: ts.Node): boolean {
  return (
    ts.isExportAssignment(node) ||
    (node.kind === ts.SyntaxKind.DefaultKeyword && node.parent.kind !== ts.SyntaxKind.DefaultClause) ||
    (ts.isExportSpecifier(node) && node.name.text === 'default')
  );
}

function readsClock(node: ts.Node): boolean {
  const isBareDate = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
  const isCalledDate = ts.isCallExpression(node) && node.expression.getText() === 'Date';
  return isBareDate || isCalledDate || memberOf(node, 'Date') === 'now';
}

function readsEnvironment(node: ts.Node): boolean {
  const isTakenApart =
    ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer?.getText() === 'process';
  const isImported =
    ts.isImportDeclaration(node) &&
    ts.isStringLiteral(node.moduleSpecifier) &&
    /^(?:node:)?process$/u.test(node.moduleSpecifier.text);
  return isTakenApart || isImported || memberOf(node, 'process') === 'env';
}

/** @returns `b` for `a.b` and `a['b']`, where `a` is `object` */
function memberOf(node: ts.Node, object: string): string | undefined {
  if (ts.isPropertyAccessExpression(node) && node.expression.getText() === object) return node.name.text;
  if (ts.isElementAccessExpression(node) && node.expression.getText() === object) {
    return ts.isStringLiteral(node.argumentExpression) ? node.argumentExpression.text : undefined;
  }
  return undefined;
}

async function typescriptFiles(base: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(base, folder), { recursive: true });
  return entries.filter((path) => path.endsWith('.ts')).map((path) => posix.join(folder, path.replaceAll('\\', '/')));
}
