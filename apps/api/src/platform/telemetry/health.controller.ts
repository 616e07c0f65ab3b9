import { Controller, Get, HttpException, HttpStatus, Inject } from '@nestjs/common';
import { Database } from '../database/database.js';
import { isReady } from './readiness.js';

@Controller()
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The process runs. */
  @Get('livez')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers. 503 otherwise. */
  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    if (await isReady(this.database)) return { status: 'ok' };
    throw new HttpException({ status: 'database away' }, HttpStatus.SERVICE_UNAVAILABLE);
  }
}
