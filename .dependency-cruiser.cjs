/** The plan of the house, from the ground up. A room imports only rooms before it; a new one takes its place here or isn't built. */
const ROOMS = [
  'platform',
  'identity',
  'registry',
  'market',
  'contracts',
  'imports',
  'notices',
  'participation',
  'matching',
];

const FRONT_DOOR = '/src/index\\.ts$';

const law = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    law('no-cycles', {}, { circular: true }),
    law('everything-resolves', {}, { couldNotResolve: true }),
    law('every-room-has-its-place', {}, { path: '^libs/', pathNot: `^libs/(${ROOMS.join('|')})/` }),
    ...ROOMS.slice(0, -1).map((room, rank) =>
      law(
        `${room}-looks-down-only`,
        { path: `^libs/${room}/` },
        { path: `^libs/(${ROOMS.slice(rank + 1).join('|')})/` },
      ),
    ),
    law('use-the-front-door', { path: '^libs/([^/]+)/' }, { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', FRONT_DOOR] }),
    law('use-the-front-door-from-outside', { path: '^(apps|database|test)/' }, { path: '^libs/', pathNot: FRONT_DOOR }),
    law('rooms-know-no-app', { path: '^libs/' }, { path: '^apps/' }),
    law('web-knows-only-the-schema', { path: '^apps/web/' }, { path: '^(libs|database|apps/(?!web/))' }),
    law(
      'api-uses-the-workers-front-door',
      { path: '^apps/api/' },
      { path: '^apps/worker/', pathNot: '^apps/worker/src/index\\.ts$' },
    ),
    law('worker-knows-no-api', { path: '^apps/worker/' }, { path: '^apps/api/' }),
    law(
      'code-knows-no-test',
      { path: '^(apps|libs|database)/', pathNot: '\\.spec\\.ts$' },
      { path: ['^test/', '\\.spec\\.ts$'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
