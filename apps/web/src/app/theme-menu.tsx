import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuChoice } from '@chapterhouse/ui/menu';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from '../platform/theme/theme';

const OPTIONS = [
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
] as const;

export function ThemeMenu() {
  const [theme, setTheme] = useTheme();
  const icon = OPTIONS.find(({ value }) => value === theme)?.icon;
  return (
    <Menu align="end" trigger={<IconButton label="Theme" icon={icon} />}>
      <MenuChoice label="Theme" value={theme} onChange={setTheme} options={OPTIONS} />
    </Menu>
  );
}
