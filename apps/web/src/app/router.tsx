import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  stringifySearchWith,
} from '@tanstack/react-router';
import { participationSearch } from '../participation/search';
import { Frame } from './frame';
import { NotThere } from './not-there';
import { currentSession } from './session';

const root = createRootRoute({ component: Frame, notFoundComponent: NotThere });
const getParentRoute = () => root;

const today = createRoute({
  getParentRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../today/today.page'), 'TodayPage'),
});

const signIn = createRoute({
  getParentRoute,
  path: '/sign-in',
  validateSearch: ({ then }: Record<string, unknown>): { then?: string } =>
    // A place of ours: nobody is sent elsewhere by an address.
    typeof then === 'string' && /^\/(?!\/)/.test(then) ? { then } : {},
  component: lazyRouteComponent(() => import('../identity/sign-in.page'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../identity/sign-up.page'), 'SignUpPage'),
});

const participation = createRoute({
  getParentRoute,
  path: '/participation',
  validateSearch: participationSearch,
  component: lazyRouteComponent(() => import('../participation/participation.page'), 'ParticipationPage'),
});

const design = createRoute({
  getParentRoute,
  path: '/design',
  component: lazyRouteComponent(() => import('../design/design.page'), 'DesignPage'),
});

/** For people of an organization; others sign in first and come back. */
const signedIn = createRoute({
  getParentRoute,
  id: 'signed-in',
  beforeLoad: ({ location }): void => {
    if (!currentSession()) redirect({ to: '/sign-in', search: { then: location.href }, throw: true });
  },
});

const myListings = createRoute({
  getParentRoute: () => signedIn,
  path: '/listings',
  component: lazyRouteComponent(() => import('../market/my-postings.page'), 'MyListingsPage'),
});

const myDemands = createRoute({
  getParentRoute: () => signedIn,
  path: '/demands',
  component: lazyRouteComponent(() => import('../market/my-postings.page'), 'MyDemandsPage'),
});

const ListProduce = lazyRouteComponent(() => import('../market/post.page'), 'ListProducePage');
const PostDemand = lazyRouteComponent(() => import('../market/post.page'), 'PostDemandPage');

const posting = [
  createRoute({ getParentRoute: () => signedIn, path: '/listings/new', component: ListProduce }),
  createRoute({ getParentRoute: () => signedIn, path: '/listings/$postingId/edit', component: ListProduce }),
  createRoute({ getParentRoute: () => signedIn, path: '/demands/new', component: PostDemand }),
  createRoute({ getParentRoute: () => signedIn, path: '/demands/$postingId/edit', component: PostDemand }),
] as const;

/** Those that are compared, where some are. */
const validateSearch = ({ compare }: Record<string, unknown>): { compare?: string } =>
  typeof compare === 'string' ? { compare } : {};

const matchesOfListing = createRoute({
  getParentRoute: () => signedIn,
  path: '/listings/$postingId/matches',
  validateSearch,
  component: lazyRouteComponent(() => import('../matching/matches.page'), 'MatchesOfListingPage'),
});

const matchesOfDemand = createRoute({
  getParentRoute: () => signedIn,
  path: '/demands/$postingId/matches',
  validateSearch,
  component: lazyRouteComponent(() => import('../matching/matches.page'), 'MatchesOfDemandPage'),
});

const bundles = createRoute({
  getParentRoute: () => signedIn,
  path: '/demands/$postingId/bundles',
  component: lazyRouteComponent(() => import('../matching/bundles.page'), 'BundlesPage'),
});

const award = createRoute({
  getParentRoute: () => signedIn,
  path: '/awards/$awardId',
  component: lazyRouteComponent(() => import('../contracts/award.page'), 'AwardPage'),
});

const contracts = createRoute({
  getParentRoute: () => signedIn,
  path: '/contracts',
  component: lazyRouteComponent(() => import('../contracts/contracts.page'), 'ContractsPage'),
});

const contract = createRoute({
  getParentRoute: () => signedIn,
  path: '/contracts/$contractId',
  component: lazyRouteComponent(() => import('../contracts/contract.page'), 'ContractPage'),
});

const notices = createRoute({
  getParentRoute: () => signedIn,
  path: '/notices',
  component: lazyRouteComponent(() => import('../notices/notices.page'), 'NoticesPage'),
});

const imports = createRoute({
  getParentRoute: () => signedIn,
  path: '/imports',
  component: lazyRouteComponent(() => import('../imports/imports.page'), 'ImportsPage'),
});

const organizations = createRoute({
  getParentRoute: () => signedIn,
  path: '/participation/organizations',
  validateSearch: participationSearch,
  component: lazyRouteComponent(() => import('../participation/organizations.page'), 'OrganizationsPage'),
});

const organization = createRoute({
  getParentRoute: () => signedIn,
  path: '/participation/organizations/$organizationId',
  component: lazyRouteComponent(() => import('../participation/organization.page'), 'OrganizationPage'),
});

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: '/desk',
  component: lazyRouteComponent(() => import('../desk/desk.page'), 'DeskPage'),
});

const attest = createRoute({
  getParentRoute: () => signedIn,
  path: '/desk/attest',
  component: lazyRouteComponent(() => import('../desk/attest.page'), 'AttestPage'),
});
const rounds = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/matching/rounds',
    component: lazyRouteComponent(() => import('../rounds/rounds.page'), 'RoundsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/matching/rounds/new',
    component: lazyRouteComponent(() => import('../rounds/new-round.page'), 'NewRoundPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/matching/rounds/$roundId',
    component: lazyRouteComponent(() => import('../rounds/round.page'), 'RoundPage'),
  }),
] as const;

const administration = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/administration',
    component: lazyRouteComponent(() => import('../administration/users.page'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/administration/$section',
    component: lazyRouteComponent(() => import('../administration/section.page'), 'SectionPage'),
  }),
] as const;

const ownOrganization = createRoute({
  getParentRoute: () => signedIn,
  path: '/organization',
  component: lazyRouteComponent(() => import('../registry/own-organization.page'), 'OwnOrganizationPage'),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('../identity/account.page'), 'AccountPage'),
});

const routeTree = root.addChildren([
  today,
  signIn,
  signUp,
  participation,
  design,
  signedIn.addChildren([
    myListings,
    myDemands,
    ...posting,
    matchesOfListing,
    matchesOfDemand,
    bundles,
    award,
    contracts,
    contract,
    notices,
    imports,
    organizations,
    organization,
    desk,
    attest,
    ...rounds,
    ...administration,
    ownOrganization,
    account,
  ]),
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  // A code of digits stays as it is: ?province=82, and not "82".
  stringifySearch: stringifySearchWith(JSON.stringify),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
