import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotThere } from './not-there';
import { Frame } from './frame';
import { currentSession } from './session';

const root = createRootRoute({ component: Frame, notFoundComponent: NotThere });

/** For people of an organization; others sign in first and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: ({ location }) => {
    if (!currentSession()) redirect({ to: '/sign-in', search: { then: location.href }, throw: true });
  },
});

const routes = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('../today/today.page'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: ({ then }: Record<string, unknown>): { then?: string } =>
      // A place of ours: nobody is sent elsewhere by an address.
      typeof then === 'string' && /^\/(?!\/)/.test(then) ? { then } : {},
    component: lazyRouteComponent(() => import('../identity/sign-in.page'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/design',
    component: lazyRouteComponent(() => import('../design/design.page'), 'DesignPage'),
  }),
  signedIn.addChildren([
    createRoute({
      getParentRoute: () => signedIn,
      path: '/listings',
      component: lazyRouteComponent(() => import('../market/my-listings.page'), 'MyListingsPage'),
    }),
    createRoute({
      getParentRoute: () => signedIn,
      path: '/listings/new',
      component: lazyRouteComponent(() => import('../market/list-produce.page'), 'ListProducePage'),
    }),
  ]),
]);

export const router = createRouter({ routeTree: routes, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
