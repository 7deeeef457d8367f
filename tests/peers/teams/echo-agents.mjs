// The smallest agent that Microsoft's SDK for Express hosts: it takes what is said to it, and says nothing.
import { ActivityHandler, CloudAdapter, getAuthConfigWithDefaults } from '@microsoft/agents-hosting';
import { startServer } from '@microsoft/agents-hosting-express';

const authConfig = getAuthConfigWithDefaults({
  clientId: process.env.APP, tenantId: process.env.TENANT, clientSecret: 'x', authorityEndpoint: process.env.AUTHORITY, issuers: [process.env.ISSUER],
});
const adapter = new CloudAdapter(authConfig);
// It would get itself a token for the connector first; its library takes none from a directory without https, and it has nothing to say.
adapter.createConnectorClientWithIdentity = async () => ({});
adapter.createUserTokenClient = async () => ({});
const handler = new ActivityHandler();
handler.onMessage(async (context, next) => next());
startServer({ adapter, run: (context) => handler.run(context) }, { port: Number(process.env.PORT), authConfig });
