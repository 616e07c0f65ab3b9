import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuseImport } from '@chapterhouse/domain/imports/import-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import { EventLog } from '../../platform/events/event-log.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { MOST_FILE_BYTES } from './import-file.js';
import { ImportFilesRepository, MOST_FILES, PIECE_BYTES } from './import-files.repository.js';
import type { ImportKind } from './import-kind.js';
import { ImportsRepository } from './imports.repository.js';
import { found, mayImport } from './imports.service.js';

/** A slow sender gets so many milliseconds. */
const LONGEST_MS = 10 * 60_000;

export interface Upload {
  kind: ImportKind;
  name: string;
  /** The import that the file is added to; a new one when null. */
  importId: string | null;
  bytes: Readable;
}

/** Takes a file in: first to a folder of the system, so that no transaction waits for the sender, then piece by piece. */
@Injectable()
export class ReceiveImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImportsRepository) private readonly imports: ImportsRepository,
    @Inject(ImportFilesRepository) private readonly files: ImportFilesRepository,
  ) {}

  /** @throws FORBIDDEN, NOT_FOUND, IMPORT_STATE, IMPORT_TOO_LARGE, INVALID_INPUT */
  async receive(viewer: Viewer, upload: Upload): Promise<{ id: string; version: number }> {
    mayImport(viewer, 'import:run');
    const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-import-'));
    try {
      const path = join(folder, 'file');
      await pipeline(upload.bytes, limited(), createWriteStream(path), { signal: AbortSignal.timeout(LONGEST_MS) });
      return await this.store(viewer, upload, path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async store(viewer: Viewer, upload: Upload, path: string): Promise<{ id: string; version: number }> {
    const id = upload.importId ?? newId();
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      if (upload.importId === null)
        await this.imports.insert(tx, { id, kind: upload.kind, requestedBy: viewer.personId });
      const row = found(await this.imports.byId(tx, id, 'for update of i'));
      if (row.kind !== upload.kind) throw invalid('kind', `This import takes files of the kind ${row.kind}.`);
      const expected = ['UPLOADED', 'PREVIEWED'];
      if (!expected.includes(row.state)) throw refuseImport('IMPORT_STATE', { state: row.state, expected });
      const count = await this.files.fileCount(tx, id);
      if (count >= MOST_FILES) throw invalid('import', `An import takes at most ${MOST_FILES} files.`);
      await this.files.add(tx, id, count, upload.name, piecesOf(path));
      const version =
        upload.importId === null
          ? row.version
          : await this.imports.update(tx, id, row.version, { state: 'UPLOADED', preview: null });
      const event = {
        name: 'import.uploaded',
        subjectType: 'Import',
        subjectId: id,
        subjectVersion: version ?? row.version,
      };
      await this.events.append(tx, {
        ...event,
        payload: { changes: [{ field: 'files', from: null, to: upload.name }] },
      });
      return { id: globalId('Import', id), version: version ?? row.version };
    });
  }
}

/** Passes bytes on until there are too many. */
function limited(): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > MOST_FILE_BYTES) done(refuseImport('IMPORT_TOO_LARGE', { limit: MOST_FILE_BYTES }));
      else done(null, chunk);
    },
    flush(done) {
      if (size === 0) done(invalid('file', 'This file is empty.'));
      else done();
    },
  });
}

/** Pieces of the full size, whatever the stream hands out; the last one is the rest. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES }))
    if (Buffer.isBuffer(chunk)) yield chunk;
}

function invalid(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
