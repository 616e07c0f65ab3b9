import { expect, test } from '@jest/globals';
import { reasonOf, withoutTags } from './diagram-words';

test('no label is read as HTML; breaks and the signs of diagrams stay', () => {
  expect(withoutTags('a["<img src=x onerror=run()>"] --> b["</p><!-- x -->"]')).toBe(
    'a["#lt;img src=x onerror=run()#gt;"] --> b["#lt;/p#gt;#lt;!-- x -->"]',
  );
  const signs = 'class A { <<interface>> }\nA <|-- B\nA <--> B\na[one<br/>two<BR>three] x < 3';
  expect(withoutTags(signs)).toBe(signs);
  expect(withoutTags('<<img src=x onerror=run()>')).toBe('<#lt;img src=x onerror=run()#gt;');
  expect(withoutTags('a[<b>] --> c["the <i>one</i>"]')).toBe('a[#lt;b#gt;] --> c["the #lt;i#gt;one#lt;/i#gt;"]');
  // An arrow is never the end of a tag.
  expect(withoutTags('a(x <y) --> b(x <y) ==> c(x <y) -.-> d')).toBe('a(x #lt;y) --> b(x #lt;y) ==> c(x #lt;y) -.-> d');
});

test('why a diagram cannot be drawn, in words', () => {
  expect(reasonOf(new Error("Parse error on line 5:\n...\n^\nExpecting 'A', 'B', got '1'"), 'a\nb\n')).toBe(
    'It ends too early, at line 2.',
  );
  expect(reasonOf(new Error("Parse error on line 2:\n...\nExpecting 'A', got 'NODE_STRING'"))).toBe(
    'Parse error on line 2: it did not expect “NODE_STRING” there.',
  );
  expect(reasonOf(new Error('No diagram type detected matching …'))).toMatch(/^Its first line/);
});
