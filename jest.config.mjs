/** They take minutes at any count, or many seconds. */
const SLOW_FAULTS =
  'far-out-values|redis-lost|disk-full|network-away|network-cuts|rounds-killed|killed-without-warning|postgres-killed|crash-points|imports-killed|collisions|clock|poison-jobs|linkages-imported';
/** Pages beside each user's main tasks, and every page in every look. */
const OTHER_PAGES = 'accessibility|administration|imports|network-cuts|notices|people|photos|rounds';
/** The other fault suites run in `npm test`, at counts that take seconds; test/support/fault-counts.ts says which. */
const TESTS = {
  short: [
    '{libs,apps,database}/**/*.spec.ts',
    'test/{journeys,trust}/**/*.spec.ts',
    `test/console/!(${OTHER_PAGES}).spec.ts`,
    `test/faults/**/!(${SLOW_FAULTS}).spec.ts`,
  ],
  faults: [
    'test/{faults,trust}/**/*.spec.ts',
    'test/scale/contract-pages.spec.ts',
    'libs/identity/src/people.db.spec.ts', // whose races have a long count
    'test/console/network-cuts.spec.ts',
  ],
  all: [
    'test/scale/signature-to-screen.spec.ts',
    `test/faults/**/@(${SLOW_FAULTS}).spec.ts`,
    `test/console/@(${OTHER_PAGES}).spec.ts`,
  ],
};

const form = process.env.LIENKET_TEST_FORM ?? 'short';
const matching = (patterns) => patterns.map((pattern) => `<rootDir>/${pattern}`);
const project = {
  rootDir: import.meta.dirname,
  testMatch: matching(TESTS[form]),
  testEnvironment: '<rootDir>/scripts/jest/environment.cjs',
  runtime: '<rootDir>/scripts/jest/runtime.cjs',
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

/** Each user's main tasks once more: at a desk what `npm test` does on a phone, and the other way round. */
const onTheOtherScreen = {
  ...project,
  displayName: 'on the other screen',
  testMatch: matching(['test/console/@(buyer|contract|dashboard|desk|keyboard|list-produce).spec.ts']),
  globals: { isOnTheOtherScreen: true },
};

export default {
  // That something hangs is told by it, not how fast it is: machines are shared.
  testTimeout: 180_000,
  projects: form === 'all' ? [project, onTheOtherScreen] : [project],
};
