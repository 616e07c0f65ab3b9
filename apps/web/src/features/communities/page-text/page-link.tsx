import { pageAddresses } from '@chapterhouse/domain/communities/page-address';
import { type ReactNode, use } from 'react';
import { Link } from 'react-router';
import { MarkdownLink } from '../../../platform/markdown/markdown-link';
import { personAt } from '../../../platform/markdown/mention';
import { THING } from './link-things';
import { NamedLink } from './named-link';
import { PagePlaceContext } from './page-place';
import { teamAt } from './team-address';
import { ThingLink } from './thing-link';

export type PageLinkProps = { href: string | undefined; children?: ReactNode };

/** A link in a page: to a heading, a page beside it, a thing of this installation by its present name, or elsewhere. */
export function PageLink({ href, children }: PageLinkProps) {
  const place = use(PagePlaceContext);
  if (href?.startsWith(THING)) return <ThingLink name={href.slice(THING.length)} />;
  const named = personAt(href) ?? teamAt(href);
  if (named !== null) return <NamedLink id={named}>{children}</NamedLink>;
  const target = href !== undefined && place ? pageAddresses(place.paths, place.key)(href, place.path) : null;
  if (target && place) {
    const hash = target.anchor === '' ? '' : `#${encodeURIComponent(target.anchor)}`;
    return <Link to={`${place.to(target.path)}${hash}`}>{children}</Link>;
  }
  // `A-6/onboarding` of another playbook, with words of its own.
  if (href !== undefined && /^A-[1-9]\d{0,8}(?:\/|$)/.test(href)) return <ThingLink name={href}>{children}</ThingLink>;
  return <MarkdownLink href={href}>{children}</MarkdownLink>;
}
