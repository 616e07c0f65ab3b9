import { useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '../platform/commands/use-command';
import { setSingleKeys, singleKeysOn, subscribeToShortcuts } from '../platform/shortcuts/shortcut-registry';
import { useContrast } from '../platform/theme/contrast';
import { type Theme, useTheme } from '../platform/theme/theme';

/** What the header's menus set, and the ways that the navigation does not show, for the command palette. */
export function SettingsCommands() {
  const navigate = useNavigate();
  const [contrast, setContrast] = useContrast();
  const keysOn = useSyncExternalStore(subscribeToShortcuts, singleKeysOn);
  const more = contrast === 'more';
  useCommand({
    id: 'go:/impediments/list',
    label: 'List',
    group: 'go',
    keywords: 'impediments table rows',
    run: () => void navigate('/impediments/list'),
  });
  useThemeCommand('light', 'Light theme');
  useThemeCommand('dark', 'Dark theme');
  useThemeCommand('system', 'Theme as the system');
  useCommand({
    id: 'contrast',
    label: more ? 'Contrast as the system' : 'More contrast',
    group: 'settings',
    keywords: 'high less accessibility',
    run: () => setContrast(more ? 'system' : 'more'),
  });
  useCommand({
    id: 'single-keys',
    label: keysOn ? 'Turn single keys off' : 'Turn single keys on',
    group: 'settings',
    keywords: 'keyboard shortcuts dictate accessibility',
    run: () => setSingleKeys(!keysOn),
  });
  return null;
}

/** Only a theme that is not the present one is something to do. */
function useThemeCommand(theme: Theme, label: string): void {
  const [present, setTheme] = useTheme();
  useCommand({
    id: `theme:${theme}`,
    label,
    group: 'settings',
    keywords: 'theme mode colours appearance',
    when: present !== theme,
    run: () => setTheme(theme),
  });
}
