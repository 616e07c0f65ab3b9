import { setImmediate } from 'node:timers/promises';
import { artifactKeyOf, artifactNumberOf } from '@chapterhouse/domain/communities/artifact-state';
import { anchorIn } from '@chapterhouse/domain/communities/heading-anchors';
import { type PageAddresses, pageAddresses, splitAtHash } from '@chapterhouse/domain/communities/page-address';
import { readPageMarkdown } from '../playbook-files/page-markdown.js';
import type { BrokenLink } from './versions.graphql.js';
import { writtenAddresses } from './written-addresses.js';

/** A page whose links are looked at. */
export interface LinkedPage {
  path: string;
  body: string;
}

/**
 * Links that lead to no page of their artifact, or to no heading of their own page, page by page. Where other addresses lead
 * is not looked at.
 * @param paths of all pages of the artifact @param number of the artifact
 */
export async function brokenLinksOf(
  pages: readonly LinkedPage[],
  paths: readonly string[],
  number: number,
): Promise<BrokenLink[]> {
  const lead = pageAddresses(paths, artifactKeyOf(number));
  const broken: BrokenLink[] = [];
  for (const page of pages) {
    // Long work: others get their turn in between.
    await setImmediate();
    broken.push(...brokenOf(page, lead, number));
  }
  return broken;
}

function brokenOf({ path, body }: LinkedPage, lead: PageAddresses, number: number): BrokenLink[] {
  if (writtenAddresses(body)?.every((target) => isSurelyRight(target)) === true) return [];
  const read = readPageMarkdown(body);
  if (read === null) return [];
  return read.links.flatMap(({ target, line, isPicture }) => {
    const why = isPicture ? null : wrongWith(target);
    return why === null ? [] : [{ pagePath: path, line, target, why }];
  });

  function isSurelyRight(target: string): boolean {
    const [address] = splitAtHash(target);
    return address !== '' && (lead(target, path) !== null || leadsElsewhere(address, number));
  }

  function wrongWith(target: string): string | null {
    const [address] = splitAtHash(target);
    const found = lead(target, path);
    if (found !== null) {
      const isThere = address !== '' || anchorIn(found.anchor, read?.headings ?? [], read?.named) !== null;
      return isThere ? null : 'No heading of this page has this address.';
    }
    return leadsElsewhere(address, number) ? null : 'This artifact has no such page.';
  }
}

/** Addresses of the web, from the top of this installation, of things by their keys, of people and teams. */
function leadsElsewhere(address: string, number: number): boolean {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(address) || /^[A-Z]+-\d+$/iu.test(address)) return true;
  const keyed = artifactNumberOf(address.split('/')[0] ?? '');
  return keyed !== undefined && keyed !== number;
}
