import type { VersionPage } from '@chapterhouse/domain/communities/version-content';
import { newId } from '../../platform/database/new-id.js';
import { DEMO_PAGES } from './demo-playbook-words.js';

export type DemoPages = VersionPage[];

/** The pages of the demo's playbook as they were at a version: each is the same page in all of them. */
export function pagesOf(): (version: number, instead?: { path: string; body: string }) => DemoPages {
  const ids = new Map(DEMO_PAGES.map(({ path }) => [path, newId()]));
  const idOf = (path: string): string => ids.get(path) ?? '';
  return (version, instead) =>
    DEMO_PAGES.filter(({ since }) => since <= version).map(({ path, title, body, before }, position) => {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null;
      const said = before && version <= before.until ? before.body : body;
      return {
        id: idOf(path),
        parentId: folder === null ? null : idOf(folder),
        path,
        title,
        depth: path.split('/').length - 1,
        position,
        body: instead?.path === path ? instead.body : said,
      };
    });
}
