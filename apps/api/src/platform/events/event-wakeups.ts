import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { EVENTS_CHANNEL, EventTail } from './event-tail.js';

const RECONNECT_MS = 500;

/** Hears commits of other processes by LISTEN, and comes back when its connection is lost. */
@Injectable()
export class EventWakeups implements OnApplicationBootstrap, OnApplicationShutdown {
  private client: pg.Client | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    @Inject('DATABASE_ADDRESS') private readonly address: string,
    @Inject(EventTail) private readonly tail: EventTail,
  ) {}

  onApplicationBootstrap(): void {
    void this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({
      connectionString: this.address,
      application_name: 'chapterhouse-listen',
      options: '-c role=chapterhouse_app',
    });
    this.client = client;
    client.on('notification', ({ payload }) => payload && this.tail.woken(payload));
    client.on('error', () => client.end().catch(() => undefined));
    client.on('end', () => this.later());
    try {
      await client.connect();
      await client.query(`listen ${EVENTS_CHANNEL}`);
    } catch {
      await client.end().catch(() => undefined);
      this.later();
    }
  }

  private later(): void {
    if (this.stopped) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), RECONNECT_MS);
    this.retry.unref();
  }
}
