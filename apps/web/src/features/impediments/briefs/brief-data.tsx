import { lostOf, moreDone } from '@chapterhouse/domain/impediments/brief-document';
import { Table } from '@chapterhouse/ui/table';
import { Fragment, type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import type { BriefPaceWordsFragment, BriefWordsFragment } from '../../../generated/graphql';
import { dayOf } from '../impediment-times';
import { plural } from '../plural';
import { amount, earlierSentence } from './brief-words';
import './brief-data.css';

type Words = { data: BriefWordsFragment };

/** What a brief was computed from the records: each number with its formula and its inputs. */
export function BriefData({ data }: Words) {
  return (
    <div className="brief-data">
      <Part title="What it costs">
        <BriefFigures data={data} />
        <Teams data={data} />
      </Part>
      <Part title="Blocked items">
        <BlockedItems data={data} />
      </Part>
      <Part title="Velocity">
        <Velocity data={data} />
      </Part>
      <Part title="Earlier ones of the same source and category">
        <Earlier data={data} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="brief-data__part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** Age, teams, cost: what somebody who decides looks at first. */
export function BriefFigures({ data: { impediment, teams, blockedTeamDays, timeZone } }: Words) {
  const still = teams.filter(({ stillBlocked }) => stillBlocked).length;
  const { ageInWorkingDays, raisedAt } = impediment;
  return (
    <ul className="brief-figures">
      <Figure value={ageInWorkingDays} of="working day" what="old">
        Counted from {dayOf(raisedAt, timeZone)}, when it was raised.
      </Figure>
      <Figure value={still} of="team" what="blocked">
        {still === teams.length ? 'All that ever were.' : `${teams.length - still} more no longer.`}
      </Figure>
      <Figure value={blockedTeamDays.soFar} of="blocked team-day" what="so far">
        Working days that each team was held up, added; each further day costs {amount(blockedTeamDays.perDay)} more.
      </Figure>
    </ul>
  );
}

function Figure({ value, of, what, children }: { value: number; of: string; what: string; children: ReactNode }) {
  return (
    <li className="brief-figures__one">
      <p>
        <strong>{amount(value)}</strong> {plural(value, of).replace(/^\S+ /, '')} {what}
      </p>
      <p className="brief-data__of">{children}</p>
    </li>
  );
}

function Teams({ data: { teams } }: Words) {
  return (
    <div className="brief-rows">
      <Table caption="Affected teams, those that cost most first">
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col">Area</th>
            <th scope="col" className="ch-number">
              Blocked team-days
            </th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {teams.map(({ id, name, area, blockedTeamDays, stillBlocked }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{area}</td>
              <td className="ch-number" data-label="blocked team-days">
                {amount(blockedTeamDays)}
              </td>
              <td>{stillBlocked ? 'blocked' : 'no longer blocked'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function BlockedItems({ data: { blockedItems } }: Words) {
  if (blockedItems.length === 0) return <p className="brief-data__quiet">None are named.</p>;
  return (
    <ul className="brief-data__list">
      {blockedItems.map(({ key, title }) => (
        <li key={key}>
          <span className="brief-data__key">{key}</span> {title}
        </li>
      ))}
    </ul>
  );
}

function Velocity({ data: { velocity } }: Words) {
  if (velocity.teams.length === 0) return <p className="brief-data__quiet">No team is affected.</p>;
  return (
    <>
      <p className="brief-data__of">Lost per sprint = {velocity.formula}. Less may have other reasons, too.</p>
      <div className="brief-rows brief-rows--paces">
        <Table caption="Velocity impact, by team">
          <thead>
            <tr>
              <th scope="col">Team</th>
              <th scope="col">Done</th>
              <th scope="col">Lost per sprint</th>
              <th scope="col">Before</th>
              <th scope="col">While it lasted</th>
            </tr>
          </thead>
          {velocity.teams.map(({ team, items, points }) => (
            <tbody key={team}>
              <Pace team={team} measure="items" pace={items} />
              <Pace team={team} measure="points" pace={points} />
            </tbody>
          ))}
        </Table>
      </div>
    </>
  );
}

function Pace({ team, measure, pace }: { team: string; measure: 'items' | 'points'; pace: BriefPaceWordsFragment }) {
  const { lost, before, during } = pace;
  return (
    <tr>
      {measure === 'items' && (
        <th scope="rowgroup" rowSpan={2}>
          {team}
        </th>
      )}
      <td>{measure}</td>
      <td className={lost === null ? 'brief-data__lack' : 'brief-data__lost'} data-before="Lost:">
        {lostOf(pace)}
        {moreDone(lost) && <span className="brief-data__more">{moreDone(lost)}</span>}
      </td>
      <td data-before="Before:">
        <Mean of={before} />
      </td>
      <td data-before="While it lasted:">
        <Mean of={during} />
      </td>
    </tr>
  );
}

/** "12", with what it is the mean of under it. */
function Mean({ of: { mean, sprints } }: { of: BriefPaceWordsFragment['before'] }) {
  if (sprints.length === 0) return <span className="brief-data__quiet">no data</span>;
  return (
    <span className="brief-data__mean">
      {mean !== null && <span className="brief-data__number">{amount(mean)}</span>}
      <span className="brief-data__of">
        {mean !== null && sprints.length > 1 && 'mean of '}
        {sprints.map(({ name, done }, index) => (
          <Fragment key={name}>
            <span className="brief-data__sprint">
              {name}: {amount(done)}
              {index < sprints.length - 1 && ','}
            </span>{' '}
          </Fragment>
        ))}
      </span>
    </span>
  );
}

function Earlier({ data }: Words) {
  const { impediments } = data.earlier;
  return (
    <>
      <p className={data.earlier.recurring ? 'brief-data__again' : 'brief-data__quiet'}>{earlierSentence(data)}</p>
      {impediments.length > 0 && (
        <ul className="brief-data__list">
          {impediments.map(({ id, key, title, state, blockedTeamDays, resolution }) => (
            <li key={id}>
              <Link className="brief-data__link" to={`/impediments/${key}`}>
                <span className="brief-data__key">{key}</span> {title}
              </Link>{' '}
              <span className="brief-data__of">
                {state.toLowerCase()}, {plural(blockedTeamDays, 'blocked team-day')}
                {resolution !== '' && `: ${resolution}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
