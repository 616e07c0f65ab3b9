import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { can } from '../../../platform/session/can';
import { DecisionsAbout } from '../../decisions/public';
import { ItemDependencies } from '../dependencies/item-dependencies';
import { ItemBlockedMark } from '../item/item-blocked-mark';
import { openCell } from '../item-acts/open-cell';
import { criteriaOf, criteriaText } from '../item-fields/criteria-text';
import { ItemActivity } from './item-activity';
import { ItemChildren } from './item-children';
import { ItemFacts } from './item-facts';
import { ItemPart } from './item-part';
import { ItemScore } from './item-score';
import { ItemImpediments, ItemLinks } from './item-standing';
import { ItemWords } from './item-words';
import type { ShownItem } from './use-item';
import './item-page.css';

/** Everything about one item: what it is first, what hangs on it then, what happened to it last. */
export function ItemBody({ item, layout }: { item: ShownItem; layout: 'panel' | 'page' }) {
  const { id, key, title, description, acceptanceCriteria, tier, blocked } = item;
  useShortcut({ key: 'm', label: `Change the state of ${key}`, run: () => openCell.choose(key, 'state') });
  useShortcut({ key: 's', label: `Change the size of ${key}`, run: () => openCell.choose(key, 'points') });
  useShortcut({ key: 'a', label: `Change the assignee of ${key}`, run: () => openCell.choose(key, 'assignee') });
  useShortcut({ key: 'g', label: `Change the goal of ${key}`, run: () => openCell.choose(key, 'goal') });
  return (
    <div className={`item-page item-page--${layout}`}>
      <div className="item-page__main">
        <ItemWords
          item={item}
          field="title"
          label="title"
          read={(one) => one.title}
          input={(text) => ({ title: text.trim() })}
        >
          <h2 className="item-page__title">{title}</h2>
        </ItemWords>
        <ItemBlockedMark blocked={blocked} />
        {layout === 'panel' && <ItemFacts item={item} />}
        <ItemPart title="Description">
          <ItemWords
            item={item}
            field="description"
            label="description"
            kind="area"
            read={(one) => one.description}
            input={(text) => ({ description: text })}
          >
            {description === '' ? (
              <p className="item-page__none">Nothing is written yet.</p>
            ) : (
              <div>
                <MarkdownText text={description} />
              </div>
            )}
          </ItemWords>
        </ItemPart>
        <ItemPart title="Acceptance criteria">
          <ItemWords
            item={item}
            field="acceptanceCriteria"
            label="acceptance criteria"
            kind="area"
            hint="One a line. Where one needs several lines, leave a line empty between them."
            read={(one) => criteriaText(one.acceptanceCriteria)}
            input={(text) => ({ acceptanceCriteria: criteriaOf(text) })}
          >
            {acceptanceCriteria.length === 0 ? (
              <p className="item-page__none">
                {tier === 'FEATURE' ? 'None yet; a feature needs them before it is ready.' : 'None.'}
              </p>
            ) : (
              <ol className="item-page__criteria">
                {acceptanceCriteria.map((criterion) => (
                  <li key={criterion}>
                    <MarkdownText text={criterion} />
                  </li>
                ))}
              </ol>
            )}
          </ItemWords>
        </ItemPart>
        <ItemChildren item={item} />
        <ItemImpediments item={item} />
        <ItemPart title="Dependencies">
          <ItemDependencies item={item} mayAsk={can(item, 'item:edit')} />
        </ItemPart>
        <ItemLinks item={item} />
        <ItemPart title="Decisions">
          <DecisionsAbout
            of={{ touchesId: id }}
            none="Nothing was decided about it."
            begun={{ link: { kind: 'ITEM', thingId: key, title: `${key} ${title}` } }}
          />
        </ItemPart>
        {layout === 'panel' && (
          <ItemPart title="Score">
            <ItemScore item={item} />
          </ItemPart>
        )}
        <ItemActivity item={item} />
      </div>
      {layout === 'page' && (
        <aside className="item-page__side" aria-label="Facts">
          <ItemFacts item={item} />
          <ItemPart title="Score">
            <ItemScore item={item} />
          </ItemPart>
        </aside>
      )}
    </div>
  );
}
