/*
 * How much of anything the bot takes, in one place. What comes from outside is held to its limit before a pattern, a
 * loop or a parser sees it. Lengths are in characters as JavaScript counts them (UTF-16 units), which is also what
 * `Input.Text.maxLength` counts. docs/architecture.md lists the limits, each with the spec that drives past it. What the
 * platforms themselves take stands where each is used: Table Storage's rows in adapters/table/entity-limits.ts, Teams'
 * messages in cards/card-size.ts.
 */

/**
 * The longest that any one text may be as it came, before it is cleaned. Our choice: ten times the longest text that is
 * taken, so that a text is refused for its words and not for its spaces, and little enough to fit in a request's body.
 */
export const RAW_TEXT_MAX = 100_000;

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
 * The longest text of each field of the round form. Our choice: together with a request card's own words they stay far
 * below Teams' 80 KB a message, and each fits a table property.
 */
export const ROUND_FORM_MAX = {
  title: 200,
  report: 200,
  reportLink: 1_000,
  question: 1_000,
  introduction: 4_000,
  caseNumber: 100,
  to: 200,
  from: 200,
  regarding: 300,
  kle: 100,
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

/** The longest file name kept. SharePoint's limit for a whole path is 400. */
export const FILE_NAME_MAX = 255;

/**
 * The most bytes of a request. Teams' messages are at most 100 KB as UTF-16, and an invoke carries one with a little
 * around it.
 */
export const BODY_MAX_BYTES = 256 * 1024;

/** The longest token of a download link; one has about 200 characters. */
export const LINK_TOKEN_MAX = 1_000;

/** How long a client may take to send a request, in milliseconds; the bot's own work is not counted. */
export const REQUEST_TIME_LIMIT_MS = 15_000;
