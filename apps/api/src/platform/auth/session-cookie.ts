import { parse } from 'cookie';
import '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Settings } from '../settings/settings.js';
import { SETTINGS } from '../settings/settings-token.js';

const THIRTY_DAYS_IN_SECONDS = 30 * 24 * 3600;

/** The session's cookie: out of scripts' reach, same site only, bound to the host where the address is https. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.secure = settings.publicUrl.startsWith('https://');
    this.name = this.secure ? '__Host-chapterhouse' : 'chapterhouse';
  }

  read(header: string | undefined): string | undefined {
    return header ? parse(header)[this.name] : undefined;
  }

  set(reply: FastifyReply | undefined, secret: string): void {
    void reply?.setCookie(this.name, secret, { ...this.options(), maxAge: THIRTY_DAYS_IN_SECONDS });
  }

  clear(reply: FastifyReply | undefined): void {
    void reply?.clearCookie(this.name, this.options());
  }

  private options(): { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure };
  }
}
