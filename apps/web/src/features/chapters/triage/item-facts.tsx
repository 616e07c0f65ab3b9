import { useQuery } from '@apollo/client/react';
import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { buttonLook } from '@chapterhouse/ui/button';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import {
  ageInDays,
  deadlineWords,
  ImpedimentStateBadge,
  plural,
  useImpedimentLevels,
  useNow,
} from '../../impediments/public';
import type { ShownItem } from './triage-items';
import { IMPEDIMENT_WORDS } from './triage.operations';

/** What one must know to say how it ends. */
export function ItemFacts({ item }: { item: ShownItem }) {
  const { impediment, source, action } = item;
  const today = useToday();
  if (impediment) return <ImpedimentFacts impediment={impediment} />;
  if (source) {
    return <Away to={`/sources/${source.id}`}>What waited for {source.name}, and how often it came back</Away>;
  }
  if (!action) return null;
  return (
    <dl className="triage-facts">
      <Fact label="Promised by">{action.owner.name}</Fact>
      <Fact label="Due">{dayWords(action.dueOn, today)}</Fact>
      {action.carried > 0 && <Fact label="Carried on">{plural(action.carried, 'time')}</Fact>}
      {action.impediment && (
        <Fact label="For">
          {action.impediment.key} {action.impediment.title}
        </Fact>
      )}
    </dl>
  );
}

type Impediment = NonNullable<ShownItem['impediment']>;

function ImpedimentFacts({ impediment }: { impediment: Impediment }) {
  const { nameOf } = useImpedimentLevels();
  const today = useToday();
  const now = useNow();
  const deadline = deadlineOf(impediment, today, now);
  const { key, state, level, severity, owner, raisingTeam, affectedTeams, source, nextStep } = impediment;
  const { blockedTeamDays, blockedTeamDaysPerDay } = impediment;
  return (
    <>
      <dl className="triage-facts">
        <Fact label="State">
          <ImpedimentStateBadge state={state} />
        </Fact>
        <Fact label="Level">{nameOf(level)}</Fact>
        <Fact label="Severity">{severity ? SEVERITY_TITLES[severity] : 'Not yet'}</Fact>
        <Fact label="Owner">{owner?.name ?? 'Nobody yet'}</Fact>
        <Fact label="Clock">
          {deadline ? <span data-over={deadline.overdue || undefined}>{deadlineWords(deadline)}</span> : 'None'}
        </Fact>
        <Fact label="Cost so far">
          {plural(blockedTeamDays, 'team-day')}
          {blockedTeamDaysPerDay > 0 && `, ${blockedTeamDaysPerDay} more each day`}
        </Fact>
        <Fact label="Raised by">
          {raisingTeam.name}, {plural(ageInDays(impediment.raisedAt, now), 'day')} ago
        </Fact>
        <Fact label="Affects">{affectedTeams.map(({ name }) => name).join(', ')}</Fact>
        {source && <Fact label="Waits for">{source.name}</Fact>}
        {nextStep !== '' && <Fact label="Next step">{nextStep}</Fact>}
      </dl>
      <Description impedimentKey={key} />
      <Away to={`/impediments/${key}/page`}>Everything about {key}</Away>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Description({ impedimentKey }: { impedimentKey: string }) {
  const { data } = useQuery(IMPEDIMENT_WORDS, { variables: { key: impedimentKey } });
  const words = data?.impediment.description ?? '';
  if (words === '') return null;
  return (
    <div className="triage-item__words">
      <MarkdownText text={words} />
    </div>
  );
}

/** In another tab: whoever reads on stays in the session. */
function Away({ to, children }: { to: string; children: ReactNode }) {
  return (
    <p>
      <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to={to} target="_blank">
        <ExternalLink aria-hidden />
        <span>{children} (new tab)</span>
      </Link>
    </p>
  );
}
