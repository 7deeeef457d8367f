// The smallest agent that Microsoft's SDK for Express hosts: it takes what is said to it, and says nothing.
import { ActivityHandler } from '@microsoft/agents-hosting';
import { startServer } from '@microsoft/agents-hosting-express';

const agent = new ActivityHandler();
agent.onMessage(async (context, next) => next());
startServer(agent, {
  port: Number(process.env.PORT),
  authConfig: { clientId: process.env.APP, tenantId: process.env.TENANT, clientSecret: 'x', authorityEndpoint: process.env.AUTHORITY, issuers: [process.env.ISSUER] },
});
