import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { FORWARDED_MAX } from '../../domain/limits.js';

/**
 * Names the client that a request counts for. All addresses of one client give the same name. The name is an IPv4
 * address, also where the address came as IPv6, or the first 64 bits of an IPv6 address, because a subscriber is given
 * all addresses with the same 64 bits.
 *
 * `X-Forwarded-For` is read from its end, one address for each trusted proxy. A proxy that is not trusted is itself the
 * client. The requests that it forwards count apart from its own, so that clients behind a load balancer cannot use up
 * the limit of the balancer's own health checks.
 *
 * @param trustedProxies addresses, or networks such as `10.0.0.0/8`
 */
export function createClientAddresses(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) trust(trusted, proxy);
  return ({ socket, headers }) => {
    const nearest = parseAddress(socket.remoteAddress ?? '');
    // A connection that has ended has no address any more.
    if (nearest === undefined) return 'unknown';
    const { 'x-forwarded-for': forwarded } = headers;
    if (forwarded === undefined) return clientOf(nearest);
    if (!isTrusted(trusted, nearest)) return `${clientOf(nearest)} for others`;
    return clientOf(farthestKnown(trusted, nearest, String(forwarded)));
  };
}

/** The client that the last trusted proxy saw. Anyone can have made up the entries before that one. */
function farthestKnown(trusted: BlockList, nearest: string, forwarded: string): string {
  let known = nearest;
  for (const entry of forwarded.split(',').slice(-FORWARDED_MAX).reverse()) {
    if (!isTrusted(trusted, known)) break;
    const address = parseAddress(entry.trim());
    if (address === undefined) break;
    known = address;
  }
  return known;
}

/** The address without a zone and without the port that some proxies add. An IPv4 address in IPv6 form becomes IPv4. */
function parseAddress(text: string): string | undefined {
  const bare =
    /^\[(?<v6>[^\]]+)\](?::\d+)?$/u.exec(text)?.groups?.['v6'] ?? /^(?<v4>[\d.]+):\d+$/u.exec(text)?.groups?.['v4'];
  const [address = ''] = (bare ?? text).split('%');
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : undefined;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.') : address;
}

function clientOf(address: string): string {
  if (isIP(address) === 4) return address;
  return `${groupsOf(address)
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const numbers = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [first, last] = [numbers(head), numbers(tail)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

function isTrusted(trusted: BlockList, address: string): boolean {
  return trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function trust(trusted: BlockList, proxy: string): void {
  const [address = '', prefix] = proxy.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (prefix === undefined) trusted.addAddress(address, family);
  else trusted.addSubnet(address, Number(prefix), family);
}
