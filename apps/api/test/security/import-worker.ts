/** A worker process that a test kills in the middle of an import. Its input is the database's address. */
import 'reflect-metadata';
import { testSettings } from '../test-settings.js';
import { startWorker } from '../../src/worker.js';

const settings = testSettings();
// Its health is asked by nobody: any free port, beside other tests' workers.
await startWorker({ ...settings, port: 0 }, process.argv[2] ?? '');
