/** A worker process that a test kills while it escalates: all is written, nothing committed. Its input: the database's address, an organization, a moment. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { WakeClocks } from '../../src/features/impediments/clocks/wake-clocks.js';
import { EventLog } from '../../src/platform/events/event-log.js';
import { testSettings } from '../test-settings.js';

const [databaseUrl = '', organizationId = '', at = ''] = process.argv.slice(2);
const settings = testSettings();
const app = await NestFactory.createApplicationContext(
  AppModule.forRoot(settings, databaseUrl, { introspection: false }),
  { logger: false, abortOnError: false },
);
const events = app.get(EventLog);
const append = events.append.bind(events);
events.append = async (tx, ...written) => {
  await append(tx, ...written);
  process.stdout.write('written\n');
  await new Promise(() => {
    // Never: it is killed here.
    setInterval(() => {}, 60_000);
  });
};
await app.get(WakeClocks).wake(organizationId, new Date(at));
