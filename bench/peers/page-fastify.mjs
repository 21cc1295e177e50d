// The least that could answer the page: Fastify, one statement, the answer written by its schema. Nobody is asked who they are.
import fastify from 'fastify';
import pg from 'pg';
import { PAGE_SQL } from '../page-sql.mjs';

const text = { type: 'string', nullable: true };
const listing = {
  type: 'object',
  properties: {
    ...Object.fromEntries(
      ['id', 'variety', 'grade', 'quantityKg', 'remainingKg', 'minimumLotKg', 'availableFrom', 'availableTo'].map(
        (name) => [name, text],
      ),
    ),
    certifications: { type: 'array', items: text },
    askPriceVndPerKg: text,
    createdAt: text,
    organization: { type: 'object', properties: { id: text, name: text, kind: text } },
    province: { type: 'object', properties: { code: text, nameVi: text } },
  },
};
const response = {
  200: {
    type: 'object',
    properties: { nodes: { type: 'array', items: listing }, hasNextPage: { type: 'boolean' }, endCursor: text },
  },
};

const first = 20;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL) });
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

const server = fastify();
server.get('/listings', { schema: { response } }, async ({ query }) => {
  const { rows } = await pool.query({ name: 'page', text: PAGE_SQL, values: [query.commodity, first + 1] });
  const nodes = rows
    .slice(0, first)
    .map(({ organizationId, organizationName, kind, provinceCode, nameVi, ...row }) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      organization: { id: organizationId, name: organizationName, kind },
      province: { code: provinceCode, nameVi },
    }));
  const last = nodes.at(-1);
  const endCursor = last ? Buffer.from(JSON.stringify([last.createdAt, last.id])).toString('base64url') : null;
  return { nodes, hasNextPage: rows.length > first, endCursor };
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
