/** The app package cannot be made. Nothing has been written. Each problem is a sentence for the person who makes it. */
export class PackageRefused extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}
