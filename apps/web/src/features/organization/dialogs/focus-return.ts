/**
 * Remembers what opened a dialog, and goes back there once it is closed. A menu's item is gone by then: its
 * button gets the focus instead.
 */
export function focusReturn(): () => void {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active;
  return () => {
    setTimeout(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    });
  };
}
