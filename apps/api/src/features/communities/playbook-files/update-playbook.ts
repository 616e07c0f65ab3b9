import { ARTIFACT_TITLE_LIMIT } from '@chapterhouse/domain/communities/artifact-fields';
import { readingOrder } from '@chapterhouse/domain/communities/page-order';
import { arrangedPages } from '@chapterhouse/domain/communities/playbook-arrangement';
import { type PageFate, playbookUpdate } from '@chapterhouse/domain/communities/playbook-update';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { ImportedImages } from '../../files/public.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { draftPages } from '../drafts/draft-content.js';
import type { DraftTextRow } from '../drafts/draft-row.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { authorOf } from './import-author.js';
import { cut } from './cut.js';
import { earlierWords, type FolderWords } from './folder-words.js';
import { type ContentPage, contentPages, type ContentPicture, contentPictures } from './playbook-content.js';
import {
  type KnownPlaybook,
  type PlaybookSource,
  PlaybookSourcesRepository,
  type SourceFile,
  type SourcePage,
} from './playbook-sources.repository.js';
import type { ReadPlaybook } from './read-playbook.js';

export interface HeldPlaybook {
  id: string;
  number: number;
  communityId: string;
  communityName: string;
  isClosed: boolean;
  versionId: string | null;
  draftId: string | null;
  title: string;
  summary: string;
  /** YYYY-MM-DD */
  reviewDueOn: string | null;
}

/** A newer folder compared with its playbook; nothing is written yet. */
export interface PlannedUpdate {
  artifact: HeldPlaybook;
  read: ReadPlaybook;
  source: PlaybookSource;
  fates: PageFate[];
  pages: ContentPage[];
  pictures: ContentPicture[];
  earlier: SourcePage[];
  /** As they stand now: of the draft, or what would be its beginning. */
  present: (DraftTextRow | ReturnType<typeof draftPages>[number])[];
  /** What the folder says now about the whole, where nobody said anything else here. */
  words: Partial<FolderWords>;
  /** Whether no page changes, nor their order, nor a picture. */
  isSameContent: boolean;
  /** Whether nothing changes at all. */
  isIdle: boolean;
}

