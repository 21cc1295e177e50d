/** Everything below LIENKET_TEST_ALL takes minutes, and runs by `npm run test:all`. */
const all = process.env.LIENKET_TEST_ALL === '1';

export default {
  rootDir: import.meta.dirname,
  testMatch: all
    ? ['<rootDir>/test/{faults,scale,trust}/**/*.spec.ts']
    : ['<rootDir>/{libs,apps,database}/**/*.spec.ts', '<rootDir>/test/{journeys,trust}/**/*.spec.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^@lienket/(.*)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testTimeout: 30_000,
};
