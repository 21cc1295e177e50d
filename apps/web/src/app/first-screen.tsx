import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { Client } from '@urql/core';
import { renderToString } from 'react-dom/server';
import { Provider } from 'urql';
import { LanguageProvider } from './language';
import { router } from './router';

/** Asked and not answered yet. */
const waiting = new Client({ url: '/graphql', exchanges: [() => () => never] });
function never(): void {
  // Nothing comes.
}

/** What the page at an address shows to whoever is nobody yet and before anything was answered, in Vietnamese. */
export async function firstScreen(path: string): Promise<string> {
  router.update({
    ...router.options,
    scrollRestoration: false,
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  await router.load();
  return renderToString(
    <LanguageProvider>
      <Provider value={waiting}>
        <RouterProvider router={router} />
      </Provider>
    </LanguageProvider>,
  );
}
