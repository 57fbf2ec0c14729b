import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './folder.ts';

/** Forbids everything with which Node.js reaches a network, and writes down who tried. Pipes and terminals stay as they are. */
const guard = `
const { appendFileSync } = require('node:fs');
const forbid = (owner, names, label) => {
  for (const name of names) {
    if (typeof owner?.[name] !== 'function') continue;
    Object.defineProperty(owner, name, { configurable: true, writable: true, value: () => {
      appendFileSync(process.env.NETWORK_CALLS, label + '.' + name + '\\n');
      throw new Error('no network: ' + label + '.' + name);
    } });
  }
};
const net = require('node:net');
forbid(net, ['connect', 'createConnection', 'createServer'], 'net');
forbid(net.Socket.prototype, ['connect'], 'Socket');
forbid(net.Server.prototype, ['listen'], 'Server');
forbid(require('node:dgram'), ['createSocket'], 'dgram');
const dns = require('node:dns');
const asks = (name) => /^(?:lookup|resolve|reverse)/.test(name);
for (const owner of [dns, dns.promises, dns.Resolver.prototype]) forbid(owner, Object.keys(owner).filter(asks), 'dns');
for (const name of ['http', 'https']) forbid(require('node:' + name), ['request', 'get', 'createServer'], name);
forbid(require('node:http2'), ['connect', 'createServer', 'createSecureServer'], 'http2');
forbid(require('node:tls'), ['connect', 'createServer'], 'tls');
forbid(globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'], 'global');
`;

/** What a Node.js process is started with so that it has no network, and the calls that it made all the same. */
export function forbidNetwork(): { readonly environment: Readonly<Record<string, string>>; readonly listCalls: () => string[] } {
  const folder = makeFolder({ 'guard.cjs': guard });
  const calls = join(folder, 'calls');
  return {
    environment: { NODE_OPTIONS: `--require=${join(folder, 'guard.cjs')}`, NETWORK_CALLS: calls },
    listCalls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []),
  };
}
