import {
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { placesOfSchema } from './places.js';
import type { Dice } from './random-match-world.js';
import type { SoundWishes, Wish } from './sound-wishes.js';

export interface GeneratedMutation extends Omit<Wish, 'by'> {
  readonly field: string;
  readonly document: string;
  /** null: nobody has said who may. */
  readonly by: string | null;
}

/** Hashing a password takes longer than everything else together. */
const SELDOM = new Set(['signIn', 'signUp', 'changePassword', 'eraseMe']);
const SELDOM_SHARE = 40;
/** What can't be meant, and is not so far out that it would not be sent. */
const FAR_OUT: readonly unknown[] = [
  ...[
    null,
    '',
    ' ',
    'x',
    true,
    0,
    -1,
    1.5,
    1e15,
    [],
    {},
    { a: 1 },
    [[]],
    ['x'],
    'a\0b',
    'a\ud800b',
    '%',
    "'; --",
    '\u202e',
  ],
  ...['0', '-1', '1e3', '0.0001', '999999999999', '2026-02-30', '0001-01-01', '9999-12-31', 'ACTIVE', 'x'.repeat(5000)],
];

/** Every mutation of the schema, sound or with a value or two exchanged for another's, a stranger's or one far out. */
export class GeneratedMutations {
  readonly fields: readonly string[];
  private readonly documents: ReadonlyMap<string, string>;
  private readonly places = placesOfSchema().filter(({ root }) => root === 'mutation');

  constructor(
    schema: GraphQLSchema,
    private readonly wishes: SoundWishes,
    private readonly dice: Dice,
  ) {
    const fields = Object.values(schema.getMutationType()!.getFields());
    this.fields = fields.map(({ name }) => name);
    this.documents = new Map(
      fields.map(({ name, args, type }) => {
        const answered = getNamedType(type);
        const selection = isObjectType(answered) ? ` { ${selectionOf(answered)} }` : '';
        const [declared, given] = [
          `(${args.map((one) => `$${one.name}: ${String(one.type)}`).join(', ')})`,
          `(${args.map((one) => `${one.name}: $${one.name}`).join(', ')})`,
        ];
        return [
          name,
          `mutation ${args.length > 0 ? declared : ''} { it: ${name}${args.length > 0 ? given : ''}${selection} }`,
        ];
      }),
    );
  }

  /** As its viewer may well carry it out; null where nobody has said what is sound. */
  async sound(field: string): Promise<GeneratedMutation | null> {
    const wish = await this.wishes.for(field);
    return wish && { ...wish, field, document: this.documents.get(field)! };
  }

  /** @param strangers ids of things that may be somebody else's */
  async random(strangers: readonly string[]): Promise<GeneratedMutation> {
    const drawn = this.dice.of(this.fields);
    const field = SELDOM.has(drawn) && this.dice.whole(1, SELDOM_SHARE) > 1 ? 'offerContract' : drawn;
    const wish = await this.wishes.for(field);
    if (!wish) {
      const places = this.places.filter(({ of }) => of === `Mutation.${field}`);
      const place = places.length > 0 ? this.dice.of(places) : null;
      const variables = place?.variablesWith(this.dice.of([...strangers, ...FAR_OUT])) ?? {};
      return { field, document: place?.document ?? this.documents.get(field)!, by: null, variables };
    }
    const variables = structuredCopy(wish.variables) as Record<string, unknown>;
    for (let left = this.dice.of([0, 0, 1, 1, 2]); left > 0; left -= 1) this.exchangeOne(variables, strangers);
    return { ...wish, field, document: this.documents.get(field)!, variables };
  }

  /** Goes down from the variables, and stops somewhere. */
  private exchangeOne(holder: Record<string, unknown>, strangers: readonly string[]): void {
    const keys = Object.keys(holder);
    if (keys.length === 0) return;
    const key = this.dice.of(keys);
    const inner = holder[key];
    const isHolder = typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0;
    if (isHolder && this.dice.whole(1, 8) > 1) this.exchangeOne(inner as Record<string, unknown>, strangers);
    else holder[key] = structuredCopy(this.dice.of(this.dice.whole(0, 1) === 0 ? strangers : FAR_OUT));
  }
}

const structuredCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** What it holds itself, and what those hold that are right below. */
function selectionOf(type: GraphQLObjectType, depth = 1): string {
  const plain = Object.values(type.getFields()).filter(({ args }) => args.every((one) => !isNonNullType(one.type)));
  const texts = plain.map((field) => {
    const answered = getNamedType(field.type);
    if (isLeafType(answered)) return field.name;
    return depth > 0 && isObjectType(answered) ? `${field.name} { ${selectionOf(answered, depth - 1)} }` : '';
  });
  return ['__typename', ...texts].join(' ');
}
