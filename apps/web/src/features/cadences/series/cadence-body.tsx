import { CADENCE_KIND_TITLES } from '@chapterhouse/domain/cadences/cadence-kinds';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CadenceQuery } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { useViewer } from '../../../platform/session/session-provider';
import {
  clockWords,
  elsewhereWords,
  lengthWords,
  longDayWords,
  placedIn,
  ruleWords,
  zoneWords,
} from '../meeting-times';
import { OccurrencePart } from '../occurrence/occurrence-part';
import { PlaceWords } from '../place-words';
import { RoleHints } from '../role-hints';
import '../occurrence/occurrence.css';

type Shown = CadenceQuery['cadence'];

/** Everything of a series. */
export function CadenceBody({ cadence }: { cadence: Shown }) {
  const { agenda, hints, next, follows } = cadence;
  const here = useViewer().organization.timeZone;
  return (
    <div className="cadence-page">
      <div className="occurrence__main">
        <h2 className="ch-visually-hidden">This series</h2>
        <p className="cadence-page__sentence">{ruleWords(cadence, here)}</p>
        <Facts cadence={cadence} />
        {hints.length > 0 && <RoleHints hints={hints} />}
        {agenda.trim() !== '' && (
          <OccurrencePart title="Agenda">
            <MarkdownText text={agenda} />
          </OccurrencePart>
        )}
        {follows && (
          <p className="occurrence__quiet">
            Before, it was <Link to={`/cadences/${encodeURIComponent(follows.id)}`}>{ruleWords(follows, here)}</Link>.
          </p>
        )}
      </div>
      <OccurrencePart title="Next dates">
        {next.length === 0 && <p className="occurrence__none">None is to come.</p>}
        <ol className="next-dates">
          {next.map((one) => (
            <NextDate key={one.id} one={one} cadenceId={cadence.id} />
          ))}
        </ol>
      </OccurrencePart>
    </div>
  );
}

function NextDate({ one, cadenceId }: { one: Shown['next'][number]; cadenceId: string }) {
  const today = useToday();
  const { organization, person } = useViewer();
  const at = placedIn(organization.timeZone, one);
  const cancelled = one.state === 'CANCELLED';
  const leads = one.facilitator && (one.facilitator.id === person.id ? 'you facilitate' : one.facilitator.name);
  const facts = [
    elsewhereWords(one, organization.timeZone),
    cancelled ? 'cancelled' : one.moved && 'moved',
    !cancelled && leads,
  ];
  return (
    <li className="next-dates__one" data-cancelled={cancelled || undefined}>
      <Link
        to={`/calendar/${encodeURIComponent(one.id)}/page`}
        state={{ from: `/cadences/${encodeURIComponent(cadenceId)}` }}
      >
        {cancelled && <VisuallyHidden>Cancelled: </VisuallyHidden>}
        {longDayWords(at.day, today)}, {clockWords(at)}
      </Link>
      <span className="next-dates__facts">{facts.filter(Boolean).join(' · ')}</span>
    </li>
  );
}

function Facts({ cadence }: { cadence: Shown }) {
  const { kind, scope, chapter, community, minutes, timeZone, place, audience, facilitation, facilitator, rota } =
    cadence;
  const names = [...audience.roles.map((role) => ROLE_TITLES[role]), ...audience.people.map(({ name }) => name)];
  return (
    <dl className="cadence-facts">
      <Fact name="What">{CADENCE_KIND_TITLES[kind]}</Fact>
      <Fact name="Whose">
        {chapter ? (
          <Link to={`/chapters/${encodeURIComponent(chapter.id)}`}>{chapter.name}</Link>
        ) : community ? (
          <Link to={`/communities/${encodeURIComponent(community.id)}`}>{community.name}</Link>
        ) : scope.kind === 'TEAM' ? (
          <Link to={`/teams/${encodeURIComponent(scope.id)}`}>{scope.name}</Link>
        ) : (
          scope.name
        )}
      </Fact>
      <Fact name="How long">{lengthWords(minutes)}</Fact>
      <Fact name="Clocks of">{zoneWords(timeZone)}</Fact>
      {place !== '' && (
        <Fact name="Where">
          <PlaceWords place={place} />
        </Fact>
      )}
      <Fact name="Invited">{names.length === 0 ? 'nobody yet' : names.join(', ')}</Fact>
      <Fact name="Facilitates">
        {facilitation === 'ROTA' && rota && (
          <>
            in turns: <Link to={`/rotas/${encodeURIComponent(rota.id)}`}>{rota.name}</Link>
          </>
        )}
        {facilitation === 'ROTA' && !rota && 'in turns'}
        {facilitation === 'FIXED' && (facilitator?.name ?? 'nobody yet')}
        {facilitation === 'NONE' && 'nobody in particular'}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
