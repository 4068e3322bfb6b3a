/*
 * Every limit on how much the bot accepts. Input from outside is checked against its limit before a pattern, a loop or
 * a parser sees it. Lengths are in characters as JavaScript counts them (UTF-16 units). No field of a card has a
 * `maxLength`: a client would cut pasted text without telling the person, and the bot can only report a text that is
 * too long when it arrives whole. docs/architecture.md lists the limits, each with the spec that exceeds it. The limits
 * of the platforms stand where they are used: those of Table Storage's rows in adapters/table/entity-limits.ts, those
 * of Teams' messages in cards/card-size.ts.
 */

import { eachHeaderField, HEADER_FIELDS } from './notat/notat-header.js';

/**
 * The longest that any text may be before it is cleaned. Our choice: ten times the longest text that is accepted, so
 * that a text is refused for its words and not for its spaces, and small enough to fit in the body of a request.
 */
export const RAW_TEXT_MAX = 100_000;

/**
 * The most entries of a list that comes with a pressed card. Our choice: a card of 74 KB cannot hold more choices, and
 * a planned round cannot hold more departments.
 */
export const CHOICES_MAX = 1_000;

/**
 * The longest reply. Our choice: the largest round number for which a receipt stays below Teams' limit of 80 KB a
 * message (counted as UTF-16) even when every character must be escaped in JSON. It is also below the 32,768 units that
 * a table property can hold.
 */
export const REPLY_MAX = 10_000;

/** The longest sentence that a nil reply may have. Our choice: a longer text is an answer. */
export const NIL_REMARK_MAX = 300;

/** The longest reason for keeping a CPR number. Our choice: a sentence or two. */
export const CPR_REASON_MAX = 300;

/** The longest comment or reason. Our choice: a few sentences, which must fit on a card beside everything else. */
export const COMMENT_MAX = 1_000;

/**
 * How many questions of one department may wait for the secretariat. Our choice: whoever has three unanswered ones asks
 * the next in one of the ways that people have. Those that wait are never dropped, so there must be an end to them.
 */
export const QUESTIONS_OPEN_MAX = 3;

/**
 * How many of its questions, and how many answers to all, a department's row keeps; the audit has all. Our choice: more
 * than a card shows, and few enough that the largest rows of a batch (`DEPARTMENTS_A_BATCH`) fit in a transaction.
 */
export const QUESTIONS_KEPT = 5;
export const ANSWERS_TO_ALL_KEPT = 5;

/**
 * How many of its reopenings a round keeps, and shows on its cards; the audit has all. Our choice: a round that is opened
 * more often is told of by its newest reopenings well enough.
 */
export const REOPENINGS_KEPT = 5;

/**
 * How many older cards of a round's notats are made true when there is a newer notat, the newest of them first. Our
 * choice: more than a round has, and few enough for one delivery.
 */
export const NOTAT_CARDS_FOLLOWED = 10;

/**
 * The longest name of a department. Our choice: the longest name in the real round we studied has 38. It must fit a
 * table column.
 */
export const DEPARTMENT_NAME_MAX = 100;

/** The characters of a channel's id that a card may send back. Our choice; Teams' ids have about 60. */
export const CHANNEL_ID_MAX = 300;

/** The most heads of a department. Our choice: a head and their deputies. Their names must fit on a card's line. */
export const HEADS_MAX = 10;

/**
 * The most departments that answer in one channel. Our choice: a small municipality has some ten in all. When a channel
 * changes, its row, and the claims of all their names before and after, must fit in a transaction of 100 rows.
 */
export const DEPARTMENTS_IN_A_CHANNEL_MAX = 20;

/** The most channels that are bound at once. Our choice: twice the departments of the largest municipalities. */
export const BIND_MAX = 200;

/** The longest name of a person that is stored with an act. Teams' display names have at most 256 characters. */
export const PERSON_NAME_MAX = 256;

/**
 * The longest message that is read, with its mentions as they arrived. Our choice: twice a reply, so that a reply that
 * is too long can still be put in a card and be shortened there. The sender of a longer message is told how long it is.
 */
export const MESSAGE_MAX = 2 * REPLY_MAX;

/**
 * The longest HTML copy of a message that is read. Our choice: each character of a message of `MESSAGE_MAX` may need a
 * few more characters for the tags around it. When the copy is longer, the plain text is read instead.
 */
