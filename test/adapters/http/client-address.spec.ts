import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { createClientAddresses } from '../../../src/adapters/http/client-address.js';
import { FORWARDED_MAX } from '../../../src/domain/limits.js';

const PROXIES = ['10.0.0.0/8', '192.0.2.1', 'fd00::/8'];

/** Which client a request from this address counts for. */
function clientOf(remoteAddress: string | undefined, forwarded?: string, trusted: readonly string[] = PROXIES): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  // No more of a request than is read.
  return createClientAddresses(trusted)({ socket: { remoteAddress }, headers } as unknown as IncomingMessage);
}

describe('the client that a request counts for', () => {
  type Case = readonly [what: string, client: string, remoteAddress: string | undefined, forwarded?: string];
  const CASES: readonly Case[] = [
    ['who is connected', '203.0.113.9', '203.0.113.9'],
    ['the same, as an IPv6 socket tells it', '203.0.113.9', '::ffff:203.0.113.9'],
    ['the same, in hexadecimals', '203.0.113.9', '::ffff:cb00:7109'],
    ['a subscriber’s network', '2001:db8:0:7::/64', '2001:db8:0:7:1:2:3:4'],
    ['the same network, shortened', '2001:db8:0:7::/64', '2001:db8:0:7::9'],
    ['a link’s own address', 'fe80:0:0:0::/64', 'fe80::1%eth0'],
    ['nobody known', 'unknown', undefined],
    ['a proxy that asks for itself', '10.1.2.3', '10.1.2.3'],

    ['whom a trusted proxy names', '203.0.113.9', '10.1.2.3', '203.0.113.9'],
    ['the same from a proxy on IPv6', '203.0.113.9', 'fd00::1', '203.0.113.9'],
    ['the same, the proxy’s address mapped', '203.0.113.9', '::ffff:10.1.2.3', '203.0.113.9'],
    ['the same with its port, as Azure writes it', '203.0.113.9', '10.1.2.3', '203.0.113.9:51234'],
    ['IPv6 with its port', '2001:db8:0:0::/64', '10.1.2.3', '[2001:db8::7]:51234'],
    ['IPv6 in brackets', '2001:db8:0:0::/64', '10.1.2.3', '[2001:db8::7]'],
    [
      'the last that is not a trusted proxy',
      '203.0.113.9',
      '10.1.2.3',
      '198.51.100.1, 203.0.113.9 ,192.0.2.1, 10.9.9.9',
    ],
    ['the farthest, where all are trusted', '10.4.4.4', '10.1.2.3', '10.4.4.4, 10.5.5.5'],

    ['the proxy, where it names nobody', '10.1.2.3', '10.1.2.3', ''],
    ['the proxy, where it names no address', '10.1.2.3', '10.1.2.3', '203.0.113.9, unknown'],
    ['the proxy before, where a name is too long', '10.1.2.3', '10.1.2.3', '9'.repeat(10_000)],
    ['who is connected and is not trusted', '203.0.113.9 for others', '203.0.113.9', '198.51.100.1'],
    ['the same, who says it is a proxy of ours', '203.0.113.9 for others', '203.0.113.9', '10.1.2.3'],
  ];
  for (const [what, client, remoteAddress, forwarded] of CASES) {
    it(`is ${what}`, () => {
      assert.equal(clientOf(remoteAddress, forwarded), client);
    });
  }

  it('is whoever is connected, where no proxy is trusted', () => {
    assert.equal(clientOf('10.1.2.3', '203.0.113.9', []), '10.1.2.3 for others');
  });

  it('is looked for no farther than the limit', () => {
    const proxies = (count: number) => Array.from({ length: count }, (_, index) => `10.0.0.${index}`).join(', ');
    assert.equal(clientOf('10.1.2.3', `203.0.113.9, ${proxies(FORWARDED_MAX - 1)}`), '203.0.113.9');
    assert.equal(clientOf('10.1.2.3', `203.0.113.9, ${proxies(FORWARDED_MAX)}`), '10.0.0.0');
  });
});
