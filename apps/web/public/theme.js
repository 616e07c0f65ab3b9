// Runs before the first paint; the same key as src/platform/theme/theme.ts.
try {
  const chosen = localStorage.getItem('chapterhouse.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be forbidden; the system's theme is used then.
}
