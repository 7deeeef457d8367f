// How fast activities are verified and acknowledged, and at which cost: SalesBot beside Microsoft's Agents SDK for Express and the Bot Framework SDK as it
// comes, in turn, in one run; with --before DLL beside an older SalesBot, too.
//   dotnet build -c Release stock && node bench.mjs [--requests 6000] [--rounds 3] [--before OLD/salesbot.dll] -- COMMAND THAT STARTS SALESBOT, such as: dotnet ../../src/SalesBot/bin/Release/net10.0/salesbot.dll
// Typing says that somebody writes: it is verified and acknowledged. A message is put on the disk before that, and answered meanwhile; Microsoft's do nothing with it.
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
    response.end(JSON.stringify(request.url.includes('keys') ? { keys: [jwk] } : request.url.includes('metadata') ? {
        issuer: 'https://api.botframework.com', jwks_uri: `${base}/keys` }
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
const agents = 5393, ours = 5394, stock = 5395, earlier = 5396;
const channel = token('https://api.botframework.com');
const tokens = { [agents]: token(issuer), [ours]: channel, [stock]: channel, [earlier]: channel };

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

const before = options.includes('--before') ? options[options.indexOf('--before') + 1] : undefined;
const folders = [];
const salesBot = (name, port, words) => {
  folders.push(mkdtempSync(join(tmpdir(), 'salesbot-bench-')));
  return start(name, port, [...words, 'serve', '--urls', `http://127.0.0.1:${port}`, '--data', folders.at(-1)], {
    Teams__AppId: app, Teams__TenantId: tenant, Teams__ClientSecret: 'x', Teams__MetadataUrl: `${base}/metadata`, Teams__TokenUrl: `${base}/token`,
    Teams__ServiceUrl: service, Teams__AllowedServiceUrls__0: service, Messaging__PerPersonPerMinute: '1000000', Messaging__MaxWaiting: '1000000',
  });
};
const hosts = [
  { name: 'SalesBot', port: ours, child: await salesBot('SalesBot', ours, command) },
  { name: 'Agents SDK', port: agents, child: await start('The Agents SDK', agents, ['node', join(here, 'echo-agents.mjs')],
    { PORT: `${agents}`, APP: app, TENANT: tenant, AUTHORITY: base, ISSUER: issuer }) },
  { name: 'Bot Framework SDK', port: stock, child: await start('The Bot Framework SDK', stock, ['dotnet', join(here, 'stock/bin/Release/net10.0/stock.dll')], {
    ASPNETCORE_URLS: `http://127.0.0.1:${stock}`, MicrosoftAppType: 'SingleTenant', MicrosoftAppId: app, MicrosoftAppPassword: 'x',
    MicrosoftAppTenantId: tenant, ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com', ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com', ToBotFromChannelOpenIdMetadataUrl: `${base}/metadata`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${base}/metadata`, CallerId: 'urn:botframework:azure' }) },
  ...before ? [{ name: 'SalesBot before', port: earlier, child: await salesBot('SalesBot before', earlier, ['dotnet', before]) }] : [],
];
const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
try {
  for (const type of ['typing', 'message']) {
    for (const host of hosts) await run(host.port, host.child.pid, type, requests);
    const ratios = Object.fromEntries(hosts.slice(1).map((host) => [host.name, []]));
    for (let round = 0; round < rounds; round++) {
      const figures = {};
      for (const host of hosts) {
        figures[host.name] = await run(host.port, host.child.pid, type, requests);
        // A breath, so that what one has still to do does not slow down the next.
        await new Promise((later) => setTimeout(later, 3000));
      }
      console.log(`${type}: ${Object.entries(figures).map(([name, one]) => `${name} ${one.perSecond.toFixed(0)}/s at ${one.cpuMicroseconds.toFixed(0)} µs`).join(', ')}`);
      const own = figures.SalesBot;
      for (const [name, all] of Object.entries(ratios))
        all.push({ speed: own.perSecond / figures[name].perSecond, cpu: own.cpuMicroseconds / figures[name].cpuMicroseconds });
    }
    for (const [name, all] of Object.entries(ratios))
      console.log(`${type}: ${middle(all.map((one) => one.speed)).toFixed(2)} × as fast as ${name}, at ${middle(all.map((one) => one.cpu)).toFixed(2)} of its CPU (median of ${rounds})`);
  }
} finally {
  hosts.forEach((host) => host.child.kill());
  microsoft.close();
  await Promise.all(hosts.filter((host) => host.name.startsWith('SalesBot')).map((host) => new Promise((later) => host.child.on('exit', later))));
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
}
process.exit(0);
