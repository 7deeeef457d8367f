// How fast activities are verified and acknowledged, and at which cost: SalesBot beside Microsoft's Agents SDK for Express, in turn, in one run.
//   node bench.mjs [--requests 6000] [--rounds 3] -- COMMAND THAT STARTS SALESBOT, such as: dotnet ../../src/SalesBot/bin/Release/net10.0/salesbot.dll
// Typing says that somebody writes: it is verified and acknowledged. A message is put on the disk before that, and answered meanwhile; the other one does nothing with it.
import { spawn } from 'node:child_process';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const split = process.argv.indexOf('--', 2);
const options = process.argv.slice(2, split < 0 ? undefined : split);
const command = split < 0 ? ['dotnet', join(here, '../../../src/SalesBot/bin/Release/net10.0/salesbot.dll')] : process.argv.slice(split + 1);
const option = (name, fallback) => Number(options[options.indexOf(`--${name}`) + 1] || fallback);
const [requests, rounds, concurrency] = [option('requests', 6000), option('rounds', 3), 32];
const app = 'b0700000-0000-4000-8000-00000000b07a', tenant = '7e4a4700-0000-4000-8000-000000000001';

// Microsoft's side: keys, tokens, and a connector that says yes to everything.
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256', endorsements: ['msteams'] };
const microsoft = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url.includes('keys') ? { keys: [jwk] } : request.url.includes('metadata') ? { jwks_uri: `${base}/keys` }
      : request.url.includes('token') ? { access_token: 'bench', expires_in: 3599 } : { id: '1', aadObjectId: 'x' }));
  });
});
await new Promise((done) => microsoft.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${microsoft.address().port}`, service = `${base}/teams/`, issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
const encoded = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
const token = (iss) => {
  const now = Math.floor(Date.now() / 1000);
  const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${encoded({ iss, aud: app, tid: tenant, serviceurl: service, nbf: now - 60, exp: now + 3600 })}`;
  return `Bearer ${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
};
const tokens = { 5393: token(issuer), 5394: token('https://api.botframework.com') };

let number = 0;
const activity = (type) => JSON.stringify({
  type, id: `${++number}`, timestamp: new Date().toISOString(), channelId: 'msteams', serviceUrl: service, text: type === 'message' ? 'thanks' : undefined,
  from: { id: `29:${number % 500}`, name: 'Somebody', aadObjectId: `0bec7000-0000-4000-8000-${String(number % 500).padStart(12, '0')}` },
  recipient: { id: `28:${app}`, name: 'SalesBot' }, conversation: { id: `a:${number % 500}`, conversationType: 'personal', tenantId: tenant },
  channelData: { tenant: { id: tenant } }, locale: 'en-US', textFormat: 'plain',
});

const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
const post = (port, body) => new Promise((done, fail) => {
  const request = http.request({ port, host: '127.0.0.1', path: '/api/messages', method: 'POST', agent,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization: tokens[port] } },
  (response) => { response.resume(); response.on('end', () => response.statusCode < 300 ? done() : fail(new Error(`status ${response.statusCode}`))); });
  request.on('error', fail);
  request.end(body);
});

const ticks = (pid) => { const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '); return Number(fields[11]) + Number(fields[12]); };

async function run(port, pid, type, count) {
  const bodies = Array.from({ length: count }, () => activity(type));
  const [before, began] = [ticks(pid), performance.now()];
  await Promise.all(Array.from({ length: concurrency }, async () => { while (bodies.length > 0) await post(port, bodies.pop()); }));
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: count / seconds, cpuMicroseconds: (ticks(pid) - before) * 10_000 / count };
}

async function start(name, port, words, env) {
  const child = spawn(words[0], words.slice(1), { stdio: 'ignore', env: { ...process.env, ...env } });
  let last;
  for (let tries = 0; tries < 200; tries++) {
    try { await post(port, activity('typing')); return child; } catch (error) { last = error; await new Promise((later) => setTimeout(later, 100)); }
  }
  child.kill();
  throw new Error(`${name} did not start: ${last}`);
}

const data = mkdtempSync(join(tmpdir(), 'salesbot-bench-'));
const sdk = await start('The Agents SDK', 5393, ['node', join(here, 'echo-agents.mjs')], { PORT: '5393', APP: app, TENANT: tenant, AUTHORITY: base, ISSUER: issuer });
const bot = await start('SalesBot', 5394, [...command, 'serve', '--urls', 'http://127.0.0.1:5394', '--data', data], {
  Teams__AppId: app, Teams__TenantId: tenant, Teams__ClientSecret: 'x', Teams__MetadataUrl: `${base}/metadata`, Teams__TokenUrl: `${base}/token`,
  Teams__ServiceUrl: service, Teams__AllowedServiceUrls__0: service, Messaging__PerPersonPerMinute: '1000000', Messaging__MaxWaiting: '1000000',
});
try {
  for (const type of ['typing', 'message']) {
    await run(5393, sdk.pid, type, requests);
    await run(5394, bot.pid, type, requests);
    const ratios = [];
    for (let round = 0; round < rounds; round++) {
      // A breath, so that what one has still to do does not slow down the other.
      const theirs = await run(5393, sdk.pid, type, requests);
      await new Promise((later) => setTimeout(later, 3000));
      const ours = await run(5394, bot.pid, type, requests);
      await new Promise((later) => setTimeout(later, 3000));
      ratios.push({ speed: ours.perSecond / theirs.perSecond, cpu: ours.cpuMicroseconds / theirs.cpuMicroseconds });
      console.log(`${type}: Agents SDK ${theirs.perSecond.toFixed(0)}/s at ${theirs.cpuMicroseconds.toFixed(0)} µs, SalesBot ${ours.perSecond.toFixed(0)}/s at ${ours.cpuMicroseconds.toFixed(0)} µs of CPU a request`);
    }
    const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
    console.log(`${type}: ${middle(ratios.map((one) => one.speed)).toFixed(1)} × as fast, ${middle(ratios.map((one) => one.cpu)).toFixed(2)} of the CPU (median of ${rounds})`);
  }
} finally {
  sdk.kill();
  bot.kill();
  microsoft.close();
  await new Promise((later) => bot.on('exit', later));
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
