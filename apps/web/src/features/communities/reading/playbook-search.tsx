import { useQuery } from '@apollo/client/react';
import { TextField } from '@chapterhouse/ui/text-field';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { MarkedText } from '../../../platform/page/marked-text';
import { useSettled } from '../../../platform/page/use-settled';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { VERSION_FIND } from './reading.operations';

export type PlaybookSearchProps = { versionId: string; to: (path: string) => string };

/** Finds words in the pages of one version. */
export function PlaybookSearch({ versionId, to }: PlaybookSearchProps) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed).trim();
  const place = useRef<HTMLDivElement>(null);
  useShortcut({
    key: 's',
    label: 'Search in these pages',
    run: () => place.current?.querySelector('input')?.focus(),
  });
  const { data, previousData, loading } = useQuery(VERSION_FIND, {
    variables: { id: versionId, text },
    skip: text === '',
  });
  const node = (data ?? previousData)?.node;
  const hits = text !== '' && node?.__typename === 'ArtifactVersion' ? node.find : [];
  const settled = text !== '' && text === typed.trim() && !loading;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- older screen readers know the role, not the element
    <div className="playbook-search" role="search" ref={place}>
      <TextField
        label="Search in these pages"
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
      />
      <output className="playbook-search__count">
        {settled && (hits.length === 0 ? 'No page has these words.' : countWords(hits.length))}
      </output>
      {hits.length > 0 && typed.trim() !== '' && (
        <ul className="playbook-search__hits">
          {hits.map(({ page, excerpt }) => (
            <li key={page.id}>
              <Link to={to(page.path)}>
                <strong>{page.title}</strong>
                <span className="playbook-search__excerpt">
                  <MarkedText text={excerpt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const countWords = (count: number) =>
  count === 1 ? 'One page' : count < 20 ? `${count} pages` : 'The 20 nearest pages';
