import { useQuery } from '@apollo/client/react';
import { ARTIFACT_KINDS, ARTIFACT_STATES } from '@chapterhouse/domain/communities/artifact-state';
import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Select } from '@chapterhouse/ui/select';
import { Search } from 'lucide-react';
import { useRef } from 'react';
import { useTypedText } from '../../../platform/page/use-typed-text';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useViewer } from '../../../platform/session/session-provider';
import { COMMUNITY_TEAMS } from '../adoption/adoption.operations';
import { KIND_WORDS, STATE_WORDS } from '../artifacts/artifact-words';
import { LIBRARY_COMMUNITIES } from './library.operations';
import type { LibraryView } from './library-view';

export type LibraryFilterProps = { view: LibraryView; onChange: (part: Partial<LibraryView>) => void };

/** Words, what it is, whose, who follows it, and what is past its day. */
export function LibraryFilter({ view, onChange }: LibraryFilterProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useTypedText(view.text, (words) => onChange({ text: words }));
  const { teams: own } = useViewer();
  const { data } = useQuery(LIBRARY_COMMUNITIES);
  const { data: places } = useQuery(COMMUNITY_TEAMS);
  useShortcut({ key: '/', label: 'Search the artifacts', run: () => field.current?.focus() });
  const communities = data?.communities.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
  const teams = (places?.organization.products ?? [])
    .flatMap((product) => product.areas)
    .flatMap((area) => area.teams)
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const isOwn = (id: string) => own.some((team) => team.id === id);
  return (
    <search className="library__filter" aria-label="Search the artifacts">
      <div className="library__text">
        <Search aria-hidden />
        <input
          ref={field}
          type="search"
          className="ch-input"
          aria-label="Search the artifacts"
          placeholder="Words of a title or a summary"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Kbd>/</Kbd>
      </div>
      <Select
        label="Kind"
        labelHidden
        placeholder="Every kind"
        options={ARTIFACT_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
        value={view.kind}
        onChange={({ target: { value } }) => onChange({ kind: ARTIFACT_KINDS.find((one) => one === value) ?? '' })}
      />
      <Select
        label="Community"
        labelHidden
        placeholder="Every community"
        options={communities}
        value={view.communityId}
        onChange={({ target: { value } }) => onChange({ communityId: value })}
      />
      <Select
        label="Followed by"
        labelHidden
        placeholder="Followed by anybody"
        options={teams
          .toSorted((a, b) => Number(isOwn(b.value)) - Number(isOwn(a.value)))
          .map(({ value, label }) => ({ value, label: `Followed by ${label}` }))}
        value={view.teamId}
        onChange={({ target: { value } }) => onChange({ teamId: value })}
      />
      <Select
        label="State"
        labelHidden
        placeholder="Not archived"
        options={ARTIFACT_STATES.map((state) => ({ value: state, label: STATE_WORDS[state] }))}
        value={view.state}
        onChange={({ target: { value } }) => onChange({ state: ARTIFACT_STATES.find((one) => one === value) ?? '' })}
      />
      <Button size="sm" variant="ghost" aria-pressed={view.mine} onClick={() => onChange({ mine: !view.mine })}>
        Of my communities
      </Button>
      <Button
        size="sm"
        variant="ghost"
        aria-pressed={view.overdue}
        onClick={() => onChange({ overdue: !view.overdue })}
      >
        Review overdue
      </Button>
    </search>
  );
}
