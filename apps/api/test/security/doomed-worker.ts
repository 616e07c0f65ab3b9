/** A worker process that a test kills in mid-job. Its input is the database's address. */
import 'reflect-metadata';
import { FEATURES } from '../../src/app.module.js';
import { testSettings } from '../test-settings.js';
import { startWorker } from '../../src/worker.js';
import { EffectJobModule } from './effect-job.js';

FEATURES.push(EffectJobModule);
const settings = testSettings();
// Its health is asked by nobody: any free port, beside other tests' workers.
await startWorker({ ...settings, port: 0 }, process.argv[2] ?? '');
