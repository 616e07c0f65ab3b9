import '@chapterhouse/ui/base.css';
import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { apolloClient } from '../platform/apollo/client';
import { keepPagesForOffline } from './offline-pages';
import { createRouter } from './router';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={apolloClient}>
      <RouterProvider router={createRouter()} />
    </ApolloProvider>
  </StrictMode>,
);

keepPagesForOffline();
