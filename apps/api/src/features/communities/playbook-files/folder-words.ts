import { ARTIFACT_SUMMARY_LIMIT, ARTIFACT_TITLE_LIMIT } from '@chapterhouse/domain/communities/artifact-fields';
import { TOP_PAGE } from '@chapterhouse/domain/communities/playbook-tree';
import { cut } from './cut.js';
import { type NavFile, readMkdocs } from './nav-file.js';
import { readFields, reviewOf } from './page-file.js';
import type { SourceFile, SourcePage } from './playbook-sources.repository.js';

/** What a folder says about the whole playbook. */
export interface FolderWords {
  /** Empty when nothing is said. */
  title: string;
  summary: string;
  /** The earliest day of its pages, YYYY-MM-DD; null when none says one. */
  reviewDueOn: string | null;
}

/** As its `mkdocs.yml` says, else its first page. @param top the page of the folder itself */
export function folderWords(
  mkdocs: NavFile | null,
  top: { title: string; text: string } | null,
): Pick<FolderWords, 'title' | 'summary'> {
  const { description, summary } = top === null ? {} : readFields(top.text);
  return {
    title: cut(mkdocs?.title || (top?.title ?? ''), ARTIFACT_TITLE_LIMIT),
    summary: cut(mkdocs?.summary || description || summary || '', ARTIFACT_SUMMARY_LIMIT),
  };
}

/** What it said when it came the last time. */
export function earlierWords(pages: readonly SourcePage[], files: readonly SourceFile[]): FolderWords {
  const mkdocs = files.find(({ file, text }) => text !== null && /(?:^|\/)mkdocs\.ya?ml$/iu.test(file));
  const top = pages.find(({ path, file }) => path === TOP_PAGE && file !== null && !file.includes('/'));
  return {
    ...folderWords(mkdocs === undefined ? null : readMkdocs(mkdocs.text ?? ''), top ?? null),
    reviewDueOn: pages.flatMap(({ text }) => reviewOf(text) ?? []).sort()[0] ?? null,
  };
}
