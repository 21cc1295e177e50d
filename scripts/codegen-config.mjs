/** How GraphQL types become TypeScript ones. `mappers` say what a resolver gets as its parent where that isn't the whole type. */
export const codegenConfig = {
  contextType: '../door/context.js#RequestContext',
  scalars: {
    ID: 'string',
    Decimal: 'string',
    Date: 'string',
    DateTime: { input: 'Date', output: 'Date' },
  },
  mappers: {},
  enumsAsTypes: true,
  useTypeImports: true,
};
