/** An api process that a test kills. Its argument is the database's address; it prints where it listens. */
import 'reflect-metadata';
import { FEATURES } from '../../src/app.module.js';
import { createHttpServer } from '../../src/http-server.js';
import { testSettings } from '../test-settings.js';
import { WritesModule } from './writes.js';

FEATURES.push(WritesModule);
const app = await createHttpServer(testSettings(), process.argv[2] ?? '');
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
