/** A worker process that a test kills in the middle of an import. Its input is the database's address. */
import 'reflect-metadata';
import { readSettings } from '../../src/platform/settings/settings.js';
import { startWorker } from '../../src/worker.js';

await startWorker(readSettings({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), process.argv[2] ?? '');
