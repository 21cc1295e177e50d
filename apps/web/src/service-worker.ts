import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: Window & { readonly __PRECACHE: { readonly url: string; readonly revision: string | null }[] };

/** What the server itself answers with a page or a file. */
const NOT_THE_CONSOLE = [/^\/graphql/, /^\/health/, /^\/metrics/, /^\/rounds/, /\.xlsx$/];

clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(self.__PRECACHE);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: NOT_THE_CONSOLE }));
