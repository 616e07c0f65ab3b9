import { mergePage } from '@chapterhouse/domain/communities/page-merge';
import type { PageWriterOptions, WriteAnswer } from './page-writer';

/** Others who write all the time are not raced for ever. */
const MOST_TRIES = 4;

/**
 * How a text is sent that the server keeps whole, for one revision: what others wrote meanwhile in other lines is merged here,
 * and sent again.
 * @param write sends it over the revision that it names
 */
export function mergingSend(
  write: (body: string, revision: number) => Promise<WriteAnswer>,
): PageWriterOptions['send'] {
  return async ({ body, baseVersion, baseBody }) => {
    let [mine, from, revision] = [body, baseBody, baseVersion];
    for (let tries = 1; ; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each try is made of the answer to the one before
      const answer = await write(mine, revision);
      if (answer.kind !== 'conflict') return answer;
      const merged = mergePage(from, mine, answer.body).text;
      if (merged === null || tries === MOST_TRIES) return answer;
      if (merged === answer.body) return { kind: 'written', version: answer.version, body: merged };
      [mine, from, revision] = [merged, answer.body, answer.version];
    }
  };
}
