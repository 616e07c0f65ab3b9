import { ARGUMENT_TONES, type ArgumentTone } from '@chapterhouse/domain/decisions/decision-fields';
import { classNames } from '@chapterhouse/ui/class-names';
import { Check } from 'lucide-react';
import { useId } from 'react';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { ArgumentList } from './argument-list';
import type { ShownDecision } from './decision-body';

type Option = ShownDecision['options'][number];

const HEADINGS: Record<ArgumentTone, string> = {
  GOOD: 'Speaks for it',
  NEUTRAL: 'Neither for nor against',
  BAD: 'Speaks against it',
};

const NOTHING: Record<ArgumentTone, string> = {
  GOOD: 'Nothing is said for it',
  NEUTRAL: 'Nothing neutral is said',
  BAD: 'Nothing is said against it',
};

export type OptionsComparedProps = {
  options: readonly Option[];
  /** Place of the one that was chosen. */ chosen: number | null;
};

/**
 * Side by side where there is room, what speaks for one beside what speaks for the next, and where nothing does that is said;
 * below each other on a phone.
 */
export function OptionsCompared({ options, chosen }: OptionsComparedProps) {
  // Rows that no option fills take no room.
  const tones = ARGUMENT_TONES.filter((tone) =>
    options.some((option) => option.arguments.some((one) => one.tone === tone)),
  );
  const described = options.some(({ description }) => description !== '');
  return (
    <ul className="options" data-rows={tones.length + (described ? 1 : 0)}>
      {options.map((option, index) => (
        <OptionCard
          key={`${index} ${option.title}`}
          option={option}
          chosen={index === chosen}
          tones={tones}
          described={described}
        />
      ))}
    </ul>
  );
}

type OptionCardProps = { option: Option; chosen: boolean; tones: readonly ArgumentTone[]; described: boolean };

function OptionCard({ option, chosen, tones, described }: OptionCardProps) {
  const id = useId();
  const { title, description } = option;
  return (
    <li className={classNames('option', chosen && 'option--chosen')} aria-labelledby={id}>
      <div className="option__head">
        <h4 id={id}>{title}</h4>
        {chosen && (
          <span className="option__chosen">
            <Check aria-hidden />
            Chosen
          </span>
        )}
      </div>
      {described && (
        <div className="option__text">
          {description === '' ? <Nothing>Not described</Nothing> : <MarkdownText text={description} />}
        </div>
      )}
      {tones.map((tone) => {
        const list = option.arguments.filter((one) => one.tone === tone);
        return (
          <div key={tone} className="option__side">
            {list.length === 0 ? (
              <Nothing>{NOTHING[tone]}</Nothing>
            ) : (
              <>
                <h5>{HEADINGS[tone]}</h5>
                <ArgumentList list={list} />
              </>
            )}
          </div>
        );
      })}
    </li>
  );
}

/** Where the option beside it has something. */
function Nothing({ children }: { children: string }) {
  return <p className="option__nothing">{children}</p>;
}
