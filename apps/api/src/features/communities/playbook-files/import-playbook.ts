import { ARTIFACT_TITLE_LIMIT } from '@chapterhouse/domain/communities/artifact-fields';
import { COMMUNITY_NAME_LIMIT } from '@chapterhouse/domain/communities/community-fields';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ImportedImages } from '../../files/public.js';
import { ArtifactHistory } from '../artifacts/artifact-history.js';
import { CommunityHistory } from '../community-history.js';
import { cut } from './cut.js';
import { authorOf, founderOf } from './import-author.js';
import { type ContentPage, contentPages, type ContentPicture, contentPictures } from './playbook-content.js';
import { PlaybookSourcesRepository, type SourceFile, type SourcePage } from './playbook-sources.repository.js';
import type { ReadPlaybook } from './read-playbook.js';

/** A folder that becomes a playbook. */
export interface NewPlaybook {
  read: ReadPlaybook;
  /** What the folder or its zip is called: the community's next one of this name is compared with it. */
  source: string;
  title: string;
  /** The database's id of one that is there, or the name of one to be founded. */
  community: { id: string } | { name: string };
  approvalsNeeded: number;
}

/** Brings a folder in as the draft of a new playbook: people review and publish it like all others. */
@Injectable()
export class ImportPlaybook {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ImportedImages) private readonly images: ImportedImages,
    @Inject(ArtifactHistory) private readonly history: ArtifactHistory,
    @Inject(CommunityHistory) private readonly communities: CommunityHistory,
    @Inject(PlaybookSourcesRepository) private readonly sources: PlaybookSourcesRepository,
  ) {}

  /**
   * @param step hears how many pages and pictures are written
   * @returns its number
   * @throws NOT_FOUND for a community that is not here; the refusals of images
   */
  async create(tx: Tx, playbook: NewPlaybook, step: (done: number) => void): Promise<number> {
    const { read, source, approvalsNeeded } = playbook;
    const at = this.clock.now().toISOString();
    const communityId = await this.communityOf(tx, playbook, at);
    const by = await authorOf(tx, communityId);
    const pictures = contentPictures(read, [], new Map(), newId);
    await this.storePictures(tx, pictures, by, step);
    // Nobody else gets a number until this is in: it is asked for as late as can be.
    const number = await this.sources.nextNumber(tx);
    const imageOf = new Map(pictures.map(({ file, imageId }) => [file, imageId]));
    const pages = contentPages(read, `A-${number}`, (file) => imageOf.get(file) ?? null).map((page) => ({
      ...page,
      id: newId(),
    }));
    const idByPath = new Map(pages.map(({ path, id }) => [path, id]));
    const id = newId();
    const recorded = await this.history.record(tx, {
      id,
      kind: 'PLAYBOOK',
      communityId,
      title: cut(playbook.title, ARTIFACT_TITLE_LIMIT),
      summary: read.summary,
      templateFor: null,
      approvalsNeeded,
      reviewDueOn: read.reviewDueOn,
      importedFrom: source,
      createdBy: by,
      createdAt: at,
      versions: [],
      draft: {
        pages: pages.map(({ id: pageId, parentPath, path, title, depth, body }, position) => ({
          id: pageId,
          parentId: parentPath === null ? null : (idByPath.get(parentPath) ?? null),
          path,
          title,
          depth,
          position,
          body,
        })),
        checklist: [],
        mermaid: '',
        by,
        at,
        // Those who bring words in did not write them: they may approve them.
        authorIds: [],
      },
      watcherIds: [by],
    });
    await this.sources.leaveNameOf(tx, communityId, source);
    if (recorded !== number) throw new Error('An artifact has the number that was held for it.');
    await this.sources.save(
      tx,
      { artifactId: id, communityId, source, folder: read.folder },
      pages.map(sourcePage),
      filesOf(read, pictures),
      at,
    );
    step(pictures.length + pages.length);
    return number;
  }

  /** Who would found a community; null where nobody can. */
  founder(tx: Tx): Promise<string | null> {
    return founderOf(tx);
  }

  /** What to do about it when there is too little room for so many bytes of pictures. */
  async roomFor(tx: Tx, bytes: number): Promise<string | null> {
    const room = await this.images.room(tx);
    const megabytes = (count: number): string => `${(count / 1024 / 1024).toFixed(1)} MB`;
    return bytes <= room
      ? null
      : `Its pictures are ${megabytes(bytes)}, and there is room for ${megabytes(room)}: make them smaller, or leave some out.`;
  }

  /** @returns the id */
  private async communityOf(tx: Tx, { community, title }: NewPlaybook, at: string): Promise<string> {
    if ('id' in community) return community.id;
    const by = await founderOf(tx);
    if (by === null) throw new Error('An import that founds a community has somebody who does.');
    return this.communities.community(tx, {
      name: cut(community.name, COMMUNITY_NAME_LIMIT),
      purpose: `Keeps the playbook “${cut(title, ARTIFACT_TITLE_LIMIT)}”.`,
      topics: [],
      foundedAt: at,
      memberIds: [by],
      discussions: [],
      ideas: [],
    });
  }

  private async storePictures(
    tx: Tx,
    pictures: readonly ContentPicture[],
    by: string,
    step: (done: number) => void,
  ): Promise<void> {
    for (const [place, { file, imageId, content }] of pictures.entries()) {
      if (content !== null) await this.images.store(tx, { id: imageId, name: file, content }, by);
      step(place + 1);
    }
  }
}

function sourcePage({
  id,
  file,
  text,
  path,
  title,
  body,
  position,
  addresses,
}: ContentPage & { id: string }): SourcePage {
  return { id, file, text, path, title, body, position, addresses };
}

function filesOf({ kept }: ReadPlaybook, pictures: readonly ContentPicture[]): SourceFile[] {
  return [
    ...pictures.map(({ file, imageId }): SourceFile => ({ file, imageId, text: null })),
    ...kept.map(({ file, text }): SourceFile => ({ file, imageId: null, text })),
  ];
}
