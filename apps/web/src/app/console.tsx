import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { Provider } from 'urql';
import { createConsoleClient } from './client';
import { LanguageProvider } from './language';
import { router } from './router';
import { useSession } from './session';

export function Console() {
  const userId = useSession()?.userId;
  const client = useMemo(createConsoleClient, [userId]);
  // Whose session ended meanwhile is asked to sign in, and comes back to where they were.
  useEffect(() => {
    void router.invalidate();
  }, [userId]);
  return (
    <LanguageProvider>
      <Provider value={client}>
        <RouterProvider router={router} />
      </Provider>
    </LanguageProvider>
  );
}
