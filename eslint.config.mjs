import tseslint from 'typescript-eslint';

const SQL_WORD = '/^\\s*(select|insert|update|delete|with|create|alter|drop)\\b/i';

const NO_VALUE_IN_SQL = [
  {
    selector: `:not(TaggedTemplateExpression) > TemplateLiteral[expressions.length>0] > TemplateElement.quasis:first-child[value.raw=${SQL_WORD}]`,
    message: 'No value in SQL text: pass parameters, or use the sql tag.',
  },
  {
    selector:
      "CallExpression[callee.property.name='query'] > TemplateLiteral.arguments:first-child[expressions.length>0]",
    message: 'No value in SQL text: pass parameters, or use the sql tag.',
  },
];

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what is exported, so that it is called the same everywhere.',
};

const GRAPHQL_DECORATORS = {
  group: ['@nestjs/graphql', '@nestjs/apollo', '@apollo/*'],
  message: 'Rooms know nothing of GraphQL: that stands in apps/api.',
};
const JOB_LIBRARY = { group: ['bullmq', '@nestjs/bullmq'], message: 'Only libs/platform knows the job library.' };

const RAW_SQL = {
  group: ['sql-template-tag'],
  importNames: ['raw'],
  message: "No value in SQL text: what raw() puts there may be a client's.",
};

const restrictImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '.lienket/', '**/generated/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: { 'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }] } },

  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...NO_VALUE_IN_SQL],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Configuration is read once, in libs/platform/src/config.ts.' },
      ],
      ...restrictImports(JOB_LIBRARY, RAW_SQL),
      // Leaves files with decorators alone (emitDecoratorMetadata): there an injected class must be imported as a value.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // These refuse what the libraries themselves ask for: options as plain objects, kinds as strings, type ids as numbers.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['libs/**/*.ts'], rules: restrictImports(GRAPHQL_DECORATORS, JOB_LIBRARY, RAW_SQL) },
  // Typed arrays are read at places that were counted: a check at each step would cost what they are there to save.
  {
    files: ['libs/matching/src/{allocation,bundles,ranking,rounds}/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['libs/platform/**/*.ts'], rules: restrictImports(GRAPHQL_DECORATORS, RAW_SQL) },
  {
    files: ['libs/platform/src/config.ts', 'test/**/*.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    rules: {
      ...restrictImports({ group: ['@lienket/*'], message: 'The console knows only the schema.' }),
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // No SQL here, and sentences that begin like it.
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
    },
  },
  { files: ['apps/web/vite.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // What writes tables by name, and knows no client.
  { files: ['database/demo/**/*.ts'], rules: restrictImports(JOB_LIBRARY) },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      ...restrictImports(JOB_LIBRARY),
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  // Databases are made and dropped here, and a name can't be a parameter.
  { files: ['test/support/**/*.ts'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT] } },

  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.base],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          'URL',
          'clearInterval',
          'clearTimeout',
          'console',
          'fetch',
          'process',
          'setInterval',
          'setTimeout',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      eqeqeq: 'error',
      'no-const-assign': 'error',
      'no-dupe-keys': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-undef': 'error',
      'no-var': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      '@typescript-eslint/no-unused-vars': 'error',
    },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable', require: 'readonly' } } },
);
