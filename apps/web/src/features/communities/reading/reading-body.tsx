import { buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft, ArrowRight, MessageSquarePlus } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { VersionPageQuery } from '../../../generated/graphql';
import { momentWords } from '../../../platform/dates/day-words';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { pageAddress, proposeAddress } from '../artifacts/artifact-addresses';
import { can } from '../../../platform/session/can';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { headingId } from '../page-text/heading-ids';
import { PageText } from '../page-text/page-text';
import { PlaybookSearch } from './playbook-search';
import { pathTo } from './page-tree';
import { isWide, TreeNav } from './tree-nav';
import './reading.css';

export type ShownVersion = Extract<NonNullable<VersionPageQuery['node']>, { __typename: 'ArtifactVersion' }>;

export type ReadingBodyProps = {
  artifact: ShownArtifact;
  version: ShownVersion;
  versionId: string;
  path: string;
  /** Of an older version; null: the current one. */
  number: number | null;
  /** What is shown is the page before. */
  loading: boolean;
};

/** A page between its tree and its neighbours. */
export function ReadingBody({ artifact, version, versionId, path, number, loading }: ReadingBodyProps) {
  const { timeZone } = useViewer().organization;
  const { hash } = useLocation();
  const navigate = useNavigate();
  const to = (target: string) => pageAddress(artifact.key, target, number);
  const { page, pages } = version;
  const neighbour = (there: { path: string } | null | undefined) => there && void navigate(to(there.path));
  useShortcut({ key: 'j', label: 'Next page', when: Boolean(page?.following), run: () => neighbour(page?.following) });
  useShortcut({
    key: 'k',
    label: 'Previous page',
    when: Boolean(page?.previous),
    run: () => neighbour(page?.previous),
  });

  // The headings come with the code that draws the text: they may be a moment later than the page.
  const pageId = page?.id;
  useEffect(() => {
    if (hash === '' || pageId === undefined) return undefined;
    const id = headingId(decodeURIComponent(hash.slice(1)));
    const find = () => document.getElementById(id)?.scrollIntoView?.();
    const timers = [0, 150, 600].map((wait) => setTimeout(find, wait));
    return () => timers.forEach(clearTimeout);
  }, [hash, pageId]);

  const several = pages.length > 1;
  const way = pathTo(pages, path).slice(0, -1);
  return (
    <div className={several ? 'reading reading--tree' : 'reading'}>
      {several && (
        <aside className="reading__side">
          <PlaybookSearch versionId={versionId} to={to} />
          <details className="reading__pages" open={isWide()}>
            <summary>All {pages.length} pages</summary>
            <TreeNav label="Pages" pages={pages} path={path} to={to} />
          </details>
        </aside>
      )}
      <article className="reading__page" aria-busy={loading}>
        {way.length > 0 && (
          <nav aria-label="Above this page" className="reading__way">
            {way.map((above) => (
              <span key={above.id}>
                <Link to={to(above.path)}>{above.title}</Link> /{' '}
              </span>
            ))}
          </nav>
        )}
        {loading && <Skeleton lines={8} label="Loading the page" />}
        {!loading && !page && (
          <ErrorNote
            title="There is no such page in this version."
            next="It may have been renamed, moved or removed. Look for it in the tree, or search."
          />
        )}
        {!loading && page && (
          <>
            {!page.body.trimStart().startsWith('# ') && <h2 className="reading__title">{page.title}</h2>}
            <PageText
              text={page.body}
              place={{ key: artifact.key, path: page.path, paths: pages.map((one) => one.path), to }}
            />
            <nav className="reading__neighbours" aria-label="Previous and next page">
              {page.previous && (
                <Link rel="prev" className="reading__neighbour" to={to(page.previous.path)}>
                  <ArrowLeft aria-hidden /> {page.previous.title}
                </Link>
              )}
              {page.following && (
                <Link rel="next" className="reading__neighbour reading__neighbour--next" to={to(page.following.path)}>
                  {page.following.title} <ArrowRight aria-hidden />
                </Link>
              )}
            </nav>
          </>
        )}
        <footer className="reading__foot">
          <span>
            Version {version.number}, published {momentWords(version.publishedAt, timeZone)}
          </span>
          {page && number === null && can(artifact, 'proposal:make') && (
            <Link className={buttonLook({ size: 'sm', variant: 'ghost' })} to={proposeAddress(artifact.key, page.path)}>
              <MessageSquarePlus aria-hidden /> Propose a change
            </Link>
          )}
        </footer>
      </article>
    </div>
  );
}
