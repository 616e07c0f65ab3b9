import { DELEGATION_LEVELS, type DelegationLevel, LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';

const MEANINGS: Record<DelegationLevel, string> = {
  TELL: 'Who is accountable decides, and tells the others.',
  SELL: 'Who is accountable decides, says why, and tells the others.',
  CONSULT: 'Who is accountable decides, after asking for advice.',
  AGREE: 'Both decide together: each side consents, or it is not accepted.',
  ADVISE: 'Who is trusted decides, after asking who is accountable for advice; a veto may follow.',
  INQUIRE: 'Who is trusted decides, and tells who is accountable; a veto may follow.',
  DELEGATE: 'Who is trusted decides, and nobody needs to be asked or told.',
};

/** What the columns mean, for whom the board is new. */
export function LevelMeanings() {
  return (
    <details className="level-meanings">
      <summary>What the seven levels mean</summary>
      <dl>
        {DELEGATION_LEVELS.map((level) => (
          <div key={level}>
            <dt>
              <span>{LEVEL_RULES[level].number}</span> {LEVEL_RULES[level].title}
            </dt>
            <dd>{MEANINGS[level]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
