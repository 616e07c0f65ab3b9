import { KEPT_WHY_WORDS } from '@chapterhouse/domain/communities/playbook-update';
import { type ImportEffect, ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { type OpenCommunity, type PlaybookGoal, playbookGoal } from '@chapterhouse/domain/imports/playbook-goal';
import { folderOf, type PlaybookMapping, readPlaybookMapping } from '@chapterhouse/domain/imports/playbook-mapping';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { globalId, readId } from '../../platform/graphql/global-id.js';
import { ImportPlaybook, type KnownPlaybook, type PlannedUpdate, UpdatePlaybook } from '../communities/public.js';
import type { ImportOrder, PlannedImport, ReadImport } from './import-kind.js';
import { NOTHING, refuseMapping } from './organization-import.js';
import { type PlaybookFiles, readPlaybookFiles } from './readers/playbook-files-reader.js';

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
    const { communities, playbooks, goal } = await this.database.transaction({ organizationId }, async (tx) => ({
      communities: await openCommunities(tx),
      playbooks: await this.playbooks(tx, null),
      goal: await this.goalOf(tx, mapping),
    }));
    const { mapping: defaults } = readPlaybookMapping({}, usual);
    return {
      choices: {
        communities,
        /** Those that came before: of the same source and community it is the newer folder of one of them. */
        playbooks: playbooks.map(({ source, key, title, communityId, communityName, isClosed }) => ({
          source,
          key,
          title,
          communityId,
          communityName,
          isClosed,
        })),
        folder: found.read.folder,
        counts: found.read.counts,
        broken: found.read.broken.length,
        defaults: { ...defaults, community: likelyCommunity(playbooks, defaults.source) },
      },
      mapping: { ...mapping, community: communityOf(goal) ?? mapping.community },
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
    const goal = await this.goalOf(tx, mapping);
    if (goal.to === 'NOWHERE')
      throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'mapping.community', problem: goal.problem }] });
    if (goal.to === 'PLAYBOOK') {
      const planned = await this.update.plan(tx, read, goal.playbook.artifactId);
      return planned === undefined ? NOTHING : this.newer(tx, planned, tally);
    }
    const community = goal.to === 'COMMUNITY' ? { id: readId('Community', goal.id) } : { name: goal.name };
    const problem = await this.problemOf(tx, community, read);
    if (problem !== null) {
      tally.refuse('mapping', problem);
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

  private async goalOf(tx: Tx, mapping: PlaybookMapping): Promise<PlaybookGoal<KnownPlaybook>> {
    return playbookGoal(mapping, await openCommunities(tx), await this.playbooks(tx, mapping.source));
  }

  /** With their communities as clients know them. */
  private async playbooks(tx: Tx, source: string | null): Promise<KnownPlaybook[]> {
    const known = await this.update.known(tx, source);
    return known.map((one) => ({ ...one, communityId: globalId('Community', one.communityId) }));
  }

  private async problemOf(
    tx: Tx,
    community: { id: string } | { name: string },
    { pictures }: PlaybookFiles['read'],
  ): Promise<string | null> {
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
      ? `A-${artifact.number} is of the community ${artifact.communityName}, which is closed: open it again, archive A-${artifact.number}, or choose another community.`
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

async function openCommunities(tx: Tx): Promise<OpenCommunity[]> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from communities where organization_id = $1 and closed_at is null order by lower(name)',
    [tx.organizationId],
  );
  return rows.map(({ id, name }) => ({ id: globalId('Community', id), name }));
}

/** Offered first: where the only playbook is that came from a folder of this name. */
function likelyCommunity(playbooks: readonly KnownPlaybook[], source: string): string | null {
  const [first, ...others] = playbooks.filter((one) => one.source === source && !one.isClosed);
  return others.length === 0 && first !== undefined ? first.communityId : null;
}

/** As clients know it; null for one that is to be founded, or not said. */
function communityOf(goal: PlaybookGoal<KnownPlaybook>): string | null {
  if (goal.to === 'PLAYBOOK') return goal.playbook.communityId;
  return goal.to === 'COMMUNITY' ? goal.id : null;
}
