import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/**/*.operations.ts'],
  ignoreNoDocuments: true,
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      config: {
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string', LocalDateTime: 'string', JSON: 'unknown', Action: 'string' },
        enumType: 'string-literal',
        useTypeImports: true,
        // Apollo asks for it everywhere, and a mock without it is not normalised.
        nonOptionalTypename: true,
      },
    },
  },
};

export default config;
