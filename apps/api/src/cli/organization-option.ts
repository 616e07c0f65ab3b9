import type { INestApplicationContext } from '@nestjs/common';
import { Doorways } from '../platform/auth/doorways.js';
import { StartError } from '../start-error.js';

/** The organization behind `--organization <slug>`. @throws StartError when there is none */
export async function organizationOf(app: INestApplicationContext, slug: string): Promise<string> {
  const [id] = await app.get(Doorways).find('slug', slug);
  if (!id)
    throw new StartError(
      `There is no organization "${slug}". Create it: npm run --silent cli -- setup --organization ${slug} --name "…" --admin you@example.org`,
    );
  return id;
}
