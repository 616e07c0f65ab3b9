import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { operationsInPlace } from './vite-operations.ts';

/** Where `npm run dev` finds the api. */
const api = process.env['CHAPTERHOUSE_API'] ?? 'http://127.0.0.1:3000';

/**
 * Editors and drawings of diagrams: only who writes or meets a diagram loads them, so they are not part of what every
 * browser keeps ahead.
 */
const LARGE =
  /node_modules[\\/](mermaid|@mermaid-js|cytoscape[^\\/]*|d3(-[^\\/]+)?|dagre-d3-es|katex|roughjs|langium|chevrotain[^\\/]*|@codemirror|@lezer)[\\/]/;

export default defineConfig({
  plugins: [
    operationsInPlace(fileURLToPath(new URL('src', import.meta.url))),
    react(),
    // The app's own files, so that it opens without a connection; what people read is kept by platform/offline.
    VitePWA({
      registerType: 'autoUpdate',
      // Registered by src/app/offline-pages.ts: a script in the page would be against the content security policy.
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['assets/**/*.{js,css}', '*.{js,svg}'],
        globIgnores: ['**/node_modules/**/*', 'assets/large/**'],
        navigateFallback: null,
        runtimeCaching: [
          {
            // The page is asked for first, so that a new release is there at the next visit.
            urlPattern: ({ request }) => request.mode === 'navigate',
            handler: 'NetworkFirst',
            options: {
              cacheName: 'page',
              networkTimeoutSeconds: 4,
              cacheableResponse: { statuses: [200] },
              // All addresses are one page, which routes by itself.
              plugins: [{ cacheKeyWillBeUsed: () => Promise.resolve('/') }],
            },
          },
        ],
      },
    }),
  ],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: api, changeOrigin: true, ws: true, rewriteWsOrigin: true },
      '/files': { target: api, changeOrigin: true },
      '/feeds': { target: api, changeOrigin: true },
    },
  },
  build: {
    outDir: 'dist',
    // The first versions with light-dark(), which the tokens use as it is.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // No data: addresses, so that the content security policy can stay strict.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => LARGE.test(id)) ? 'assets/large/[name]-[hash].js' : 'assets/[name]-[hash].js',
        codeSplitting: {
          // Libraries change less often than screens: they keep their own files in the browser's cache.
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|cookie|set-cookie-parser)[\\/]/,
            },
            { name: 'graphql', test: /node_modules[\\/](@apollo|@wry|graphql|graphql-ws|optimism|rxjs|tslib)[\\/]/ },
          ],
        },
      },
    },
  },
});
