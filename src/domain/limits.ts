/*
 * How much of anything the bot takes, in one place. What comes from outside is held to its limit before a pattern, a
 * loop or a parser sees it. Lengths are in characters as JavaScript counts them (UTF-16 units). No field of a card has a
 * `maxLength`: a client would cut what is pasted without a word, and a limit can only be told of a text that arrives whole.
 * docs/architecture.md lists the limits, each with the spec that drives past it. What the platforms themselves take stands
 * where each is used: Table Storage's rows in adapters/table/entity-limits.ts, Teams' messages in cards/card-size.ts.
 */

import { eachHeaderField, HEADER_FIELDS } from './notat/notat-header.js';

/**
 * The longest that any one text may be as it came, before it is cleaned. Our choice: ten times the longest text that is
 * taken, so that a text is refused for its words and not for its spaces, and little enough to fit in a request's body.
 */
export const RAW_TEXT_MAX = 100_000;

/**
 * The most entries of a list that comes with a pressed card. Our choice: more than a card of 74 KB can have choices, and
 * as many departments as a planned round can hold.
 */
export const CHOICES_MAX = 1_000;

/**
 * The longest reply. Our choice, and the largest round number for which a receipt stays below Teams' 80 KB a message
 * (counted as UTF-16) when every character of the text must be escaped in JSON; also below a table property's 32,768
 * units.
 */
export const REPLY_MAX = 10_000;

/** The longest sentence beside a nil reply. Our choice: more than that is an answer. */
export const NIL_REMARK_MAX = 300;

/** The longest reason for keeping a CPR number. Our choice: a sentence or two. */
export const CPR_REASON_MAX = 300;

/** The longest comment or reason. Our choice: a few sentences, which must fit beside all else on a card. */
export const COMMENT_MAX = 1_000;

/** The longest name of a department. Our choice: the longest of the field's round is 38, and it must fit a table column. */
export const DEPARTMENT_NAME_MAX = 100;

/** The most heads of a department. Our choice: a head and their deputies, who must fit on a card's line. */
export const HEADS_MAX = 10;

/** The longest name of a person that is kept with an act; Teams' display names are at most 256. */
export const PERSON_NAME_MAX = 256;

/**
 * The longest message that is read, with its mentions as they came. Our choice: twice a reply, so that a reply that
 * is too long can still be put in a card to be shortened; a longer one is told how long it is.
 */
export const MESSAGE_MAX = 2 * REPLY_MAX;

/**
 * The longest HTML copy of a message that is read. Our choice: each character of a message of `MESSAGE_MAX` may need a
 * few more for the tags around it; beyond that the plain text is read.
 */
export const MESSAGE_HTML_MAX = 4 * MESSAGE_MAX;

/** How deep the elements of a message's HTML copy may lie. Our choice: a list in a list in a quotation is ten deep. */
export const MESSAGE_HTML_DEPTH_MAX = 50;

/** The longest command, without those it mentions. Our choice: several times the longest, which is one with a name. */
export const COMMAND_MAX = 500;

/** The longest name that the bot calls itself by. A Teams app's short name has at most 30 characters. */
export const BOT_NAME_MAX = 64;

/**
 * How many messages the bot remembers having answered. Our choice: Teams delivers a message again within a minute, in
 * which a municipality writes far fewer.
 */
export const MESSAGES_REMEMBERED = 1_000;

/**
 * In how many of its newest rounds a department's thread is looked for. Our choice: the rounds of some years, at two
 * reads each.
 */
export const THREAD_ROUNDS_MAX = 50;

/**
 * How deep an activity's own fields are read. Our choice: Teams' are four deep; a card's data is not looked into.
 */
export const ACTIVITY_DEPTH_MAX = 8;

/**
 * The longest text of each field of the round form; those of the notat's header stand in its table. Our choice: together with a request card's own words they stay far
 * below Teams' 80 KB a message, and each fits a table property.
 */
export const ROUND_FORM_MAX = {
  title: 200,
  report: 200,
  reportLink: 1_000,
  question: 1_000,
  introduction: 4_000,
  ...eachHeaderField((field) => HEADER_FIELDS[field].max),
} as const;

/**
 * How many years ahead a deadline may lie. Our choice: a report is answered within months, and a day further away is a
 * slip of the finger. Whatever counts days or reminds until a deadline ends with it.
 */
export const DEADLINE_MAX_YEARS = 3;

/**
 * How many times a change is tried that others come in between of. Our choice: more people than press at the same moment
 * in one channel, and some seconds at the most, so that the person is answered before Teams stops waiting (15 s).
 */
export const CONFLICT_TRIES_MAX = 100;

/**
 * The most findings in one text. Our choice: who has looked at so many places in a reply has seen what is wrong with
 * it, and the keys of those that may stand are kept with the round.
 */
