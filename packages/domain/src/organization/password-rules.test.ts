import { describe, expect, it } from '@jest/globals';
import { passwordProblems } from './password-rules.js';

const ANA = { email: 'ana.maria.roth@example.org', name: 'Ana Maria Roth' };

describe('a new password', () => {
  it.each([
    'four unrelated words here',
    'Übergrößenträger 4711',
    'kT7#qz!mW2@x',
    '🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧',
    `${'long '.repeat(39)}and so on`.slice(0, 200),
  ])('may be %j', (password) => expect(passwordProblems(password, ANA)).toEqual([]));

  it.each([
    ['nothing', '', 'at least 12'],
    ['11 characters', 'kT7#qz!mW2@', 'at least 12'],
    ['11 characters that take two units each', '🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔', 'at least 12'],
    ['201 characters', 'kT7#qz!mW2@xV'.repeat(16).slice(0, 201), 'at most 200'],
    ['the e-mail', 'Ana.Maria.Roth@Example.org', 'your e-mail or name'],
    ['the local part with digits', 'ana.maria.roth1', 'your e-mail or name'],
    ['the name', 'ana maria roth', 'your e-mail or name'],
    ['a common word with decoration', 'Password12345!', 'less common'],
    ['a row of keys', 'qwertyuiop12', 'less common'],
    ['counting', '123456789012', 'less common'],
    ['one character', 'aaaaaaaaaaaaaa', 'less common'],
    ['two characters', 'abababababababab', 'less common'],
  ])('may not be %s', (_what, password, problem) => {
    expect(passwordProblems(password, ANA)).toEqual([expect.stringContaining(problem)]);
  });

  it('is not compared with an empty name or e-mail', () => {
    expect(passwordProblems('93817-46520-7716', { email: '', name: '' })).toEqual([]);
  });
});
