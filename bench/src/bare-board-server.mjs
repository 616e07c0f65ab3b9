import { createServer } from 'node:http';
import pg from 'pg';
import { BOARD } from './bare-board.sql.mjs';
import { givenOptions, serveParent } from './server-process.mjs';

// The limit: node's http and pg, one hand-written statement that builds the JSON, its text straight to the socket.
// Nobody signs in, nothing is checked, the owner of the tables asks.
const { databaseUrl, organizationId, personId, permitted } = givenOptions();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
const values = [organizationId, personId, JSON.stringify(permitted)];

const server = createServer((request, response) => {
  request.resume();
  answer(response).catch((error) => response.writeHead(500).end(String(error)));
});

async function answer(response) {
  const { rows } = await pool.query({ name: 'board', text: BOARD, values, rowMode: 'array' });
  const body = Buffer.from(rows[0][0]);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
}

server.listen(0, '127.0.0.1', () =>
  serveParent(server.address().port, async () => {
    server.closeAllConnections();
    await pool.end();
  }),
);