export const FINDINGS_IN_A_TEXT = 50;

/**
 * How many findings the closing card asks about at a time. Our choice: each is a line and a choice, and a card has its
 * limits.
 */
export const FINDINGS_AT_A_TIME = 25;

/**
 * The most bytes of a Word template. Our choice: a letterhead with a logo takes a tenth of it, every notat carries
 * its template along, and it can be stored in one transaction of Table Storage (4 MiB).
 */
export const TEMPLATE_MAX_BYTES = 2 * 1024 * 1024;

/**
 * The most bytes of a template's parts, unpacked. Our choice: twenty times what the largest letterhead needs, and
 * little enough to hold in memory; a zip of 2 MiB can say that it holds 2 GiB.
 */
export const TEMPLATE_MAX_UNPACKED_BYTES = 10 * 1024 * 1024;

/**
 * The most parts of a template (files in its zip, and lines in its list of them). Our choice: the shipped one has 19,
 * and one with a letterhead and ten pictures about 40.
 */
export const TEMPLATE_MAX_PARTS = 500;

/**
 * The most XML elements in all of a template's parts together, comments, character references and the like among them. Our choice: the
 * shipped one has 1,109, and a document of twenty pages in Word some 15,000; what a check costs grows with them.
 */
export const TEMPLATE_MAX_ELEMENTS = 50_000;

/** The most attributes in all the parts that a check reads. Our choice: Word writes about one an element. */
export const TEMPLATE_MAX_ATTRIBUTES = 100_000;

/** The most attributes of one element. Our choice: Word's own largest, a part's first, declares some 35 namespaces. */
export const ELEMENT_MAX_ATTRIBUTES = 100;

/**
 * How deep a template's elements may lie within each other. Our choice: text in a shape in a group in a table in a table
 * lies about 45 deep, and code that calls itself for each level stands a hundred times that.
 */
export const TEMPLATE_MAX_DEPTH = 100;

/** The most tags of a template. Our choice: the shipped one has 66, and a long one has each in a few places. */
export const TEMPLATE_MAX_TAGS = 1_000;

/** The longest tag, in characters between its braces. Our choice: `vedrørende` and `#oprindelsesside` are the longest. */
export const TEMPLATE_TAG_MAX = 100;

/**
 * The most characters that one department may add to the notat's XML, apart from what it writes. Our choice: the shipped
 * template adds fewer than 1,000, and a round's thousand departments must fit in `NOTAT_HEAP_MB`.
 */
export const TEMPLATE_DEPARTMENT_MAX = 20_000;

/** The most hindrances that are told of a template at a time. Our choice: more would not be read; the rest are counted. */
export const TEMPLATE_PROBLEMS_MAX = 40;

/** The most of a template's own words that are repeated with what is wrong with them, in characters. Our choice: a line or two. */
export const TEMPLATE_QUOTE_MAX = 100;

/**
 * How long the check of one template may take, in milliseconds. Our choice: several times what the worst that the other
 * limits let through takes, on a machine that is busy with other things; a person is told by a message of its own.
 */
export const TEMPLATE_CHECK_LIMIT_MS = 20_000;

/**
 * The heap of the thread that checks templates, in MiB. Our choice: the worst that the other limits let through needs
 * about half. Buffers are not in it, but those are bounded by `TEMPLATE_MAX_UNPACKED_BYTES`.
 */
export const TEMPLATE_CHECK_HEAP_MB = 256;

/**
 * How long writing one notat may take, in milliseconds. Our choice: the longest, a thousand answers of 10,000 characters,
 * takes about two seconds.
 */
export const NOTAT_LIMIT_MS = 30_000;

/** The heap of the thread that writes notats, in MiB. Our choice: the longest notat needs about half. */
export const NOTAT_HEAP_MB = 1_024;

/** How many templates may wait to be checked, and how many notats to be written. Our choice: what a person waits for. */
export const WORD_QUEUE_MAX = 8;

/** The longest file name kept. SharePoint's limit for a whole path is 400. */
export const FILE_NAME_MAX = 255;

/**
 * The most bytes of a request. Teams' messages are at most 100 KB as UTF-16, and an invoke carries one with a little
 * around it.
 */
export const BODY_MAX_BYTES = 256 * 1024;

/**
 * The most bytes of a request's headers, of its first line too. Node's own default, said here so that no flag changes it:
 * a connector's token takes 2 KB. How many headers there are follows from it.
 */
export const HEADERS_MAX_BYTES = 16 * 1024;

/**
 * How many bytes of a body that was refused are read and thrown away, so that the client gets to read its answer: a
 * connection that is closed with bytes unread is reset. Our choice: four times the largest body that is taken.
 */
export const REFUSED_BODY_MAX_BYTES = 1024 * 1024;

/**
 * The most entities and the most attachments of an activity. Our choice: a message can mention 20 people and tags and carry
 * 10 files in Teams' own clients, and connectors add some of their own.
 */
