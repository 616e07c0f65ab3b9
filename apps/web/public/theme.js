// Runs before the first paint; the same keys as src/platform/theme/theme.ts and contrast.ts.
try {
  const chosen = localStorage.getItem('chapterhouse.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  if (localStorage.getItem('chapterhouse.contrast') === 'more') document.documentElement.dataset.contrast = 'more';
} catch {
  // Storage may be forbidden; the system's theme is used then.
}