export const MESSAGE_HTML_MAX = 4 * MESSAGE_MAX;

/** How deep a message's HTML copy may be nested. Our choice: a list in a list in a quotation is ten deep. */
export const MESSAGE_HTML_DEPTH_MAX = 50;

/** The longest command, without its mentions. Our choice: several times the longest one, which has a name in it. */
export const COMMAND_MAX = 500;

/**
 * How long a channel that has refused a targeted message is not tried again, in milliseconds, and how many such channels
 * a process remembers. Our choice: a channel starts to take them when Microsoft or an administrator changes something,
 * which is rare; and a municipality has some hundred channels.
 */
export const REFUSING_PLACE_MS = 3_600_000;
export const REFUSING_PLACES_MAX = 1_000;

/**
 * The longest message that can be thanks, a wish for more time or a question about the round. Our choice: two sentences
 * of ordinary length. A longer message may be an answer, so its writer is asked.
 */
export const WRITTEN_QUESTION_MAX = 200;

/** The longest name that the bot uses for itself. The short name of a Teams app has at most 30 characters. */
export const BOT_NAME_MAX = 64;

/**
 * How many messages the bot remembers that it has answered. Our choice: Teams delivers a message again within a minute,
 * and a municipality writes far fewer messages in that time.
 */
export const MESSAGES_REMEMBERED = 1_000;

/** The longest name of a channel, and of its team, that is shown. Our choice: Teams takes 50 for a channel. */
export const CHANNEL_NAME_MAX = 100;

/**
 * Channels of a team that are known. Our choice: Teams allows 1,000 standard channels in a team (learn.microsoft.com,
 * "Limits and specifications for Microsoft Teams"), and hardly any team has so many.
 */
export const TEAM_CHANNELS_MAX = 500;

/** Teams that a process remembers as known. Our choice: more than a municipality has; another is looked up again. */
export const TEAMS_SEEN_MAX = 1_000;

/** People of a team among whom heads are chosen by name. Our choice: others can be mentioned in a command. */
export const TEAM_MEMBERS_MAX = 1_000;

/** How many teams Teams is asked about at the same time. Our choice: 98 teams are asked about in a few seconds. */
export const TEAMS_ASKED_AT_ONCE = 16;

/** How long somebody who presses a button waits for what Teams tells of teams, in milliseconds. Our choice, of about 3 s. */
export const ASK_TEAMS_LIMIT_MS = 2_000;

/** How long a process remembers what Teams has told of a team, in milliseconds. Our choice, as of people in a roster. */
export const TEAM_TOLD_MAX_AGE_MS = 300_000;

/** Of how many teams. Our choice: more than a large municipality has departments. */
export const RECENT_TEAMS_MAX = 1_000;

/**
 * How many bots and unidentified people a process remembers that it has told once why it does nothing for them. Our
 * choice: more than there are in a municipality's channels.
 */
export const STRANGERS_TOLD_MAX = 200;

/**
 * How long it counts what a team's roster has said of a person, in milliseconds. Our choice: a person asks a few times
 * in so long. When Teams tells that a team has changed, what was said counts no longer.
 */
export const ROSTER_FACT_MAX_AGE_MS = 5 * 60 * 1_000;

/** How many people a process remembers from rosters. Our choice: more than act in five minutes; each takes 1 KB. */
export const ROSTER_FACTS_MAX = 1_000;

/**
 * How many of a tenant's newest rounds are looked at when somebody looks for one. Our choice: as many as a municipality
 * has in twenty years, and a round costs one request.
 */
export const ROUNDS_SEARCHED = 200;

/** How many of the newest rounds are searched for a thread. Our choice: some years, at two reads for each round. */
export const THREAD_ROUNDS_MAX = 50;

/** How deep an activity's own fields are read. Our choice: Teams' are four deep. A card's data is not looked into. */
export const ACTIVITY_DEPTH_MAX = 8;

/**
 * The longest text of each field of the round form; the limits of the notat's header fields stand in `HEADER_FIELDS`.
 * Our choice: together with the request card's own words they stay far below Teams' limit of 80 KB a message, and each
 * fits in a table property.
 */
