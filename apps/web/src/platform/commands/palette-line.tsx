import { Kbd } from '@chapterhouse/ui/kbd';
import { Command as Cmdk } from 'cmdk';
import {
  BookOpen,
  FileText,
  ArrowRight,
  Bookmark,
  Boxes,
  History,
  Hourglass,
  ListChecks,
  ListTree,
  type LucideIcon,
  Lightbulb,
  MessagesSquare,
  Network,
  Plus,
  Repeat,
  Scale,
  Settings2,
  Sprout,
  Tag,
  TrafficCone,
  UserRound,
  Users,
  UsersRound,
  Zap,
} from 'lucide-react';
import type { LineGroup, LineIcon } from './palette-lines';

const ICONS: Record<LineIcon, LucideIcon> = {
  here: Zap,
  recent: History,
  create: Plus,
  go: ArrowRight,
  settings: Settings2,
  IMPEDIMENT: TrafficCone,
  PERSON: UserRound,
  TEAM: Users,
  AREA: Network,
  PRODUCT: Boxes,
  SOURCE: Hourglass,
  LABEL: Tag,
  VIEW: Bookmark,
  DECISION: Scale,
  ITEM: ListTree,
  CADENCE: Repeat,
  COMMUNITY: UsersRound,
  ARTIFACT: BookOpen,
  PAGE: FileText,
  IDEA: Lightbulb,
  DISCUSSION: MessagesSquare,
  CHECKLIST_RUN: ListChecks,
  ADOPTION: Sprout,
};

export type PaletteLinesProps = { group: LineGroup; onChoose: (run: () => void) => void };

export function PaletteLines({ group, onChoose }: PaletteLinesProps) {
  return (
    <Cmdk.Group heading={group.heading} className="palette__group">
      {group.lines.map(({ id, label, detail, shortcut, icon, run }) => {
        const Icon = ICONS[icon];
        return (
          <Cmdk.Item
            key={id}
            value={id}
            className="palette__line"
            aria-keyshortcuts={shortcut}
            onSelect={() => onChoose(run)}
          >
            <Icon aria-hidden />
            <span className="palette__text">
              <span className="palette__label" title={label}>
                {label}
              </span>
              {detail && (
                <span className="palette__detail" title={detail}>
                  {detail}
                </span>
              )}
            </span>
            {shortcut !== undefined && (
              <span aria-hidden>
                <Kbd>{shortcut}</Kbd>
              </span>
            )}
          </Cmdk.Item>
        );
      })}
    </Cmdk.Group>
  );
}
