import { Controller, Get, HttpCode, HttpException, HttpStatus, Inject } from '@nestjs/common';
import { Database } from '../database/database.js';

/** Readiness asks the database, but never waits longer than this, in milliseconds. */
const READY_WITHIN_MS = 1500;

@Controller()
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The process runs. */
  @Get('livez')
  @HttpCode(HttpStatus.OK)
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers. 503 otherwise. */
  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('too late')), READY_WITHIN_MS);
    });
    try {
      await Promise.race([this.database.withoutOrganization('select 1'), tooLate]);
      return { status: 'ok' };
    } catch {
      throw new HttpException({ status: 'database away' }, HttpStatus.SERVICE_UNAVAILABLE);
    } finally {
      clearTimeout(timer);
    }
  }
}
