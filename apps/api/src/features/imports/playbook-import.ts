import { KEPT_WHY_WORDS } from '@chapterhouse/domain/communities/playbook-update';
import { type ImportEffect, ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { folderOf, type PlaybookMapping, readPlaybookMapping } from '@chapterhouse/domain/imports/playbook-mapping';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { ImportPlaybook, type PlannedUpdate, UpdatePlaybook } from '../communities/public.js';
import type { ImportOrder, PlannedImport, ReadImport } from './import-kind.js';
import { NOTHING, refuseMapping } from './organization-import.js';
import { type PlaybookFiles, readPlaybookFiles } from './readers/playbook-files-reader.js';

/** A community that a playbook may belong to. */
interface Shelf extends Record<string, unknown> {
  id: string;
  name: string;
}

/** Imports of playbooks: a folder of markdown with its pictures, the first time and later. */
@Injectable()
export class PlaybookImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImportPlaybook) private readonly create: ImportPlaybook,
    @Inject(UpdatePlaybook) private readonly update: UpdatePlaybook,
  ) {}

  /** @throws INVALID_INPUT for a mapping that makes no sense */
  async read({
    organizationId,
    files,
    mapping: wanted,
  }: Pick<ImportOrder, 'organizationId' | 'files' | 'mapping'>): Promise<ReadImport> {
    const tally = new ImportTally();
    const early = readPlaybookMapping(wanted, { source: 'playbook', title: 'Playbook' });
    refuseMapping(early.problems);
    const found = await readPlaybookFiles(files, folderOf(early.mapping), tally);
    const usual = { source: found.source, title: found.read.title || found.source };
    const { mapping } = readPlaybookMapping(wanted, usual);
    const { shelves, playbooks } = await this.database.transaction({ organizationId }, async (tx) => ({
      shelves: await shelvesOf(tx),
      playbooks: await this.update.known(tx),
    }));
    return {
      choices: {
        communities: shelves.map(({ id, name }) => ({ id: globalId('Community', id), name })),
        /** Those that came before: of the same source it is the newer folder of one of them. */
        playbooks,
        folder: found.read.folder,
        counts: found.read.counts,
        broken: found.read.broken.length,
        defaults: readPlaybookMapping({}, usual).mapping,
      },
      mapping,
      tally,
      plan: (tx) => this.plan(tx, found, mapping, tally),
    };
  }

  private async plan(
    tx: Tx,
    { read }: PlaybookFiles,
    mapping: PlaybookMapping,
    tally: ImportTally,
  ): Promise<PlannedImport> {
    if (tally.isRefused) return NOTHING;
    const planned = await this.update.plan(tx, read, mapping.source);
    if (planned !== undefined) return this.newer(tx, planned, tally);
    const community = shelfOf(await shelvesOf(tx), mapping);
    const problem = await this.problemOf(tx, community, read);
    if (typeof community === 'string' || problem !== null) {
      tally.refuse('mapping', problem ?? String(community));
      return NOTHING;
    }
    const note = (kind: string, key: string, title: string): void =>
      tally.note({ effect: 'create', kind, key, title, details: '' });
    if ('name' in community) note('community', community.name, community.name);
    note('playbook', mapping.source, mapping.title);
    for (const { path, title, file } of read.pages) note('page', file ?? path, title);
    for (const { file } of read.pictures) note('picture', file, file);
    const playbook = { read, source: mapping.source, title: mapping.title, community };
    return {
      total: read.pages.length + read.pictures.length,
      apply: async (tx, step) => {
        await this.create.create(tx, { ...playbook, approvalsNeeded: mapping.approvalsNeeded }, step);
      },
    };
  }

  private async problemOf(
    tx: Tx,
    community: ReturnType<typeof shelfOf>,
    { pictures }: PlaybookFiles['read'],
  ): Promise<string | null> {
    if (typeof community === 'string') return community;
    if ('name' in community && (await this.create.founder(tx)) === null)
      return 'A playbook belongs to a community, and nobody is here to found one: name an administrator first.';
    return this.create.roomFor(
      tx,
      pictures.reduce((sum, { content }) => sum + content.byteLength, 0),
    );
  }

  private async newer(tx: Tx, planned: PlannedUpdate, tally: ImportTally): Promise<PlannedImport> {
    const { artifact, pictures } = planned;
    const fresh = pictures.reduce((sum, { content }) => sum + (content?.byteLength ?? 0), 0);
    const problem = artifact.isClosed
      ? `A-${artifact.number} is of the community ${artifact.communityName}, which is closed: open it again, or archive A-${artifact.number}.`
      : await this.create.roomFor(tx, fresh);
    if (problem !== null && !planned.isIdle) {
      tally.refuse('mapping', problem);
      return NOTHING;
    }
    const note = (effect: ImportEffect, kind: string, key: string, title: string): void =>
      tally.note({ effect, kind, key, title, details: '' });
    note(planned.isIdle ? 'unchanged' : 'update', 'playbook', planned.source.source, `A-${planned.artifact.number}`);
    for (const fate of planned.fates) {
      if (fate.effect === 'end') note('end', 'page', fate.file ?? fate.path, fate.path);
      else if (fate.effect !== 'keep') note(fate.effect, 'page', fate.page.file ?? fate.page.path, fate.page.title);
      else {
        note('unchanged', 'page', fate.file ?? fate.path, fate.path);
        if (fate.why !== 'CHANGED_HERE') tally.problem(fate.file ?? fate.path, KEPT_WHY_WORDS[fate.why]);
      }
    }
    for (const { file, content } of planned.pictures)
      note(content === null ? 'unchanged' : 'create', 'picture', file, file);
    if (planned.isIdle) return NOTHING;
    return {
      total: planned.fates.length + planned.pictures.length,
      apply: (tx, step) => this.update.apply(tx, planned, step),
    };
  }
}

function shelvesOf(tx: Tx): Promise<Shelf[]> {
  return tx.query<Shelf>(
    'select id, name from communities where organization_id = $1 and closed_at is null order by lower(name)',
    [tx.organizationId],
  );
}

/** The community that is meant, one to be founded, or what to do about it. */
function shelfOf(
  shelves: readonly Shelf[],
  { community, title }: PlaybookMapping,
): { id: string } | { name: string } | string {
  const named = (name: string): { id: string } | undefined =>
    idOf(
      shelves.find(
        (shelf) => shelf.name.toLowerCase() === name.toLowerCase() || globalId('Community', shelf.id) === name,
      ),
    );
  if (community !== null) return named(community) ?? { name: community };
  const only = shelves.length === 1 ? idOf(shelves[0]) : named(title);
  if (shelves.length === 0) return { name: title };
  return only ?? 'Name the community that the playbook belongs to, in the field community.';
}

/** Of one that is here: nothing else of it tells it from one to be founded. */
function idOf(shelf: Shelf | undefined): { id: string } | undefined {
  return shelf && { id: shelf.id };
}
