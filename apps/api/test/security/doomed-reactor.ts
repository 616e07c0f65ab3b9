/** A worker process that a test kills in the middle of a reaction. Its input is the database's address. */
import 'reflect-metadata';
import { FEATURES } from '../../src/app.module.js';
import { testSettings } from '../test-settings.js';
import { startWorker } from '../../src/worker.js';
import { ProbeReactionModule } from './probe-reaction.js';

FEATURES.push(ProbeReactionModule);
// Its health answers there: one port per process.
const PORT = String(20_000 + (process.pid % 20_000));
await startWorker(testSettings({ PORT }), process.argv[2] ?? '');
