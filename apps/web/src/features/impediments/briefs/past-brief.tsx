import { BRIEF_STATE_TITLES } from '@chapterhouse/domain/impediments/brief-answer';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { AskedOfMeQuery } from '../../../generated/graphql';
import { Moment } from '../moment';
import { BriefAnswer } from './brief-answer';

type Past = AskedOfMeQuery['past']['edges'][number]['node'];

export type PastBriefProps = {
  brief: Past;
  /** Its impediment's key, where nothing above it has that. */
  id: string | undefined;
  /** It was answered a moment ago, on this screen. */
  focus: boolean;
};

/** What was asked, and what was answered. */
export function PastBrief({ brief, id: place, focus }: PastBriefProps) {
  const { id, impediment, data, sentBy, sentAt, answer, state } = brief;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (focus) line.current?.focus();
  }, [focus]);
  return (
    <li className="past-brief" id={place} ref={line} tabIndex={-1}>
      <h3 className="past-brief__title">
        <Link to={`/briefs/${id}`}>{impediment.title}</Link>
      </h3>
      <p className="past-brief__about">
        {impediment.key} · {sentBy.name} asked <Moment at={sentAt} />
      </p>
      <p className="past-brief__ask">{data.ask}</p>
      {answer ? <BriefAnswer answer={answer} /> : <p className="past-brief__about">{BRIEF_STATE_TITLES[state]}</p>}
    </li>
  );
}