export const ROUND_FORM_MAX = {
  title: 200,
  report: 200,
  reportLink: 1_000,
  question: 1_000,
  introduction: 4_000,
  countsSentence: 300,
  ...eachHeaderField((field) => HEADER_FIELDS[field].max),
} as const;

/**
 * A tenant's newest rounds that are read for a list of earlier rounds. Our choice: some years of them, and few enough for
 * one list on a card.
 */
export const EARLIER_ROUNDS_MAX = 20;

/** The newest plans that are offered again. Our choice: whoever has more has forgotten the older ones. */
export const PLANS_SHOWN = 3;

/**
 * How many years ahead a deadline may lie. Our choice: a report is answered within months, so a later day is a typing
 * mistake. This also bounds all work that counts days, or sends reminders, until a deadline.
 */
export const DEADLINE_MAX_YEARS = 3;

/**
 * How many times a change is tried when other people change the same row at the same moment. Our choice: more people
 * than press at the same moment in one channel. All the tries together take some seconds at most, so that the person is
 * answered before Teams stops waiting (15 s).
 */
export const CONFLICT_TRIES_MAX = 100;

/**
 * The most findings in one text. Our choice: a person who has looked at so many places in a reply has seen what is
 * wrong with it. The keys of the findings that may stand are stored with the round, so there must be an end to them.
 */
export const FINDINGS_IN_A_TEXT = 50;

/** How many findings the closing card asks about at a time. Our choice: each needs room on a card. */
export const FINDINGS_AT_A_TIME = 25;

/**
 * The most bytes of a Word template. Our choice: a letterhead with a logo takes a tenth of it. Every notat contains its
 * template, and a template must fit in one transaction of Table Storage (4 MiB).
 */
export const TEMPLATE_MAX_BYTES = 2 * 1024 * 1024;

/**
 * The most bytes of a template's parts when they are unpacked. Our choice: twenty times what the largest letterhead
 * needs, and small enough to hold in memory. A zip file of 2 MiB can declare a content of 2 GiB.
 */
export const TEMPLATE_MAX_UNPACKED_BYTES = 10 * 1024 * 1024;

/**
 * The most parts of a template: the files in its zip, and the entries in its list of them. Our choice: the shipped
 * template has 19 parts, and one with a letterhead and ten pictures has about 40.
 */
export const TEMPLATE_MAX_PARTS = 500;

/**
 * The most XML elements in all parts of a template together. Comments, character references and the like count too. Our
 * choice: the shipped template has 1,109, and a document of twenty pages in Word some 15,000. The cost of a check grows
 * with the number.
 */
export const TEMPLATE_MAX_ELEMENTS = 50_000;

/** The most attributes in all the parts that a check reads. Our choice: Word writes about one for each element. */
export const TEMPLATE_MAX_ATTRIBUTES = 100_000;

/**
 * The most attributes of one element. Our choice: the largest that Word writes is the root element of a part, which
 * declares some 35 namespaces.
 */
export const ELEMENT_MAX_ATTRIBUTES = 100;

/**
 * How deep a template's elements may be nested. Our choice: text in a shape in a group in a table in a table is about
 * 45 deep, and a recursive function can handle a hundred times as many levels.
 */
export const TEMPLATE_MAX_DEPTH = 100;

/** The most tags of a template. Our choice: the shipped template has 66, and a long one uses each tag a few times. */
export const TEMPLATE_MAX_TAGS = 1_000;

/** The longest tag, in characters between its braces. Our choice: `vedrørende` and `#oprindelsesside` are the longest. */
export const TEMPLATE_TAG_MAX = 100;

/**
 * The most characters that one department may add to the notat's XML, without the department's own text. Our choice:
 * the shipped template adds fewer than 1,000, and the thousand departments of a round must fit in `NOTAT_HEAP_MB`.
 */
export const TEMPLATE_DEPARTMENT_MAX = 20_000;

/**
 * The most problems of a template that are listed, the weightiest first. Our choice: what a person corrects before they
 * send the file again. The rest are counted.
 */
export const TEMPLATE_PROBLEMS_MAX = 10;

/** The most templates on one card, from which the older ones are reached. Our choice: a screen or two. */
export const TEMPLATES_LISTED = 8;

/** How many characters of a template's own text are quoted in a message about a problem. Our choice: a line or two. */
export const TEMPLATE_QUOTE_MAX = 100;

