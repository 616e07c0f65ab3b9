import { Command } from 'commander';
import { Database } from '../platform/database/database.js';
import { Verifications } from '../platform/events/verifications.js';
import { withOperatorApp } from './operator-app.js';
import { organizationOf } from './organization-option.js';

/** `verify`: does every row agree with its events? Exit code 1 when something does not. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Check that rows and event log of an organization agree.')
    .requiredOption('--organization <slug>')
    .option('--json', 'print one JSON object')
    .action(async ({ organization, json }: { organization: string; json?: boolean }) => {
      const found = await withOperatorApp(async (app) => {
        const organizationId = await organizationOf(app, organization);
        return app.get(Database).transaction({ organizationId, cause: 'cli' }, (tx) => app.get(Verifications).run(tx));
      });
      const problems = Object.values(found).flat();
      if (json) console.log(JSON.stringify({ ok: problems.length === 0, checks: found }));
      else
        for (const [check, wrong] of Object.entries(found))
          console.log(
            `${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${check}${wrong.map((line) => `\n      ${line}`).join('')}`,
          );
      if (problems.length > 0) process.exitCode = 1;
    });
}
