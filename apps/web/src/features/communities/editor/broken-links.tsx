import { Button } from '@chapterhouse/ui/button';
import type { DraftPagePartsFragment } from '../../../generated/graphql';

export type BrokenLinksProps = {
  links: DraftPagePartsFragment['brokenLinks'];
  onGo: (line: number) => void;
};

/** What leads nowhere in a page, with its line. */
export function BrokenLinks({ links, onGo }: BrokenLinksProps) {
  if (links.length === 0) return null;
  return (
    <section className="broken-links" aria-label="Links that lead nowhere">
      <h3>{links.length === 1 ? 'One link leads nowhere' : `${links.length} links lead nowhere`}</h3>
      <ul>
        {links.map(({ line, target, why }) => (
          <li key={`${line} ${target}`}>
            <Button size="sm" variant="ghost" onClick={() => onGo(line)}>
              Line {line}
            </Button>
            <code>{target}</code> {why}
          </li>
        ))}
      </ul>
    </section>
  );
}
