import { createServer } from 'node:http';
import pg from 'pg';
import { DECISIONS } from './bare-decisions.sql.mjs';
import { givenOptions, serveParent } from './server-process.mjs';

// The limit: node's http and pg, one hand-written statement that builds the JSON, its text straight to the socket.
// Nobody signs in, nothing is checked, the owner of the tables asks: without row-level security, so its indexes serve.
const { databaseUrl, organizationId } = givenOptions();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () =>
    answer(Buffer.concat(chunks), response).catch((error) => response.writeHead(500).end(String(error))),
  );
});

/** The words as they are typed: all are finished but the last one. */
async function answer(asked, response) {
  const { filter } = JSON.parse(asked.toString()).variables;
  const words = filter.text.split(' ');
  const values = [organizationId, words.slice(0, -1).join(' '), words.at(-1)];
  const { rows } = await pool.query({ name: 'decisions', text: DECISIONS, values, rowMode: 'array' });
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
