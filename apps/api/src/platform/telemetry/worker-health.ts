import { createServer, type Server } from 'node:http';
import type { Database } from '../database/database.js';
import { isReady } from './readiness.js';

/** `/livez` and `/readyz` of a process that serves nothing else. */
export function serveHealth(database: Database, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    const reply = (status: number): void => void response.writeHead(status, { 'content-type': 'text/plain' }).end();
    if (request.url === '/livez') reply(200);
    else if (request.url === '/readyz') void isReady(database).then((ready) => reply(ready ? 200 : 503));
    else reply(404);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
