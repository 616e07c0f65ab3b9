import { createServer } from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { givenOptions, serveParent } from './server-process.mjs';

// The limit: a request changes one row and its body goes to everybody as it is.
const { databaseUrl, organizationId, impedimentId } = givenOptions();
const CHANGE = 'update impediments set updated_at = now() where organization_id = $1 and id = $2';
const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
const server = createServer((request, response) => {
  change(request, response).catch((error) => response.writeHead(500).end(String(error)));
});

async function change(request, response) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  await pool.query(CHANGE, [organizationId, impedimentId]);
  for (const socket of sockets.clients) socket.send(text);
  response.end('{}');
}

const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) => {
  // As much of the protocol as the viewers need.
  socket.on('message', (data) => {
    if (String(data).includes('connection_init')) socket.send('{"type":"connection_ack"}');
  });
});
server.listen(0, '127.0.0.1', () =>
  serveParent(server.address().port, async () => {
    for (const socket of sockets.clients) socket.terminate();
    await pool.end();
  }),
);
