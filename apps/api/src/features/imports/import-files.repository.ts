import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { ImportFile } from './import-file.js';

/** A file of 64 MiB lies in 256 pieces of 256 KiB; `position` = number of the file x 256 + number of the piece. */
const PIECES = 256;
export const PIECE_BYTES = 256 * 1024;
export const MOST_FILES = 100;

/** The bytes of imports, piece by piece: neither writing nor reading holds a whole file. */
@Injectable()
export class ImportFilesRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async fileCount(tx: Tx, importId: string): Promise<number> {
    const row = await tx.one<{ last: number | null }>(
      'select max(position) as last from import_files where organization_id = $1 and import_id = $2',
      [tx.organizationId, importId],
    );
    return row?.last === null || row === undefined ? 0 : Math.floor(row.last / PIECES) + 1;
  }

  async add(tx: Tx, importId: string, number: number, name: string, pieces: AsyncIterable<Buffer>): Promise<void> {
    let position = number * PIECES;
    for await (const piece of pieces) {
      await tx.run(
        'insert into import_files (organization_id, import_id, position, name, content) values ($1, $2, $3, $4, $5)',
        [tx.organizationId, importId, position, name, piece],
      );
      position += 1;
    }
  }

  /** The files by their names; each reads its pieces when somebody asks for its content. */
  files(organizationId: string, importId: string, names: string[]): ImportFile[] {
    return names.map((name, number) => ({ name, content: () => this.pieces(organizationId, importId, number) }));
  }

  private async *pieces(organizationId: string, importId: string, number: number): AsyncGenerator<Uint8Array> {
    for (let position = number * PIECES; position < (number + 1) * PIECES; position += 1) {
      const row = await this.database.transaction({ organizationId }, (tx) =>
        tx.one<{ content: Buffer }>(
          'select content from import_files where organization_id = $1 and import_id = $2 and position = $3',
          [organizationId, importId, position],
        ),
      );
      if (row === undefined) return;
      yield row.content;
    }
  }
}
