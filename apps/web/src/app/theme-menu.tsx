import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuChoice, MenuSeparator } from '@chapterhouse/ui/menu';
import { Contrast, Monitor, Moon, Sun } from 'lucide-react';
import { useContrast } from '../platform/theme/contrast';
import { useTheme } from '../platform/theme/theme';

const OPTIONS = [
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
] as const;

const CONTRASTS = [
  { value: 'system', label: 'Contrast as the system', icon: <Monitor aria-hidden /> },
  { value: 'more', label: 'More contrast', icon: <Contrast aria-hidden /> },
] as const;

export function ThemeMenu() {
  const [theme, setTheme] = useTheme();
  const [contrast, setContrast] = useContrast();
  const icon = OPTIONS.find(({ value }) => value === theme)?.icon;
  return (
    <Menu align="end" trigger={<IconButton label="Theme" icon={icon} />}>
      <MenuChoice label="Theme" value={theme} onChange={setTheme} options={OPTIONS} />
      <MenuSeparator />
      <MenuChoice label="Contrast" value={contrast} onChange={setContrast} options={CONTRASTS} />
    </Menu>
  );
}
