import type { Readable } from 'node:stream';
import type { TestApp } from '../test-app.js';
import { until } from '../waiting.js';
import type { TestOrganization, TestPerson } from '../world.js';
import { type Child, start } from './child-process.js';

export interface ImportRow extends Record<string, unknown> {
  state: string;
  progress_done: number;
  progress_total: number;
}

interface Uploaded {
  id: string;
  version: number;
}

/** The only import of an organization, and the workers that do it, one after the other. */
export class ImportedFile {
  private readonly workers: Child[] = [];

  constructor(
    private readonly app: TestApp,
    readonly house: TestOrganization,
    private readonly admin: TestPerson,
  ) {}

  static async begin(app: TestApp): Promise<ImportedFile> {
    const house = await app.world.organization('Harbour');
    return new ImportedFile(app, house, await house.administrator('Ada'));
  }

  /** Uploads, previews, and asks for it to be applied. @param query `kind=PLAYBOOK&name=way.zip` */
  async apply(query: string, payload: Buffer | Readable): Promise<void> {
    const reply = await this.app.app.inject({
      method: 'POST',
      url: `/files/imports?${query}`,
      headers: {
        'content-type': 'application/octet-stream',
        'x-chapterhouse': 'web',
        cookie: `chapterhouse=${this.admin.cookie}`,
      },
      payload,
    });
    if (reply.statusCode !== 201) throw new Error(reply.body);
    const { id, version } = JSON.parse(reply.body) as Uploaded;
    const previewed = await this.act(`previewImport(id: "${id}", version: ${version}, mapping: {})`);
    await this.act(`applyImport(id: "${id}", version: ${previewed.version})`);
  }

  work(): Child {
    const worker = start('import-worker.ts', [this.app.databaseUrl]);
    this.workers.push(worker);
    return worker;
  }

  async row(): Promise<ImportRow> {
    const [found] = await this.house.query<ImportRow>('select state, progress_done, progress_total from imports');
    if (!found) throw new Error('No import.');
    return found;
  }

  /** Looks often, so that a worker can be killed in the middle. @returns the row for which it first holds */
  async until(holds: (row: ImportRow) => boolean, patienceMs?: number): Promise<ImportRow> {
    let row = await this.row();
    await until(async () => holds((row = await this.row())), patienceMs);
    return row;
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.kill()));
  }

  private async act(mutation: string): Promise<{ version: number }> {
    const reply = await this.app.graphql<Record<'done', { version: number }>>(
      this.admin.cookie,
      `mutation { done: ${mutation} { version } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.done;
  }
}