/** How many characters of the text beside a problem are quoted, to say where it is. Our choice: a few words. */
export const TEMPLATE_NEAR_MAX = 50;

/** The most changes of a template that are told, the weightiest first. Our choice: a card that a person reads. */
export const TEMPLATE_CHANGES_MAX = 10;

/** The most names that one change of a template tells, of authors or of variables. Our choice. */
export const TEMPLATE_NAMES_MAX = 3;

/** The most prepared templates that a thread keeps. Our choice: a municipality's own and the installation's. */
export const TEMPLATES_KEPT = 2;
/** The most mended tags of a template that are told about one by one. Our choice: nobody would read more. */
export const TEMPLATE_RESPELT_MAX = 20;

/**
 * How long the check of one template may take, in milliseconds. Our choice: several times as long as the worst template
 * that the other limits allow takes on a busy machine. The person gets the result in a message of its own.
 */
export const TEMPLATE_CHECK_LIMIT_MS = 20_000;

/**
 * The heap of the thread that checks templates, in MiB. Our choice: the worst template that the other limits allow
 * needs about half. Buffers are not part of the heap, but `TEMPLATE_MAX_UNPACKED_BYTES` bounds those.
 */
export const TEMPLATE_CHECK_HEAP_MB = 256;

/**
 * How long it may take to write one notat, in milliseconds. Our choice: the longest notat, a thousand answers of 10,000
 * characters, takes about two seconds.
 */
export const NOTAT_LIMIT_MS = 30_000;

/** The heap of the thread that writes notats, in MiB. Our choice: the longest notat needs about half. */
export const NOTAT_HEAP_MB = 1_024;

/** How many templates, and how many notats, may wait for the thread. Our choice: a person waits for each of them. */
export const WORD_QUEUE_MAX = 8;

/** The longest file name that is stored. SharePoint's limit for a whole path is 400 characters. */
export const FILE_NAME_MAX = 255;

/** The most bytes of a request's body. Teams' messages are at most 100 KB as UTF-16, and an invoke holds one. */
export const BODY_MAX_BYTES = 256 * 1024;

/**
 * The most bytes of a request's headers, with its first line. This is Node's own default. It is set here so that no
 * flag can change it. A connector's token takes 2 KB. The number of headers is bounded by their size.
 */
export const HEADERS_MAX_BYTES = 16 * 1024;

/**
 * How many bytes of a refused body are read and discarded, so that the client can read its answer: a connection that is
 * closed while bytes are unread is reset. Our choice: four times the largest body that is accepted.
 */
export const REFUSED_BODY_MAX_BYTES = 1024 * 1024;

/**
 * The most entities, and the most attachments, of an activity. Our choice: in Teams' own clients a message can mention
 * 20 people and tags and carry 10 files, and connectors add some of their own.
 */
export const ENTITIES_MAX = 250;
export const ATTACHMENTS_MAX = 50;

/** The longest name of an invoke that is written to the log. Our choice: Teams' own have at most 35 characters. */
export const INVOKE_NAME_MAX = 64;

/** The longest token of a download link; one has about 200 characters. */
export const LINK_TOKEN_MAX = 1_000;

/**
 * How long a client may take to send a request with its headers and its body, in milliseconds. The bot's own work is
 * not counted. Our choice: the Bot Service itself gives up after 15 seconds.
 */
export const REQUEST_TIME_LIMIT_MS = 15_000;

/** How often arriving requests are checked against `REQUEST_TIME_LIMIT_MS`, in milliseconds; the limit includes it. */
export const REQUEST_CHECK_MS = 1_000;

/**
 * How long a connection without a request is kept open, in milliseconds. It must be longer than the same time of the
 * front ends. Otherwise a front end sends a request into a connection that the bot is closing, and answers 502. An
 * Azure load balancer keeps a connection for 4 minutes unless it is configured otherwise (learn.microsoft.com,
 * "Configure TCP reset and idle timeout"); others keep it for one minute.
 */
export const KEEP_ALIVE_MS = 245_000;

/**
 * How long a connection may be silent while the bot answers a request on it, in milliseconds. Our choice: four times as
 * long as the Bot Service waits for an answer. A client that reads none of its file for a minute does not want the
 * file.
 */
