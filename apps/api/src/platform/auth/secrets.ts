import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../settings/settings.js';
import { SETTINGS } from '../settings/settings-token.js';
import { newSecret, readSecret, type SecretToken } from './session-token.js';

/** Makes and reads secrets with this installation's key: a new SESSION_SECRET ends every session and open invitation. */
@Injectable()
export class Secrets {
  private readonly key: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.key = settings.sessionSecret ?? 'the trial has no secret of its own';
  }

  create(organizationId: string): SecretToken & { text: string } {
    return newSecret(organizationId, this.key);
  }

  read(text: string | undefined): SecretToken | undefined {
    return readSecret(text, this.key);
  }
}
