import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { artifactAddress } from './artifact-addresses';
import type { ShownArtifact } from './shown-artifact';

type Part = { to: string; label: string; count?: number | undefined };

/** The parts of an artifact, each with an address of its own. */
export function ArtifactTabs({ artifact }: { artifact: ShownArtifact }) {
  const { key, draft, versions, current, openProposals } = artifact;
  const base = artifactAddress(key);
  const review = draft?.review && draft.review.endedAt === null ? draft.review : null;
  const parts: Part[] = [
    ...(current ? [{ to: `${base}/pages`, label: 'Read' }] : []),
    ...(draft ? [{ to: `${base}/draft`, label: 'Draft' }] : []),
    ...(draft ? [{ to: `${base}/review`, label: 'Review', count: review?.approvalsMissing || undefined }] : []),
    { to: `${base}/proposals`, label: 'Proposals', count: openProposals.totalCount || undefined },
    { to: `${base}/versions`, label: 'Versions', count: versions.length || undefined },
    ...(current ? [{ to: `${base}/adoption`, label: 'Adoption' }] : []),
  ];
  // On a phone the tabs are a strip: the open one is to be seen.
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const tabs = [...(strip.current?.querySelectorAll('a') ?? [])];
    const open = tabs.find((tab) => pathname.startsWith(tab.pathname));
    open?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={strip} className="artifact__tabs" aria-label="Parts of this artifact">
      {parts.map(({ to, label, count }) => (
        <NavLink key={to} to={to} className="artifact__tab">
          {label}
          {count !== undefined && <span className="artifact__count">{count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
