import { createServer } from 'node:net';
import { built, settingsOf } from './built-product.mjs';
import { givenOptions, serveParent } from './server-process.mjs';

// The product's own server, with its own settings and logs, on a free port.
const { databaseUrl, secret, webFolder } = givenOptions();
const port = await freePort();
const { createHttpServer } = await built('http-server');
const app = await createHttpServer(await settingsOf({ databaseUrl, secret, port }), databaseUrl, webFolder);
await app.listen(port, '127.0.0.1');
serveParent(port, () => app.close());

/** Known before it listens: the port is part of the address that browsers name as their origin. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}
