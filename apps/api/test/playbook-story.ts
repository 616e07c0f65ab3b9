import { unzipSync } from 'fflate';
import { ImportRunner } from '../src/features/imports/public.js';
import type { TestApp } from './test-app.js';
import type { TestOrganization, TestPerson } from './world.js';

export type Folder = Record<string, string | Buffer>;

/** Brings the folder in as a playbook and publishes its draft as the next version. Answers the artifact's number. */
export async function publishedFolder(
  app: TestApp,
  house: TestOrganization,
  by: TestPerson,
  folder: Folder,
  source = 'our-way',
): Promise<{ number: number; version: number }> {
  const files = Object.entries(folder).map(([name, content]) => ({ name, content }));
  const order = { organizationId: house.id, kind: 'PLAYBOOK' as const, files, mapping: { source } };
  const report = await app.app.get(ImportRunner, { strict: false }).apply(order, { actorId: by.id });
  if (report.refused !== undefined) throw new Error(report.refused);
  return publishDraft(app, house, by, source);
}

/** Publishes the draft as its next version, without anybody's approval. */
export async function publishDraft(
  app: TestApp,
  house: TestOrganization,
  by: TestPerson,
  source: string,
): Promise<{ number: number; version: number }> {
  const [artifact] = await house.query<{ id: string; number: number; revision: number }>(
    `update artifacts a set approvals_needed = 0
       from playbook_sources s, artifact_drafts d
      where a.organization_id = $1 and s.organization_id = $1 and s.artifact_id = a.id and s.source = $2
        and d.organization_id = $1 and d.artifact_id = a.id
      returning a.id, a.number, d.revision`,
    [house.id, source],
  );
  if (artifact === undefined) throw new Error('No draft.');
  const { id, number, revision } = artifact;
  const reply = await app.graphql<{ publishVersion: { number: number } }>(
    by.cookie,
    `mutation { publishVersion(artifactId: "Artifact_${id}", revision: ${revision}, whatChanged: "As it came") { number } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return { number, version: reply.data.publishVersion.number };
}

/** What the address answers to the holder of the cookie; nobody's when null. */
export function fetched(
  app: TestApp,
  cookie: string | null,
  address: string,
): Promise<Awaited<ReturnType<TestApp['app']['inject']>>> {
  return app.app.inject({
    method: 'GET',
    url: address,
    headers: { ...(cookie && { cookie: `chapterhouse=${cookie}` }) },
  });
}

/** The files of a zip, by their paths. */
export function unzipped(zip: Uint8Array): Map<string, Buffer> {
  return new Map(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, Buffer.from(bytes)]));
}