/** Brings a newer folder into the draft of its playbook, page by page; what was changed here stays. */
@Injectable()
export class UpdatePlaybook {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImportedImages) private readonly images: ImportedImages,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
    @Inject(PlaybookSourcesRepository) private readonly sources: PlaybookSourcesRepository,
  ) {}

  /** Playbooks that newer folders are for. @param source what the folder is called; null: whatever it is */
  known(tx: Tx, source: string | null): Promise<KnownPlaybook[]> {
    return this.sources.known(tx, source);
  }

  /** Holds the artifact. @returns undefined for one that is archived meanwhile, or came from no folder */
  async plan(tx: Tx, read: ReadPlaybook, artifactId: string): Promise<PlannedUpdate | undefined> {
    await this.sources.hold(tx, artifactId);
    const source = await this.sources.of(tx, artifactId);
    const artifact = await tx.one<HeldPlaybook & Record<string, unknown>>(HELD, [tx.organizationId, artifactId]);
    if (artifact === undefined || source === undefined) return undefined;
    const files = await this.sources.files(tx, artifact.id);
    const digests = await this.images.digests(
      tx,
      files.flatMap(({ imageId }) => imageId ?? []),
    );
    const pictures = contentPictures(read, files, digests, newId);
    const imageOf = new Map(pictures.map(({ file, imageId }) => [file, imageId]));
    const pages = contentPages(read, `A-${artifact.number}`, (file) => imageOf.get(file) ?? null);
    const earlier = await this.sources.pages(tx, artifact.id);
    const present =
      artifact.draftId !== null
        ? await this.drafts.texts(tx, artifact.id)
        : draftPages(await this.versions.pages(tx, artifact.versionId ?? ''));
    const fates = playbookUpdate(pages, earlier, present);
    const isSameTree =
      earlier.length === pages.length && fates.every(({ effect }) => effect === 'unchanged' || effect === 'keep');
    const before = new Map(earlier.map((page) => [page.path, page.position]));
    const words = newerWords(earlierWords(earlier, files), read, artifact, source.source);
    const isSameContent =
      isSameTree &&
      pages.every(({ path, position }) => before.get(path) === position) &&
      pictures.every(({ content }) => content === null) &&
      pictures.length === files.filter(({ imageId }) => imageId !== null).length;
    const isIdle = isSameContent && Object.keys(words).length === 0;
    return { artifact, read, source, fates, pages, pictures, earlier, present, words, isSameContent, isIdle };
  }

  /** @param step hears how many pages and pictures are written */
  async apply(tx: Tx, planned: PlannedUpdate, step: (done: number) => void): Promise<void> {
    const by = await authorOf(tx, planned.artifact.communityId);
    const at = this.clock.now().toISOString();
    const ids = idsOf(planned.fates);
    if (!planned.isSameContent) await this.content(tx, planned, { by, at, ids }, step);
    await this.edit(tx, planned, by, at);
    await this.sources.save(
      tx,
      { ...planned.source, folder: planned.read.folder },
      kept(planned, ids),
      filesOf(planned),
      at,
    );
  }

  private async content(
    tx: Tx,
    planned: PlannedUpdate,
    { by, at, ids }: { by: string; at: string; ids: ReadonlyMap<string, string> },
    step: (done: number) => void,
  ): Promise<void> {
    const { artifact, pictures, present, fates, earlier, pages } = planned;
    let done = 0;
    for (const { file, imageId, content } of pictures) {
      if (content !== null) await this.images.store(tx, { id: imageId, name: file, content }, by);
      step((done += 1));
    }
    const draftId = artifact.draftId ?? (await this.begin(tx, planned, by, at));
    const arriving = pages.flatMap((page) => {
      const id = ids.get(page.path);
      if (id === undefined) return [];
      const kept = fates.some((fate) => fate.effect === 'keep' && fate.id === id);
      const title = kept ? (present.find((one) => one.id === id)?.title ?? page.title) : page.title;
      return [{ ...page, id, title }];
    });
    const ended = new Set(fates.flatMap((fate) => (fate.effect === 'end' ? fate.id : [])));
    const after = arrangedPages({ arriving, present, earlier, ended });
    await this.drafts.arrange(tx, artifact.id, { before: present, after }, { by, at });
    const rows = new Map((await this.drafts.texts(tx, artifact.id)).map((row) => [row.id, row]));
    const written: string[] = [];
    for (const fate of fates) {
      step((done += 1));
      if (fate.effect !== 'create' && fate.effect !== 'update') continue;
      const row = rows.get(ids.get(fate.page.path) ?? '');
      if (row === undefined || row.body === fate.page.body) continue;
      await this.drafts.writeText(tx, row, fate.page.body, { personId: by, at });
      written.push(row.path);
    }
    const revision = await this.drafts.touch(tx, artifact.id, { authorIds: [by], at });
    await this.events.append(tx, {
      name: 'draft.pages-arranged',
      subjectType: 'ArtifactDraft',
      subjectId: draftId,
      subjectVersion: revision,
      actorId: by,
      at,
      payload: {
        communityId: artifact.communityId,
        artifactId: artifact.id,
        changes: written.slice(0, 20).map((path) => ({ field: 'page', from: null, to: path })),
        note: planned.source.source,
      },
    });
  }

  private async edit(tx: Tx, { artifact, words }: PlannedUpdate, by: string, at: string): Promise<void> {
    const fields = (['title', 'summary', 'reviewDueOn'] as const).filter((field) => words[field] !== undefined);
    if (fields.length === 0) return;
    const { title, summary, reviewDueOn } = words;
    const version = await this.artifacts.update(
      tx,
      artifact.id,
      {
        ...(title !== undefined && { title }),
        ...(summary !== undefined && { summary }),
        ...(reviewDueOn !== undefined && { review_due_on: reviewDueOn, review_told_on: null }),
      },
      at,
    );
    await this.events.append(tx, {
      name: 'artifact.edited',
      subjectType: 'Artifact',
      subjectId: artifact.id,
      subjectVersion: version,
      actorId: by,
      at,
      payload: {
        communityId: artifact.communityId,
        changes: fields.map((field) => ({ field, from: artifact[field], to: words[field] ?? null })),
      },
    });
  }

  private async begin(tx: Tx, { artifact, present }: PlannedUpdate, by: string, at: string): Promise<string> {
    const id = newId();
    await this.drafts.begin(tx, {
      id,
      artifactId: artifact.id,
      basedOn: artifact.versionId,
      checklist: [],
      mermaid: '',
      pages: readingOrder(present).map(({ page }) => page),
      by,
      at,
    });
    await this.events.append(tx, {
      name: 'draft.begun',
      subjectType: 'ArtifactDraft',
      subjectId: id,
      subjectVersion: 1,
      actorId: by,
      at,
      payload: { communityId: artifact.communityId, artifactId: artifact.id, changes: [] },
    });
    return id;
  }
}