export const SILENT_ANSWER_MS = 60_000;

/**
 * The most connections of one process at a time; any further connection is closed at once. Our choice: they use some 40
 * MB when all are in use, and a front end opens fewer for a municipality.
 */
export const CONNECTIONS_MAX = 4_000;

/** How many addresses of an `X-Forwarded-For` are looked at, from the end. Our choice: nobody has ten proxies. */
export const FORWARDED_MAX = 10;

/**
 * How many messages and presses of one person are carried out in a minute, in one process. Our choice: two a second for
 * a whole minute. A person who presses as fast as the answers come manages half of that.
 */
export const PERSON_ACTS_A_MINUTE = 120;

/**
 * How many requests of one address are refused in a minute with the status of their own reason, in one process. Further
 * ones get 429. Our choice: one a second can be a mistake; more is an attack.
 */
export const REFUSALS_A_MINUTE = 60;

/**
 * How many health checks one address may ask for in a minute, in one process. Our choice: ten a second. Probes come
 * every few seconds from each of a few places (App Service: once a minute; load balancers: 5 to 15 seconds apart).
 */
export const HEALTH_CHECKS_A_MINUTE = 600;

/**
 * How many notats one address may download in a minute, in one process. Our choice: a whole municipality often has one
 * address, and a secretariat has some twenty people. Each download writes a new document.
 */
export const DOWNLOADS_A_MINUTE = 60;

/**
 * How many counters each of the rate limits keeps. Several addresses or people may happen to share a counter, so that
 * the memory is bounded however many addresses a client has. Our choice: some 10 MB for each limit when all are in use.
 */
export const COUNTERS_MAX = 65_536;

/** How many log lines a minute one reason for refusals gets. Our choice: enough to notice it; the rest is counted. */
export const REFUSAL_LINES_A_MINUTE = 10;

/** The shortest time between two checks of whether the store can be reached, in milliseconds. */
export const READINESS_PAUSE_MS = 1_000;

/** How long the readiness check waits for the store, in milliseconds. Our choice: a storage request takes up to 3 s. */
export const READINESS_TIME_LIMIT_MS = 5_000;

/** The most bytes of a connector's answer. Our choice: a person is 1 KB, and a page of a roster has at most 500 of them. */
export const CONNECTOR_ANSWER_MAX_BYTES = 1024 * 1024;

/**
 * The longest waiting time that a service may ask for, in milliseconds: a day. Our choice: a longer time is a mistake,
 * and a timer cannot hold more than 24.8 days.
 */
export const RETRY_AFTER_MAX_MS = 24 * 60 * 60 * 1_000;
/**
 * The most pages of one query of the table. Our choice: a page has up to 1,000 rows, and no range that the bot reads at
 * once has as many as 100,000 rows. But a service may return short and empty pages in between.
 */
export const TABLE_PAGES_MAX = 1_000;

/** How deep a row's JSON may be nested. Our choice: the deepest that the bot writes is 6. */
export const JSON_DEPTH_MAX = 32;

/** The most parts of a file that are read, each of 300,000 bytes. Our choice: thirty times the largest template. */
export const FILE_PARTS_MAX = 210;

/** How many unreadable rows a process names in its log, one a line. Our choice: more than anyone repairs by hand. */
export const UNREADABLE_ROWS_NAMED = 1_000;

/** How many unreadable rows are read again when readiness is asked for. Each costs a request. Our choice. */
export const UNREADABLE_ROWS_LOOKED_AT = 20;

/** How many deliveries of one conversation are read at a time. Our choice: more than ever wait for one channel. */
export const LANE_READ_MAX = 100;

/**
 * How many departments' rows a process remembers as it wrote them last. Our choice: as many as a round can have; a row
 * is a few KB, and 100 KB where everything in it is as long as it may be.
 */
export const DEPARTMENTS_REMEMBERED = 1_000;

/** How many conversations a process knows that wait for something. The others are found when there is room again. */
export const LANES_MAX = 2_000;

/** How many deliveries of a round are read at a time when the bot looks for what is owed. Our choice. */
export const OWED_AT_A_TIME = 100;

/** How many drawn cards a process keeps for the delivery that follows. Our choice: each is used within seconds. */
export const CARDS_REMEMBERED = 100;
