/** A problem that the person who runs the demo can solve. The message is the only line that the person sees. */
export class DemoProblem extends Error {}
