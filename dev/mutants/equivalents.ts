/** A change that no spec can tell, because what people and other modules see stays the same. */
export interface Equivalent {
  /** From src. */
  readonly file: string;
  /** The function or the constant of the module that it is in. */
  readonly within: string;
  /** What the line says where the change begins: it is found by this wherever it moves. */
  readonly lineText: string;
  /** As the command prints it. */
  readonly change: string;
  readonly why: string;
}

/** Known ones. They are left out of the sample; an entry whose line is gone is reported. */
export const EQUIVALENTS: readonly Equivalent[] = [
  ...[
    "'header row not marked': true,",
    "'not in Danish': true,",
    "'heading missing': true,",
    "'picture without description': true,",
    "'tag left out': true,",
  ].map((lineText) => ({
    file: 'domain/notat/template-problem.ts',
    within: 'WARNINGS',
    lineText,
    change: 'true → false',
    why: 'Only the names are asked for; the value is there for the compiler, which requires every name.',
  })),
  {
    file: 'domain/notat/pre-issue-check.ts',
    within: 'findingKey',
    lineText: "return [departmentId ?? '', version, kind.replaceAll(' ', '-'), ordinal].join(' ').trim();",
    change: "departmentId ?? '' → departmentId",
    why: 'join writes undefined as an empty text.',
  },
  {
    file: 'domain/text/cpr.ts',
    within: 'certaintyOfTen',
    lineText: "return hasCheckDigit(groups[index]?.digits ?? '') && !OTHER_LABEL.test(label) ? 'certain' : 'possible';",
    change: "groups[index]?.digits ?? '' → groups[index]?.digits",
    why: 'There is a group at the index; the empty text is there for the compiler.',
  },
  {
    file: 'domain/text/cpr.ts',
    within: 'findCprNumbers',
    lineText: 'const isNamed = CPR_LABEL.test(lineBefore(folded, groups[index]?.start ?? 0, LABEL_MAX));',
    change: 'groups[index]?.start ?? 0 → groups[index]?.start',
    why: 'There is a group at the index; the zero is there for the compiler.',
  },
  {
    file: 'domain/text/cpr.ts',
    within: 'certaintyOf',
    lineText: 'const start = groups[index]?.start ?? 0;',
    change: 'groups[index]?.start ?? 0 → groups[index]?.start',
    why: 'There is a group at the index; the zero is there for the compiler.',
  },
  {
    file: 'domain/text/text-findings.ts',
    within: 'eachPlaceOnce',
    lineText: 'if (taken.subarray(start, end).includes(1)) return false;',
    change: 'false → undefined',
    why: 'filter leaves out both.',
  },
  {
    file: 'domain/text/list-line.ts',
    within: 'countedBy',
    lineText: "const casing = number === number.toLowerCase() ? 'small' : 'large';",
    change: "number === number.toLowerCase() ? 'small' : 'large' → number === number.toLowerCase() ? 'large' : 'small'",
    why: 'The two names are only compared with each other.',
  },
  {
    file: 'domain/text/list-line.ts',
    within: 'readNumber',
    lineText:
      "return { kind: 'number', marker, text, style: 'digits', numbers: (marker.match(/\\d+/gu) ?? []).map(Number) };",
    change: 'marker.match(/\\d+/gu) ?? [] → marker.match(/\\d+/gu)',
    why: 'A marker with levels always has digits; the empty list is there for the compiler.',
  },
  {
    file: 'domain/text/cpr.ts',
    within: 'isDay',
    lineText: 'const day = written > REPLACEMENT ? written - REPLACEMENT : written;',
    change: '> → >=',
    why: 'Neither 60 nor 0 is a day of any month.',
  },
  {
    file: 'domain/text/cpr.ts',
    within: 'hasCheckDigit',
    lineText: 'const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);',
    change: '+ → -',
    why: 'The sum gets another sign, and is divisible by 11 all the same.',
  },
  {
    file: 'domain/text/text-findings.ts',
    within: 'isAddress',
    lineText: 'if (ALL_OF_THEM.test(found) || COUNT.test(text.slice(end, end + 12))) return false;',
    change: 'false → undefined',
    why: 'filter takes the one as the other.',
  },
  ...[
    {
      file: 'conversation/reply/edit-reply.ts',
      within: 'editReply',
      lineText:
        "return askAgain(deps, department, typed.trim() === '' ? { kind: 'correcting' } : { kind: 'resumed', typed });",
    },
    {
      file: 'conversation/reply/show-reply.ts',
      within: 'showReply',
      lineText: "? askAgain(deps, department, { kind: 'resumed', typed })",
    },
  ].map((place) => ({
    ...place,
    change: "'resumed' → ''",
    why: 'A request card with the person’s own text is as this one unless the kind is one of the others.',
  })),
];
