import { ActivityHandler } from 'botbuilder';

/** The smallest bot that does something: it says again what is said to it. */
export class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(context.activity.text);
      await next();
    });
  }
}
