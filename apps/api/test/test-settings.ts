import { readSettings, type Settings } from '../src/platform/settings/settings.js';

/**
 * Settings of an app under test: it is silent, and waits for a slow machine.
 * @param environment more settings, as environment variables
 */
export function testSettings(environment: Record<string, string> = {}): Settings {
  return readSettings({ LOG_LEVEL: 'silent', NODE_ENV: 'test', DATABASE_PATIENCE: '60', ...environment });
}
