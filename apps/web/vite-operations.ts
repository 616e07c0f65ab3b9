import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from 'graphql';
import type { Plugin } from 'vite';

/** `graphql(`…`)` with one document in it. */
const CALL = /\bgraphql\(\s*(?:\/\*[^*]*\*\/)?\s*`([^`]*)`,?\s*\)/g;

/** The table of all documents, not needed any more. */
const TABLE = /^import \{ graphql \} from '[^']*\/generated\/gql';$/m;

/**
 * Puts each parsed operation where it is written. Without this every screen would carry the operations of all
 * screens: the generated `graphql()` looks them up in one table. Types still come from the generated code.
 */
export function operationsInPlace(sources: string): Plugin {
  let fragments = new Map<string, FragmentDefinitionNode>();

  return {
    name: 'chapterhouse-operations-in-place',
    enforce: 'pre',
    buildStart() {
      fragments = new Map();
      for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.operations.ts')) continue;
        for (const [, text = ''] of readFileSync(join(sources, file), 'utf8').matchAll(CALL)) {
          for (const definition of parse(text, { noLocation: true }).definitions)
            if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
        }
      }
    },
    transform(code, id) {
      if (!id.endsWith('.operations.ts')) return null;
      const replaced = code.replace(TABLE, '').replaceAll(CALL, (_, text: string) => {
        const document = withFragments(parse(text, { noLocation: true }), fragments);
        // Parsing JSON is faster than evaluating an object of this depth.
        return `JSON.parse(${JSON.stringify(JSON.stringify(document))})`;
      });
      if (/\bgraphql\(/.test(replaced)) this.error('Write each operation as graphql(`…`), without other arguments.');
      return { code: replaced, map: null };
    },
  };
}

/** Adds every fragment that the document spreads, and those that these spread. */
function withFragments(document: DocumentNode, all: Map<string, FragmentDefinitionNode>): DocumentNode {
  const definitions = [...document.definitions];
  const known = new Set(definitions.map((one) => ('name' in one ? one.name?.value : undefined)));
  // The list grows while it is walked: a fragment that was just added is looked through as well.
  for (const definition of definitions) {
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = all.get(name.value);
        if (known.has(name.value) || !fragment) return;
        known.add(name.value);
        definitions.push(fragment);
      },
    });
  }
  return { ...document, definitions };
}
