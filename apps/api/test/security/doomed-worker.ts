/** A worker process that a test kills in mid-job. Its input is the database's address. */
import 'reflect-metadata';
import { FEATURES } from '../../src/app.module.js';
import { readSettings } from '../../src/platform/settings/settings.js';
import { startWorker } from '../../src/worker.js';
import { EffectJobModule } from './effect-job.js';

FEATURES.push(EffectJobModule);
await startWorker(readSettings({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), process.argv[2] ?? '');
