import { expect, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useContrast } from './contrast';

test('more contrast applies to the document and is remembered; "system" forgets it', () => {
  const { result } = renderHook(() => useContrast());
  expect(result.current[0]).toBe('system');

  act(() => result.current[1]('more'));
  expect(result.current[0]).toBe('more');
  expect(document.documentElement.dataset['contrast']).toBe('more');
  expect(localStorage.getItem('chapterhouse.contrast')).toBe('more');

  act(() => result.current[1]('system'));
  expect(document.documentElement.dataset['contrast']).toBeUndefined();
  expect(localStorage.getItem('chapterhouse.contrast')).toBeNull();
});
