import { Command } from 'commander';
import { DemoService } from '../features/demo/public.js';
import { withOperatorApp } from './operator-app.js';

/** `demo`: the fictional organization, to look at or to measure on. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('Create the fictional demo organization.')
    .option('--organization <slug>', 'its short name', 'harbourlight-demo')
    .option('--json', 'print one JSON object')
    .action(async ({ organization, json }: { organization: string; json?: boolean }) => {
      const counts = await withOperatorApp((app) => app.get(DemoService, { strict: false }).create(organization));
      console.log(
        json
          ? JSON.stringify({ organization, created: counts })
          : `Created ${organization}: ${Object.entries(counts)
              .map(([kind, count]) => `${count} ${kind}`)
              .join(', ')}.`,
      );
    });
}
