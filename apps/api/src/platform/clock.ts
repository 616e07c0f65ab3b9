import { Injectable } from '@nestjs/common';

/** The one source of "now" in the api; tests put their own in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
