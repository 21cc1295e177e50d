import { codegen } from '@graphql-codegen/core';
import * as typescriptPlugin from '@graphql-codegen/typescript';
import * as resolversPlugin from '@graphql-codegen/typescript-resolvers';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { buildASTSchema, introspectionFromSchema, parse, print, Source } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegenConfig } from './codegen-config.mjs';
import { Problem } from './problem.mjs';
import { projectRoot } from './project-root.mjs';

const SOURCE_FOLDER = 'apps/api/src';
const HEADER = '# Printed by `npm run schema` from apps/api/src/**/*.graphql: change those.\n\n';

/** What follows from the rooms' *.graphql: the printed schema, and the types of the resolvers and of the console's documents. */
export async function schemaFiles() {
  const document = mergedDocument();
  const typesFile = join(SOURCE_FOLDER, 'generated/graphql.ts');
  const types = await codegen({
    filename: typesFile,
    schema: document,
    documents: [],
    config: codegenConfig,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript: typescriptPlugin, resolvers: resolversPlugin },
  });
  return [
    { path: 'schema.graphql', content: `${HEADER}${print(document)}\n` },
    { path: typesFile, content: `${types.trim()}\n` },
    { path: 'apps/web/src/generated/graphql-env.d.ts', content: consoleTypes(buildASTSchema(document)) },
  ];
}

const consoleTypes = (schema) =>
  outputIntrospectionFile(minifyIntrospection(introspectionFromSchema(schema)), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  });

/** All rooms' definitions as one document, refused with the file's name where one can't be read. */
function mergedDocument() {
  const files = readdirSync(join(projectRoot, SOURCE_FOLDER), { recursive: true })
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  if (files.length === 0)
    throw new Problem(`There is no *.graphql below ${SOURCE_FOLDER}: write the schema there first.`);
  const documents = files.map((file) => {
    const path = join(SOURCE_FOLDER, file);
    try {
      return parse(new Source(readFileSync(join(projectRoot, path), 'utf8'), path));
    } catch (error) {
      throw new Problem(String(error));
    }
  });
  try {
    const document = mergeTypeDefs(documents, { throwOnConflict: true, convertExtensions: true });
    buildASTSchema(document);
    return document;
  } catch (error) {
    throw new Problem(`The rooms' *.graphql don't make one schema: ${error.message}`);
  }
}
