// Microsoft's own library against the stand-in: it takes its good token and refuses the bad ones, and its client's calls are answered as it expects.
//   node connector.mjs URL APP-ID GOOD-TOKEN OTHER-AUDIENCE UNKNOWN-KEY EXPIRED ACCOUNT
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, ConnectorClient, PasswordServiceClientCredentialFactory } = require('botframework-connector');
const [url, app, good, ...rest] = process.argv.slice(2);
const [bad, account] = [rest.slice(0, 3), rest[3]];
const serviceUrl = `${url}/teams/`, issuer = 'https://api.botframework.com';
console.error = () => {};

const authentication = BotFrameworkAuthenticationFactory.create('', true, 'https://login.microsoftonline.com/botframework.com', issuer, issuer, issuer, `${url}/metadata`,
  `${url}/metadata`, 'urn:botframework:azure', new PasswordServiceClientCredentialFactory(app, 'secret'), new AuthenticationConfiguration());
const activity = { type: 'message', channelId: 'msteams', serviceUrl, id: '1', conversation: { id: 'a:1' }, recipient: { id: `28:${app}` }, from: { id: account } };
await authentication.authenticateRequest(activity, `Bearer ${good}`);
for (const token of bad) {
  const refused = await authentication.authenticateRequest(activity, `Bearer ${token}`).then(() => false, () => true);
  if (!refused) throw new Error(`taken: ${token}`);
}

// The stand-in takes tokens that it has given; the library gets its own at an address that is not here.
const credentials = { signRequest: async (request) => { request.headers.set('authorization', 'Bearer bot-1'); return request; } };
const client = new ConnectorClient(credentials, { baseUri: serviceUrl });
const message = { type: 'message', text: 'hello', from: { id: `28:${app}` } };
const begun = await client.conversations.createConversation({ isGroup: false, bot: { id: `28:${app}` }, members: [{ id: account }], tenantId: 't',
  channelData: { tenant: { id: '7e4a4700-0000-4000-8000-000000000001' } } });
const sent = await client.conversations.sendToConversation(begun.id, message);
await client.conversations.replyToActivity(begun.id, sent.id, { ...message, replyToId: sent.id });
await client.conversations.updateActivity(begun.id, sent.id, { ...message, text: 'again' });
const member = await client.conversations.getConversationMember(begun.id, account);
const page = await client.conversations.getConversationPagedMembers(begun.id);
await client.conversations.deleteActivity(begun.id, sent.id);
if (member.id !== account || !page.members.some((one) => one.id === account)) throw new Error('members are not told');
console.log('all understood');
process.exit(0);
