// The smallest bot that Bolt's guide shows: it says again what was said to it.
import bolt from '@slack/bolt';

const app = new bolt.App({
  signingSecret: process.env.SECRET, token: 'xoxb-bench', clientOptions: { slackApiUrl: process.env.API }, logLevel: bolt.LogLevel.ERROR,
});
app.message(async ({ message, say }) => {
  if (message.channel_type === 'im')
    await say(message.text);
});
await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
