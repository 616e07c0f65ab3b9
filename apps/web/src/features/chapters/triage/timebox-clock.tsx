import { Hourglass } from 'lucide-react';
import { clockText, clockWords, type TimeboxLook } from './timebox-look';
import './timebox-clock.css';

const WORDS = { calm: null, soon: 'come to a result', over: 'time is up' };

/** The clock of an item; its colour is said in words, too. */
export function TimeboxClock({ look, connected }: { look: TimeboxLook | null; connected: boolean }) {
  if (!look) return <p className="timebox timebox--none">No timebox</p>;
  const { left, running, tone } = look;
  const words = running ? WORDS[tone] : 'paused';
  return (
    <p className={`timebox timebox--${running ? tone : 'calm'}`} data-paused={!running || undefined}>
      <Hourglass aria-hidden />
      <span className="timebox__left" role="timer" aria-label={clockWords(left)}>
        {clockText(left)}
      </span>
      {words !== null && <span className="timebox__words">{words}</span>}
      {!connected && running && <span className="timebox__words">without a connection</span>}
    </p>
  );
}
