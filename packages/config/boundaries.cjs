/** The walls of the house (docs/adr/0002): what may import what. Run by `npm run boundaries`. */
const feature = '^apps/api/src/features/([^/]+)/';
const webFeature = '^apps/web/src/features/([^/]+)/';
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means two rooms without a wall.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'features-by-public',
      comment: 'A feature imports another only through its public.ts.',
      severity: 'error',
      from: { path: feature, pathNot: '\\.test\\.ts$' },
      to: { path: feature, pathNot: ['^apps/api/src/features/$1/', '/public\\.ts$'] },
    },
    {
      name: 'web-features-by-public',
      comment: 'A screen imports another feature only through its public.ts.',
      severity: 'error',
      from: { path: webFeature, pathNot: '\\.test\\.tsx?$' },
      to: { path: webFeature, pathNot: ['^apps/web/src/features/$1/', '/public\\.tsx?$'] },
    },
    {
      name: 'organization-imports-no-feature',
      severity: 'error',
      from: { path: '^apps/api/src/features/organization/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/features/(?!organization/)' },
    },
    {
      name: 'nothing-imports-insights',
      severity: 'error',
      from: { pathNot: '/features/insights/' },
      to: { path: '/features/insights/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/(api|web)/src/platform/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^apps/(api|web)/src/features/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^packages/ui/' },
      to: { path: '^(apps/|packages/domain)' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Domain rules do no I/O.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: {
        path: ['^apps/', '^packages/ui', '^node_modules/(pg|typeorm|@nestjs|graphql|react|ws|fastify)/'],
      },
    },
    {
      name: 'domain-no-node',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that nobody can find hides its arrow.',
      severity: 'error',
      from: { pathNot: 'packages/config/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(apps|packages)/',
        pathNot: [
          '(\\.d\\.ts|\\.config\\.[cm]?[jt]s|codegen\\.ts|/jest[^/]*|/vite[^/]*|\\.test\\.tsx?)$',
          '(/e2e/|/migrations/|packages/config/|apps/web/public/|/\\.gallery/)',
          '/src/.*-(events|refusals)\\.ts$',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
    },
  },
};
