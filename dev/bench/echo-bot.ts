import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { MemoryStorage } from 'botbuilder';
import restify from 'restify';

// The least a Teams AI bot can be: state in memory, every message sent back. What our turns are measured against.
const adapter = new TeamsAdapter({});
const application = new Application({
  adapter,
  storage: new MemoryStorage(),
  startTypingTimer: false,
});
application.activity('message', async (context) => {
  await context.sendActivity(`You said: ${context.activity.text}`);
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response as never, async (context) => {
    await application.run(context);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ msg: 'ready', port: server.address().port }));
});
