/** A request of the bot to its storage or to the connector of Teams. */
export interface Call {
  readonly to: 'storage' | 'connector';
  /** Which process it comes from, from 0; undefined for the connector, whose address all processes share. */
  readonly process: number | undefined;
  readonly method: string;
  /** With its query, as it was sent. */
  readonly path: string;
  readonly body: string;
  /** The virtual time in milliseconds. */
  readonly at: number;
  /** Whether it is a read that repeats one since the last change. */
  readonly isPoll: boolean;
  readonly number: CallNumbers;
}

/** The place of a call among others of a run, from 1. A number is undefined where the call is not among them. */
export interface CallNumbers {
  /** Among the writes to the storage and the calls to the connector. */
  readonly change: number | undefined;
  /** Among the calls to the storage. A read that repeats one since the last change is not counted: it is a poll. */
  readonly storage: number | undefined;
  /** Among the calls to the connector. */
  readonly connector: number | undefined;
}

/** What befalls a call instead of being done and answered. */
export type Fate =
  /** The call is done, and the connection breaks before its answer. */
  | { readonly befalls: 'answer lost' }
  /** The connection breaks before the call is done. */
  | { readonly befalls: 'broken' }
  /** The call is done, and a process of the bot is killed before it can hear of that. Processes are numbered from 0. */
  | { readonly befalls: 'kill'; readonly process: number }
  /** The call gets no answer until its caller gives it up. */
  | { readonly befalls: 'hang'; readonly isDone: boolean }
  | {
      readonly befalls: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly isDone: boolean;
    };

/** A message that the bot has posted in Teams. */
export interface Post {
  readonly messageId: string;
  readonly call: Call;
  /** Whether the bot got the answer. */
  isAnswered: boolean;
  /** The virtual time at which the message's id was first written to the storage. Until then, the bot can forget it. */
  recordedAt: number | undefined;
}

/** A call as it comes. */
type Made = Pick<Call, 'to' | 'process' | 'method' | 'path' | 'body'>;

/** Numbers the calls of a run, and keeps what a judge must know of them. */
export interface Calls {
  begin(made: Made): Call;
  /** The call has been done. */
  done(call: Call, answer: string): Post | undefined;
  readonly posts: readonly Post[];
  /** Begins to number the calls. */
  startCounting(): void;
  readonly counted: { readonly change: number; readonly storage: number; readonly connector: number };
}

export function createCalls(now: () => number): Calls {
  const counted = { change: 0, storage: 0, connector: 0 };
  const posts: Post[] = [];
  let reads = new Set<string>();
  let isCounting = false;

  function next(kind: keyof CallNumbers): number {
    counted[kind] += 1;
    return counted[kind];
  }

  function numbersOf(to: Call['to'], isChange: boolean, isPoll: boolean): CallNumbers {
    if (!isCounting) return { change: undefined, storage: undefined, connector: undefined };
    return {
      change: isChange ? next('change') : undefined,
      storage: to === 'storage' && !isPoll ? next('storage') : undefined,
      connector: to === 'connector' ? next('connector') : undefined,
    };
  }

  return {
    begin(made) {
      const isChange = made.to === 'connector' || made.method !== 'GET';
      const read = `${made.process} ${withoutTimes(made.path)}`;
      const isPoll = !isChange && reads.has(read);
      if (isChange) reads = new Set();
      else reads.add(read);
      return { ...made, at: now(), isPoll, number: numbersOf(made.to, isChange, isPoll) };
    },
    done(call, answer) {
      if (call.to === 'storage') {
        if (call.method === 'GET' || /HTTP\/1\.1 [45]/u.test(answer)) return undefined;
        for (const post of posts) if (call.body.includes(post.messageId)) post.recordedAt ??= now();
        return undefined;
      }
      const messageId = call.method === 'POST' ? messageIn(answer) : undefined;
      if (messageId === undefined) return undefined;
      const post = { messageId, call, isAnswered: false, recordedAt: undefined };
      posts.push(post);
      return post;
    },
    posts,
    startCounting() {
      isCounting = true;
    },
    counted,
  };
}

/** Searches for what is due name the present time, and are the same search all the same. */
function withoutTimes(path: string): string {
  return path.replace(/\d{4}-\d{2}-\d{2}T[\d%.A-Z]*/gu, '');
}

function messageIn(answer: string): string | undefined {
  if (answer === '') return undefined;
  const { activityId, id } = JSON.parse(answer) as { activityId?: string; id?: string };
  return activityId ?? id;
}
