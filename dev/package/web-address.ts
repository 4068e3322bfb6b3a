import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** The longest domain name and the longest label in it (RFC 1035, 2.3.4). */
const DOMAIN_MAX = 253;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/u;

/** The ends of names that only one machine or one network knows (RFC 6761 and 6762). */
const NOT_PUBLIC = ['localhost', 'local'];

/** The longest address in the schema of the Teams manifest. */
const ADDRESS_MAX = 2048;

const NOT_A_WEBSITE =
  'must be a website that people can open from anywhere, and not localhost, an IP address or a name without a dot';

/**
 * What is wrong with the name of a website, as a phrase that can follow the name of an option.
 *
 * @param domain such as `www.kommune.dk`
 */
export function domainProblem(domain: string): string | undefined {
  if (isIP(domain) !== 0) return NOT_A_WEBSITE;
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  if (/[/\\:@?#\s]/u.test(domain) || domain.length > DOMAIN_MAX || !labels.every((label) => LABEL.test(label))) {
    // A name without a valid form has no labels.
    return 'must be a name alone, such as www.kommune.dk, without https://, a port or a path';
  }
  const last = labels.at(-1) ?? '';
  return labels.length < 2 || NOT_PUBLIC.includes(last) || /^\d+$/u.test(last) ? NOT_A_WEBSITE : undefined;
}

/** What is wrong with the address of a page, as a phrase that can follow the name of an option. */
export function addressProblem(address: string): string | undefined {
  if (address.length > ADDRESS_MAX) return `must have at most ${ADDRESS_MAX} characters`;
  if (!URL.canParse(address)) return 'must be the whole address of a page, such as https://www.kommune.dk/privatliv';
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== 'https:') return 'must begin with https://';
  if (port !== '' || username !== '' || password !== '') return 'must have no port and no name of a user';
  return domainProblem(hostname.replace(/^\[|\]$/gu, '')) === undefined ? undefined : NOT_A_WEBSITE;
}
