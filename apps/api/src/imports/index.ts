import { ImportFields, ImportMutations, ImportQueries } from './imports.resolver.js';

export const importsResolvers = [ImportQueries, ImportMutations, ImportFields];
