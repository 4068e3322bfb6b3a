/** Something that whoever runs the demo can mend; its message is the one line they are told. */
export class DemoProblem extends Error {}
