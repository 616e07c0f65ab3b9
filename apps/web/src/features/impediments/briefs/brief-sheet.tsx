import { useId } from 'react';
import type { BriefLineFragment, BriefWordsFragment } from '../../../generated/graphql';
import { dayOf, dayWords } from '../impediment-times';
import { BriefAnswer } from './brief-answer';
import { BriefData } from './brief-data';
import './brief-sheet.css';

export type BriefSheetProps = {
  /** With the words of people, whether it was sent or not. */
  data: BriefWordsFragment;
  answer?: BriefLineFragment['answer'];
};

/** A brief as it is read: what is asked first, then the data. */
export function BriefSheet({ data, answer = null }: BriefSheetProps) {
  const { impediment, ask, proposal, answerBy, asOf, timeZone } = data;
  const id = useId();
  const about = [impediment.category, impediment.severity, impediment.source && `waits for ${impediment.source}`];
  return (
    <article className="brief-sheet" aria-labelledby={`${id}-ask`}>
      <section className="brief-sheet__ask">
        <h2 id={`${id}-ask`}>What is asked{answerBy !== null && `, by ${dayWords(answerBy)}`}</h2>
        <Words text={ask} lack="Nothing is asked yet." />
      </section>
      {answer && (
        <section aria-labelledby={`${id}-answer`}>
          <h2 id={`${id}-answer`}>Answer</h2>
          <BriefAnswer answer={answer} />
        </section>
      )}
      <section aria-labelledby={`${id}-proposal`}>
        <h2 id={`${id}-proposal`}>Proposed change</h2>
        <Words text={proposal} lack="Nothing is proposed yet." />
      </section>
      <section aria-labelledby={`${id}-data`}>
        <h2 id={`${id}-data`}>The data</h2>
        <p className="brief-sheet__about">
          As of {dayOf(asOf, timeZone)}. {about.filter(Boolean).join(', ')}.
        </p>
        <BriefData data={data} />
      </section>
    </article>
  );
}

function Words({ text, lack }: { text: string; lack: string }) {
  return text === '' ? <p className="brief-sheet__about">{lack}</p> : <p className="brief-sheet__words">{text}</p>;
}
