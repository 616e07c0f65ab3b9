import { createServer } from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { givenOptions, serveParent } from './server-process.mjs';

// The limit: a request changes one row and its body goes to everybody as it is.
const { databaseUrl, organizationId, impedimentId } = givenOptions();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    pool
      .query('update impediments set updated_at = now() where organization_id = $1 and id = $2', [organizationId, impedimentId])
      .then(
        () => {
          const text = Buffer.concat(chunks).toString();
          for (const socket of sockets.clients) socket.send(text);
          response.end('{}');
        },
        (error) => response.writeHead(500).end(String(error)),
      );
  });
});
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
