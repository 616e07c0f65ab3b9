import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { TxScope } from '../../../platform/database/tx.js';
import { ImportedImages } from '../../files/public.js';
import { exportPages, pagePlaces } from './export-pages.js';
import { ordersToWrite } from './order-files.js';
import { printDocument } from './playbook-documents.js';
import { sitePages } from './playbook-site.js';
import {
  type PlaybookSource,
  PlaybookSourcesRepository,
  type SourceFile,
  type SourcePage,
} from './playbook-sources.repository.js';
import { type VersionFiles, VersionFilesRead, type VersionPicture } from './version-files.read.js';
import { type ZipEntry, zipPieces } from './zip-pieces.js';

/** Published versions as files: the folder that imports again, a site that needs nothing else, one document for paper. */
@Injectable()
export class PlaybookExport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImportedImages) private readonly images: ImportedImages,
    @Inject(VersionFilesRead) private readonly versions: VersionFilesRead,
    @Inject(PlaybookSourcesRepository) private readonly sources: PlaybookSourcesRepository,
  ) {}

  /** @param number null: the current version. @returns undefined for what is not here */
  version(scope: TxScope, artifactNumber: number, number: number | null): Promise<VersionFiles | undefined> {
    return this.database.transaction(scope, (tx) => this.versions.load(tx, artifactNumber, number));
  }

  /** The folder as a zip, in pieces. */
  archive(scope: TxScope, version: VersionFiles): AsyncGenerator<Uint8Array> {
    return zipPieces(this.files(scope, version));
  }

  site(scope: TxScope, version: VersionFiles): AsyncGenerator<Uint8Array> {
    return zipPieces(this.siteFiles(scope, version));
  }

  /** @returns the whole document; its pictures are those of the app */
  print(version: VersionFiles): Promise<string> {
    return printDocument(version, (target) => (version.pictures.has(target) ? target : null));
  }

  /** The bytes of a picture of the version. */
  picture(scope: TxScope, { id }: VersionPicture): Promise<Buffer | undefined> {
    return this.database.transaction(scope, (tx) => this.images.content(tx, id));
  }

  /** What the folder holds, pages first: those that nobody touched as they came, byte by byte. */
  async *files(scope: TxScope, version: VersionFiles): AsyncGenerator<ZipEntry> {
    const { source, pages, files } = await this.origin(scope, version.artifactId);
    const inGiven = (file: string): string => (source.folder === '' ? file : `${source.folder}/${file}`);
    const pictures = pictureFiles(version, files);
    const shown = new Set<string>();
    const written = exportPages(version.pages, pages, version.key, (target) => {
      const file = pictures.get(target)?.file ?? null;
      if (file !== null) shown.add(target);
      return file;
    });
    for (const { file, text } of written) yield { file: inGiven(file), text };
    const texts = files.flatMap(({ file, text }) => (text === null ? [] : { file, text }));
    const mkdocs = texts.find(({ file }) => isMkdocs(file)) ?? null;
    const kept = { orders: texts.filter(({ file }) => !isMkdocs(file)), mkdocs: mkdocs?.text ?? null };
    const orders = ordersToWrite(version.pages, pagePlaces(version.pages, pages), written, kept);
    const anew = new Set(orders.map(({ file }) => file));
    for (const { file, text } of [...kept.orders.filter(({ file }) => !anew.has(file)), ...orders])
      yield { file: inGiven(file), text };
    // It lies beside the pages or above them.
    if (mkdocs !== null) yield mkdocs;
    for (const [target, { file, id, came }] of pictures) {
      if (!came && !shown.has(target)) continue;
      const bytes = await this.database.transaction(scope, (tx) => this.images.content(tx, id));
      if (bytes !== undefined) yield { file: inGiven(file), bytes };
    }
  }

  private async *siteFiles(scope: TxScope, version: VersionFiles): AsyncGenerator<ZipEntry> {
    const shown = new Map<string, { file: string; id: string }>();
    const pictureAt = (target: string): string | null => {
      const picture = version.pictures.get(target);
      if (picture === undefined) return null;
      const file = `pictures/${picture.id}.${endingOf(picture.name)}`;
      shown.set(target, { file, id: picture.id });
      return file;
    };
    for (const { file, html } of sitePages(version, pictureAt)) {
      yield { file, text: html };
      await setImmediate();
    }
    for (const { file, id } of shown.values()) {
      const bytes = await this.database.transaction(scope, (tx) => this.images.content(tx, id));
      if (bytes !== undefined) yield { file, bytes };
    }
  }

  /** Where it came from; of what was made here an empty folder. */
  private origin(
    scope: TxScope,
    artifactId: string,
  ): Promise<{ source: PlaybookSource; pages: SourcePage[]; files: SourceFile[] }> {
    return this.database.transaction(scope, async (tx) => ({
      source: (await this.sources.of(tx, artifactId)) ?? { artifactId, communityId: '', source: '', folder: '' },
      pages: await this.sources.pages(tx, artifactId),
      files: await this.sources.files(tx, artifactId),
    }));
  }
}

/** Where pictures lie in the folder, by their address in texts: those that came where they came from. */
function pictureFiles(
  { pictures }: VersionFiles,
  files: readonly SourceFile[],
): Map<string, { file: string; id: string; came: boolean }> {
  const result = new Map<string, { file: string; id: string; came: boolean }>();
  for (const { file, imageId } of files)
    if (imageId !== null) result.set(`/files/images/Image_${imageId}`, { file, id: imageId, came: true });
  const taken = new Set([...result.values()].map(({ file }) => file.toLowerCase()));
  for (const [target, { id, name }] of pictures) {
    if (result.has(target)) continue;
    const word = name.replace(/\.[a-z]+$/u, '').replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
    let file = `pictures/${word}.${endingOf(name)}`;
    for (let count = 2; taken.has(file.toLowerCase()); count += 1) file = `pictures/${word}-${count}.${endingOf(name)}`;
    taken.add(file.toLowerCase());
    result.set(target, { file, id, came: false });
  }
  return result;
}

function endingOf(name: string): string {
  return /\.([a-z]+)$/u.exec(name)?.[1] ?? 'png';
}

function isMkdocs(file: string): boolean {
  return /(?:^|\/)mkdocs\.ya?ml$/iu.test(file);
}
