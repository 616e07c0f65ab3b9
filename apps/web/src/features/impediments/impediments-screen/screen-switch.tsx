import { Segments } from '@chapterhouse/ui/segments';
import { Kanban, List } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import type { SavedViewScreen } from '../../../generated/graphql';

const SCREENS = [
  { value: 'BOARD', label: 'Board', icon: <Kanban aria-hidden /> },
  { value: 'LIST', label: 'List', icon: <List aria-hidden /> },
] as const;

/** The same impediments as a board or as a list; the filter goes along. */
export function ScreenSwitch({ screen }: { screen: SavedViewScreen }) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const change = (next: SavedViewScreen) =>
    void navigate({ pathname: next === 'LIST' ? '/impediments/list' : '/impediments', search });
  return <Segments label="Show as" value={screen} onChange={change} options={SCREENS} />;
}
