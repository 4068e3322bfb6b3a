/** Where the bot can write again, as an event of Teams tells it. */
export interface RegainedPlace {
  readonly tenantId: string;
  readonly teamId: string | undefined;
  /** undefined where the event is about the whole team. */
  readonly channelId: string | undefined;
}
