// Apollo Server as its handbook has it: a resolver for each field that is another table, DataLoader for each such table, no authentication.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import pg from 'pg';

const typeDefs = `
  type Query { listings(commodityCode: ID!, first: Int!): ListingConnection! }
  type ListingConnection { nodes: [Listing!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Listing {
    id: ID! variety: String grade: String certifications: [String!]! quantityKg: String! remainingKg: String! minimumLotKg: String!
    availableFrom: String! availableTo: String! askPriceVndPerKg: String createdAt: String!
    organization: Organization! province: Province!
  }
  type Organization { id: ID! name: String! kind: String! }
  type Province { code: ID! nameVi: String! }`;

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL) });
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

const LISTINGS = `
  select id, organization_id, province_code, variety, grade, certifications, quantity_kg as "quantityKg", remaining_kg as "remainingKg",
    minimum_lot_kg as "minimumLotKg", available_from as "availableFrom", available_to as "availableTo",
    ask_price_vnd_per_kg as "askPriceVndPerKg", created_at as "createdAt"
  from bench.listing where commodity_code = $1 order by created_at desc, id desc limit $2`;
const ORGANIZATIONS = 'select id, name, kind from bench.organization where id = any($1)';
const PROVINCES = 'select code, name_vi as "nameVi" from bench.province where code = any($1)';

const loader = (name, text, keyOf) =>
  new DataLoader(async (keys) => {
    const { rows } = await pool.query({ name, text, values: [keys] });
    const byKey = new Map(rows.map((row) => [row[keyOf], row]));
    return keys.map((key) => byKey.get(key));
  });

const resolvers = {
  Query: {
    async listings(_, { commodityCode, first }) {
      const { rows } = await pool.query({ name: 'listings', text: LISTINGS, values: [commodityCode, first + 1] });
      const nodes = rows.slice(0, first);
      const last = nodes.at(-1);
      const endCursor = last ? Buffer.from(JSON.stringify([last.createdAt, last.id])).toString('base64url') : null;
      return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } };
    },
  },
  Listing: {
    createdAt: ({ createdAt }) => createdAt.toISOString(),
    organization: ({ organization_id: id }, _, { organizations }) => organizations.load(id),
    province: ({ province_code: code }, _, { provinces }) => provinces.load(code),
  },
};

await startStandaloneServer(new ApolloServer({ typeDefs, resolvers, includeStacktraceInErrorResponses: false }), {
  context: async () => ({
    organizations: loader('organizations', ORGANIZATIONS, 'id'),
    provinces: loader('provinces', PROVINCES, 'code'),
  }),
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
});
