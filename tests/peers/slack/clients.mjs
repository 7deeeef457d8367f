// Slack's own clients against the stand-in for Slack that the project's tests use: what they do not understand, Slack would not have said.
//   node clients.mjs API_URL BOT_TOKEN APP_TOKEN      prints "connected" once the socket is open; ends when an envelope was acknowledged
import { WebClient } from '@slack/web-api';
import { SocketModeClient } from '@slack/socket-mode';
import assert from 'node:assert/strict';

const [slackApiUrl, botToken, appToken] = process.argv.slice(2);
const logger = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {}, getLevel: () => 'error' };
const web = new WebClient(botToken, { slackApiUrl, logger, retryConfig: { retries: 2, minTimeout: 10 } });

assert.equal((await web.auth.test()).bot_id, 'BBOT');
const posted = await web.chat.postMessage({
  channel: 'C1', text: 'hello', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*hello*' } }],
  metadata: { event_type: 'test', event_payload: { id: 'one' } },
});
assert.match(posted.ts, /^\d+\.\d{6}$/);
await web.chat.update({ channel: posted.channel, ts: posted.ts, text: 'changed' });
const history = await web.conversations.history({ channel: 'C1', include_all_metadata: true });
assert.equal(history.messages[0].text, 'changed');
assert.equal(history.messages[0].metadata.event_payload.id, 'one');
assert.match((await web.conversations.open({ users: 'UREP' })).channel.id, /^D/);
assert.equal((await web.users.info({ user: 'UREP' })).user.profile.real_name, 'Rita Rep');
await assert.rejects(web.users.info({ user: 'UNOBODY' }), /user_not_found/);
await assert.rejects(web.views.open({ trigger_id: 'none', view: { type: 'modal', title: { type: 'plain_text', text: 't' }, blocks: [] } }), /expired_trigger_id/);
await assert.rejects(new WebClient('xoxb-wrong', { slackApiUrl, logger }).auth.test(), /invalid_auth/);
await web.views.publish({ user_id: 'UREP', view: { type: 'home', blocks: [{ type: 'divider' }] } });

// The stand-in throttles the next post once.
const before = Date.now();
await web.chat.postMessage({ channel: 'C2', text: 'after a while' });
assert.ok(Date.now() - before >= 1000, 'the client waits as long as it is told');

const sockets = new SocketModeClient({ appToken, clientOptions: { slackApiUrl }, logger });
const arrived = new Promise((done) => sockets.on('slack_event', async ({ ack, body }) => {
  await ack();
  done(body);
}));
await sockets.start();
console.log('connected');
assert.equal((await arrived).event.type, 'app_mention');
await new Promise((later) => setTimeout(later, 200));
await sockets.disconnect();
console.log('all understood');
process.exit(0);