/** What somebody said here stays. @param source what the playbook is called when its folder does not say it */
function newerWords(
  before: FolderWords,
  now: ReadPlaybook,
  here: HeldPlaybook,
  source: string,
): PlannedUpdate['words'] {
  const isNewer = (earlier: string | null, present: string | null, newer: string | null): boolean =>
    earlier === present && newer !== present;
  const named = before.title || cut(source, ARTIFACT_TITLE_LIMIT);
  return {
    ...(now.title !== '' && isNewer(named, here.title, now.title) && { title: now.title }),
    ...(isNewer(before.summary, here.summary, now.summary) && { summary: now.summary }),
    ...(isNewer(before.reviewDueOn, here.reviewDueOn, now.reviewDueOn) && { reviewDueOn: now.reviewDueOn }),
  };
}

/** Of the pages that are here afterwards, by the path that the folder gives them. */
function idsOf(fates: readonly PageFate[]): Map<string, string> {
  return new Map(
    fates.flatMap((fate): [string, string][] => {
      if (fate.effect === 'create') return [[fate.page.path, newId()]];
      if (fate.effect === 'update' || fate.effect === 'unchanged') return [[fate.page.path, fate.id]];
      return fate.effect === 'keep' && fate.id !== null && fate.why !== 'GONE_THERE' ? [[fate.path, fate.id]] : [];
    }),
  );
}

/** What the next folder is compared with: of pages that were kept what the folder says now, so that it is told once. */
function kept({ pages, fates, earlier }: PlannedUpdate, ids: ReadonlyMap<string, string>): SourcePage[] {
  const gone = new Map(
    fates.flatMap((fate) => (fate.effect === 'keep' && fate.id === null ? [[fate.path, fate.file]] : [])),
  );
  return pages.flatMap(({ path, file, text, title, body, position, addresses }): SourcePage[] => {
    const before = earlier.find((page) =>
      file === null ? page.file === null && page.path === path : page.file === file,
    );
    const id = ids.get(path) ?? (gone.has(path) ? before?.id : undefined);
    return id === undefined ? [] : [{ id, file, text, path, title, body, position, addresses }];
  });
}

function filesOf({ read, pictures }: PlannedUpdate): SourceFile[] {
  return [
    ...pictures.map(({ file, imageId }): SourceFile => ({ file, imageId, text: null })),
    ...read.kept.map(({ file, text }): SourceFile => ({ file, imageId: null, text })),
  ];
}

const HELD = `
  select a.id, a.number, a.community_id as "communityId", c.name as "communityName", c.closed_at is not null as "isClosed",
         a.current_version_id as "versionId", d.id as "draftId", a.title, a.summary,
         a.review_due_on as "reviewDueOn"
    from artifacts a
    join communities c on c.organization_id = a.organization_id and c.id = a.community_id
    left join artifact_drafts d on d.organization_id = a.organization_id and d.artifact_id = a.id
   where a.organization_id = $1 and a.id = $2 and a.archived_at is null`;
