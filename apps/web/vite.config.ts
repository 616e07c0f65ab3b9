import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { operationsInPlace } from './vite-operations.ts';

/** Where `npm run dev` finds the api. */
const api = process.env['CHAPTERHOUSE_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [operationsInPlace(fileURLToPath(new URL('src', import.meta.url))), react()],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: api, changeOrigin: true, ws: true, rewriteWsOrigin: true },
      '/files': { target: api, changeOrigin: true },
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
