import ts from 'typescript';

/** One small change to a module, of a kind that a person could make by mistake. */
export interface Mutation {
  /** From 1. */
  readonly line: number;
  /** The function, or the constant, of the module that it is in; with `lineText` it tells the place also after lines have moved. */
  readonly within: string;
  /** What the line says, without the blanks around it. */
  readonly lineText: string;
  /** What is changed, in one line. */
  readonly change: string;
  /** The whole module with the change in it. */
  readonly source: string;
}

const OTHER_OPERATOR = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
]);

/** Calls that a list or a text goes through, and that are left out. */
const PASSED_THROUGH = new Set(['filter', 'slice', 'trim', 'toSorted', 'toReversed']);
const OTHER_METHOD = new Map([
  ['some', 'every'],
  ['every', 'some'],
]);

/** The kinds of node whose parts are not run, or are names. */
const NOT_RUN = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
]);

/** Every change that can be made to a module, in the order of its text. */
export function mutationsOf(source: string): readonly Mutation[] {
  const tree = ts.createSourceFile('module.ts', source, ts.ScriptTarget.ES2023, true);
  const lines = source.split('\n');
  const found: Mutation[] = [];
  const change = (node: ts.Node, becomes: string) => {
    const [start, end] = [node.getStart(tree), node.getEnd()];
    const { line } = tree.getLineAndCharacterOfPosition(start);
    found.push({
      line: line + 1,
      within: outermostName(node),
      lineText: lines[line]?.trim() ?? '',
      change: `${inOneLine(node.getText(tree))} → ${inOneLine(becomes)}`,
      source: source.slice(0, start) + becomes + source.slice(end),
    });
  };
  const visit = (node: ts.Node): void => {
    if (NOT_RUN.has(node.kind) || ts.isTypeNode(node)) return;
    changesOf(node, change, (part) => part.getText(tree));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function outermostName(node: ts.Node): string {
  const named = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) ? (node.name?.getText() ?? '') : '';
  return (ts.isSourceFile(node.parent) ? '' : outermostName(node.parent)) || named;
}

type Change = (node: ts.Node, becomes: string) => void;

function changesOf(node: ts.Node, change: Change, textOf: (node: ts.Node) => string): void {
  if (ts.isBinaryExpression(node)) {
    const other = OTHER_OPERATOR.get(node.operatorToken.kind);
    if (other !== undefined) change(node.operatorToken, other);
    if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) change(node, textOf(node.left));
  } else if (ts.isPrefixUnaryExpression(node)) {
    if (node.operator === ts.SyntaxKind.ExclamationToken) change(node, textOf(node.operand));
  } else if (ts.isNumericLiteral(node)) {
    change(node, String(Number(node.text) + 1));
  } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (node.text !== '' && !isName && !ts.isTaggedTemplateExpression(node.parent)) change(node, "''");
  } else if (ts.isTemplateExpression(node)) {
    if (!ts.isTaggedTemplateExpression(node.parent)) change(node, "''");
  } else if (node.kind === ts.SyntaxKind.TrueKeyword) {
    change(node, 'false');
  } else if (node.kind === ts.SyntaxKind.FalseKeyword) {
    change(node, 'true');
  } else if (ts.isReturnStatement(node)) {
    if (node.expression !== undefined && textOf(node.expression) !== 'undefined') change(node.expression, 'undefined');
  } else if (ts.isArrowFunction(node)) {
    if (!ts.isBlock(node.body) && textOf(node.body) !== 'undefined') change(node.body, 'undefined');
  } else if (ts.isExpressionStatement(node)) {
    change(node, ';');
  } else if (ts.isIfStatement(node)) {
    if (ts.isCallExpression(node.expression) || ts.isIdentifier(node.expression)) change(node.expression, 'false');
  } else if (ts.isCaseClause(node)) {
    if (node.statements.length > 0) change(node, `case ${textOf(node.expression)}:`);
  } else if (ts.isConditionalExpression(node)) {
    change(node, `${textOf(node.condition)} ? ${textOf(node.whenFalse)} : ${textOf(node.whenTrue)}`);
  } else if (ts.isArrayLiteralExpression(node)) {
    if (node.elements.length > 0) change(node, '[]');
  } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    if (PASSED_THROUGH.has(name.text)) change(node, textOf(expression));
    const other = OTHER_METHOD.get(name.text);
    if (other !== undefined) change(name, other);
  }
}

const SHOWN = 70;

function inOneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}

/** As the build would have it. */
export function compiled(source: string): string {
  return ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  }).outputText;
}
