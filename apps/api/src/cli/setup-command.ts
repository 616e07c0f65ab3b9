import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { FirstRunService } from '../features/organization/public.js';
import { withOperatorApp } from './operator-app.js';

interface SetupOptions {
  organization: string;
  name: string;
  admin: string;
  adminName?: string;
  timeZone: string;
  json?: boolean;
}

/** `setup`: an organization and its first administrator. The password comes from standard input, or is made and printed once. */
export function setupCommand(): Command {
  return new Command('setup')
    .description(
      'Create an organization and its first administrator; the password is read from standard input, or made and printed once.',
    )
    .requiredOption('--organization <slug>', 'short name in lower-case letters, digits, hyphens')
    .requiredOption('--name <text>', 'name of the organization')
    .requiredOption('--admin <email>', 'e-mail of the first administrator')
    .option('--admin-name <text>', 'name of the first administrator')
    .option('--time-zone <zone>', 'such as Europe/Lisbon', 'UTC')
    .option('--json', 'print one JSON object')
    .action(async (options: SetupOptions) => {
      const given = process.stdin.isTTY ? '' : (await text(process.stdin)).split('\n', 1)[0]?.trim();
      const password = given || randomBytes(15).toString('base64url');
      await withOperatorApp((app) =>
        app.get(FirstRunService, { strict: false }).create({
          name: options.name,
          slug: options.organization,
          timeZone: options.timeZone,
          administratorName: options.adminName ?? options.admin.split('@', 1)[0] ?? options.admin,
          administratorEmail: options.admin,
          password,
        }),
      );
      if (options.json)
        console.log(
          JSON.stringify({ organization: options.organization, admin: options.admin, ...(!given && { password }) }),
        );
      else
        console.log(
          `Created ${options.organization} with administrator ${options.admin}.${given ? '' : `\nPassword, shown once: ${password}`}`,
        );
    });
}
