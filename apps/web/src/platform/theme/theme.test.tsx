import { expect, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useTheme } from './theme';

test('a chosen theme applies to the document and is remembered; "system" forgets it', () => {
  const { result } = renderHook(() => useTheme());
  expect(result.current[0]).toBe('system');

  act(() => result.current[1]('dark'));
  expect(result.current[0]).toBe('dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(localStorage.getItem('chapterhouse.theme')).toBe('dark');

  act(() => result.current[1]('system'));
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  expect(localStorage.getItem('chapterhouse.theme')).toBeNull();
});
