// How fast requests are acknowledged, and at which cost: SalesBot beside an echo written with Slack's own Bolt, in turn, in one run.
//   node bench.mjs [--requests 15000] [--rounds 3] -- COMMAND THAT STARTS SALESBOT, such as: dotnet ../../src/SalesBot/bin/Release/net10.0/salesbot.dll
// Chatter is what people say among themselves in a channel where the bot sits; a question is said to the bot, and has to be on the disk before the acknowledgement.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
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
const [requests, rounds, concurrency] = [option('requests', 15000), option('rounds', 3), 32];
const secret = 'bench-secret', team = 'T1';

// Slack's side: says yes to everything.
const slack = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ts: '1795370000.000100', channel: 'C1', team_id: team, user_id: 'UBOT', bot_id: 'BBOT', user: { id: 'U1', team_id: team, name: 'u' } }));
  });
});
await new Promise((done) => slack.listen(0, '127.0.0.1', done));
const api = `http://127.0.0.1:${slack.address().port}/api/`;

let number = 0;
const event = (kind) => {
  const ts = `1795370000.${String(++number).padStart(6, '0')}`;
  const said = kind === 'chatter' ? { channel: `C${number % 50}`, channel_type: 'channel', text: 'see you at noon' }
    : { channel: `D${number % 500}`, channel_type: 'im', text: 'thanks' };
  return JSON.stringify({
    type: 'event_callback', team_id: team, api_app_id: 'A1', event_id: `Ev${number}`, event_time: 1795370000,
    authorizations: [{ team_id: team, user_id: 'UBOT', is_bot: true }], event: { type: 'message', user: `U${number % 500}`, ts, event_ts: ts, ...said },
  });
};

const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
const post = (port, body) => new Promise((done, fail) => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = 'v0=' + createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const request = http.request({ port, host: '127.0.0.1', path: '/slack/events', method: 'POST', agent,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } },
  (response) => { response.resume(); response.on('end', () => response.statusCode === 200 ? done() : fail(new Error(`status ${response.statusCode}`))); });
  request.on('error', fail);
  request.end(body);
});

const ticks = (pid) => { const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '); return Number(fields[11]) + Number(fields[12]); };

async function run(port, pid, kind, count) {
  const [before, began] = [ticks(pid), performance.now()];
  let left = count;
  await Promise.all(Array.from({ length: concurrency }, async () => { while (left-- > 0) await post(port, event(kind)); }));
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: count / seconds, cpuMicroseconds: (ticks(pid) - before) * 10_000 / count };
}

async function start(name, port, words, env) {
  const child = spawn(words[0], words.slice(1), { stdio: 'ignore', env: { ...process.env, ...env } });
  for (let tries = 0; tries < 300; tries++) {
    try { await post(port, JSON.stringify({ type: 'url_verification', challenge: 'x' })); return child; } catch { await new Promise((later) => setTimeout(later, 100)); }
  }
  child.kill();
  throw new Error(`${name} did not start`);
}

const data = mkdtempSync(join(tmpdir(), 'salesbot-bench-'));
const bolt = await start('Bolt', 5391, ['node', join(here, 'echo-bolt.mjs')], { PORT: '5391', API: api, SECRET: secret });
const bot = await start('SalesBot', 5392, [...command, 'serve', '--urls', 'http://127.0.0.1:5392', '--data', data], {
  Slack__SigningSecret: secret, Slack__BotToken: 'xoxb-bench', Slack__ApiUrl: api, Slack__MessagesPerSecondPerChannel: '1000', Messaging__PerPersonPerMinute: '1000000',
});
try {
  for (const kind of ['chatter', 'question']) {
    await run(5391, bolt.pid, kind, requests);
    await run(5392, bot.pid, kind, requests);
    const ratios = [];
    for (let round = 0; round < rounds; round++) {
      // A breath, so that what one has still to do does not slow down the other.
      const echo = await run(5391, bolt.pid, kind, requests);
      await new Promise((later) => setTimeout(later, 3000));
      const ours = await run(5392, bot.pid, kind, requests);
      await new Promise((later) => setTimeout(later, 3000));
      ratios.push({ speed: ours.perSecond / echo.perSecond, cpu: ours.cpuMicroseconds / echo.cpuMicroseconds });
      console.log(`${kind}: Bolt ${echo.perSecond.toFixed(0)}/s at ${echo.cpuMicroseconds.toFixed(0)} µs, SalesBot ${ours.perSecond.toFixed(0)}/s at ${ours.cpuMicroseconds.toFixed(0)} µs of CPU a request`);
    }
    const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
    console.log(`${kind}: ${middle(ratios.map((one) => one.speed)).toFixed(1)} × as fast, ${middle(ratios.map((one) => one.cpu)).toFixed(2)} of the CPU (median of ${rounds})`);
  }
} finally {
  bolt.kill();
  bot.kill();
  slack.close();
  await new Promise((later) => bot.on('exit', later));
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
