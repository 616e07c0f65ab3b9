import { Segments } from '@chapterhouse/ui/segments';
import { useState } from 'react';
import { THEMES, useTheme } from '../platform/theme/theme';
import { ActionSamples } from './action-samples';
import { ChoiceSamples } from './choice-samples';
import { FieldSamples } from './field-samples';
import { FloatingSamples } from './floating-samples';
import { StandingSamples } from './standing-samples';
import { TokenSamples } from './token-samples';
import './design-page.css';

const THEME_OPTIONS = THEMES.map((value) => ({ value, label: value }));
const CONTRASTS = [
  { value: 'usual', label: 'usual contrast' },
  { value: 'more', label: 'more contrast' },
] as const;

/** Every token and every primitive in every state: `npm run dev`, then /design.html. Not part of the built app. */
export function DesignPage() {
  const [theme, setTheme] = useTheme();
  const [contrast, setContrast] = useState<'usual' | 'more'>('usual');
  const change = (next: typeof contrast) => {
    setContrast(next);
    if (next === 'more') document.documentElement.dataset['contrast'] = 'more';
    else delete document.documentElement.dataset['contrast'];
  };
  return (
    <main className="design">
      <header className="design__head">
        <h1>Design system</h1>
        <Segments label="Theme" value={theme} onChange={setTheme} options={THEME_OPTIONS} />
        <Segments label="Contrast" value={contrast} onChange={change} options={CONTRASTS} />
      </header>
      <TokenSamples />
      <ActionSamples />
      <FieldSamples />
      <ChoiceSamples />
      <StandingSamples />
      <FloatingSamples />
    </main>
  );
}
