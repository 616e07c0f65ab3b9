import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Settings } from '../settings/settings.js';
import { SETTINGS } from '../settings/settings-token.js';

/** Pages of which sites may talk to this api with people's cookies: its own, and in the trial this machine's names for it. */
@Injectable()
export class OwnOrigins {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** @param origin the `Origin` header; absent is not ours, the caller decides whether absence is fine */
  has(origin: string | undefined): boolean {
    if (origin === undefined) return false;
    if (origin === this.settings.publicUrl) return true;
    if (this.settings.environment === 'development' && LOOPBACK.test(origin)) return true;
    const port = this.settings.trial ? this.listeningPort() : undefined;
    return port !== undefined && (origin === `http://localhost:${port}` || origin === `http://127.0.0.1:${port}`);
  }

  private listeningPort(): number | undefined {
    const server: { address(): unknown } = this.host.httpAdapter.getHttpServer();
    const address = server.address();
    if (typeof address !== 'object' || address === null || !('port' in address)) return undefined;
    return typeof address.port === 'number' ? address.port : undefined;
  }
}

/** The web's development server has a port of its own. */
const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1):\d{1,5}$/u;