export const ENTITIES_MAX = 250;
export const ATTACHMENTS_MAX = 50;

/** The longest name of an invoke that is written to the log. Our choice: Teams' own have at most 35 characters. */
export const INVOKE_NAME_MAX = 64;

/** The longest token of a download link; one has about 200 characters. */
export const LINK_TOKEN_MAX = 1_000;

/**
 * How long a client may take to send a request, its headers and its body, in milliseconds; the bot's own work is not
 * counted. Our choice: the Bot Service itself gives up after 15 seconds.
 */
export const REQUEST_TIME_LIMIT_MS = 15_000;

/** How often requests that are on their way are held to that limit, in milliseconds; the limit counts it in. */
export const REQUEST_CHECK_MS = 1_000;

/**
 * How long a connection without a request is kept, in milliseconds. It must outlive the front ends', or they send a request
 * into a connection that is being closed, and answer 502: an Azure load balancer keeps one for 4 minutes unless it is told
 * otherwise (learn.microsoft.com, "Configure TCP reset and idle timeout"), others for one minute.
 */
export const KEEP_ALIVE_MS = 245_000;

/**
 * How long a connection may be silent while a request of it is answered, in milliseconds. Our choice: four times what the
 * Bot Service waits for an answer, and a client that takes none of its file for a minute does not want it.
 */
export const SILENT_ANSWER_MS = 60_000;

/**
 * The most connections of one process at a time; one more is closed at once. Our choice: some 40 MB when all are in use,
 * and more than a front end opens for a municipality.
 */
export const CONNECTIONS_MAX = 4_000;

/** The most addresses of an `X-Forwarded-For` that are looked at, from its end. Our choice: nobody has ten proxies. */
export const FORWARDED_MAX = 10;

/**
 * How many messages and presses of one person are carried out a minute, in one process. Our choice: two a second, for a
 * minute on end, which is twice what somebody manages who presses as fast as answers come.
 */
export const PERSON_ACTS_A_MINUTE = 120;

/**
 * How many requests of one address are refused a minute with the reason's own status, in one process; the rest get 429.
 * Our choice: one a second is a mistake, more is an attempt.
 */
export const REFUSALS_A_MINUTE = 60;

/**
 * How many health checks one address may ask for a minute, in one process. Our choice: ten a second. Probes come every few
 * seconds from each of a few places (App Service: once a minute; load balancers: 5 to 15 seconds apart).
 */
export const HEALTH_CHECKS_A_MINUTE = 600;

/**
 * How many notats one address may download a minute, in one process. Our choice: a municipality is often one address, and a
 * secretariat has some twenty people; each download is a document written anew.
 */
export const DOWNLOADS_A_MINUTE = 60;

/**
 * How many counters each of these limits keeps. Addresses and people share them by chance, so that memory has an end
 * however many addresses somebody has. Our choice: some 10 MB for each limit when all are in use.
 */
export const COUNTERS_MAX = 65_536;

/** How many lines a minute the log has of refusals for one reason. Our choice: enough to see it; the rest is counted. */
export const REFUSAL_LINES_A_MINUTE = 10;

/** The shortest time between two questions to the store about whether it is there, in milliseconds. */
export const READINESS_PAUSE_MS = 1_000;

/** How long readiness waits for the store, in milliseconds. Our choice: longer than one storage request may take (3 s). */
export const READINESS_TIME_LIMIT_MS = 5_000;

/** The most bytes of a connector's answer. Our choice: a person is 1 KB, and a page of a roster has at most 500 of them. */
export const CONNECTOR_ANSWER_MAX_BYTES = 1024 * 1024;

/**
 * The longest time that a service may ask to be left alone, in milliseconds: a day. Our choice: what it asks beyond that is
 * a mistake, and a timer cannot hold more than 24.8 days.
 */
export const RETRY_AFTER_MAX_MS = 24 * 60 * 60 * 1_000;
/**
 * The most pages of one query of the table. Our choice: a page has up to 1,000 rows, and no range of rows that the bot
 * reads at once has a tenth of a million; but a service may give short and empty pages in between.
 */
export const TABLE_PAGES_MAX = 1_000;

/** How deep a row's JSON may be nested. Our choice: the deepest that the bot writes is 6. */
export const JSON_DEPTH_MAX = 32;

/** The most parts of a file that are read, each of 300,000 bytes. Our choice: thirty times the largest template. */
export const FILE_PARTS_MAX = 210;

/** How many unreadable rows a process names in its log, one line each. Our choice: more than anyone mends by hand. */
export const UNREADABLE_ROWS_NAMED = 1_000;

/** How many unreadable rows are looked at again when readiness is asked for, each a request. Our choice. */
export const UNREADABLE_ROWS_LOOKED_AT = 20;
