import { IconButton } from '@chapterhouse/ui/icon-button';
import { buttonLook } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Keyboard } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { PersonMenu } from '../features/session/public';
import { Tour, TourNote } from '../features/tour/public';
import { CommandPalette } from '../platform/commands/command-palette';
import { PaletteButton } from '../platform/commands/palette-button';
import { useRecentPlaces } from '../platform/commands/use-recent-places';
import { Mark } from '../platform/page/mark';
import { usePageId } from '../platform/page/page-handle';
import { useViewer } from '../platform/session/session-provider';
import { useShortcutKeys } from '../platform/shortcuts/use-shortcut-keys';
import { ConnectionNotice } from './connection-notice';
import { Navigation } from './navigation';
import { SettingsCommands } from './settings-commands';
import { ThemeMenu } from './theme-menu';
import './app-shell.css';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('../platform/shortcuts/shortcuts-dialog')).ShortcutsDialog,
}));

export type AppShellProps = {
  /** What can be done from anywhere, at the right of the header: raising an impediment. */
  headerActions?: ReactNode;
  /** Questions that stand above every screen. */
  overlays?: ReactNode;
};

/** Header, navigation and the present screen. */
export function AppShell({ headerActions, overlays }: AppShellProps) {
  const { organization } = useViewer();
  const { pathname, hash } = useLocation();
  const [keysOpen, setKeysOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main, hash);
  useShortcutKeys(() => setKeysOpen(true));
  useRecentPlaces();

  return (
    <div className="shell">
      <a className={`shell__skip ${buttonLook({ variant: 'primary' })}`} href="#main">
        Skip to the screen
      </a>
      <header className="shell__header">
        <Link to="/" className="shell__organization">
          <Mark />
          <span className="shell__name">{organization.name}</span>
          {organization.demo && <span className="shell__tag">Demo</span>}
        </Link>
        <PaletteButton />
        {headerActions && <div className="shell__actions">{headerActions}</div>}
        <IconButton
          className="shell__keys"
          label="Keys of this screen"
          shortcut="?"
          icon={<Keyboard aria-hidden />}
          onClick={() => setKeysOpen(true)}
        />
        <ThemeMenu />
        <PersonMenu />
      </header>
      <Navigation pathname={pathname} />
      <main className="shell__main" id="main" ref={main} tabIndex={-1}>
        <ConnectionNotice />
        <TourNote />
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <SettingsCommands />
      <CommandPalette />
      <Tour />
      <Suspense>
        {keysOpen && <ShortcutsDialog open onOpenChange={setKeysOpen} />}
        {overlays}
      </Suspense>
    </div>
  );
}

/** A new page begins at its heading, for the eye and for the screen reader; a panel over the same page does not. */
function useFocusOnNewPage(main: { current: HTMLElement | null }, hash: string): void {
  const page = usePageId();
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    // A place on the page that the address names has the focus already.
    if (hash !== '' && hash === `#${document.activeElement?.id ?? ''}`) return;
    main.current?.scrollTo?.(0, 0);
    // Who opened a menu while the page's code was on its way is not torn out of it.
    if (document.activeElement?.closest('[role="menu"][data-state="open"], [role="dialog"][data-state="open"]')) return;
    const heading = main.current?.querySelector<HTMLElement>('h1[tabindex]');
    (heading ?? main.current)?.focus({ preventScroll: true });
    if (!heading) announce(document.title);
  }, [main, page, hash]);
}
