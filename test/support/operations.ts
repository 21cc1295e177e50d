import {
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Dice } from './random-match-world.js';

type Field = GraphQLField<unknown, unknown>;
/** Fields that lead from the root to a thing: `contracts`, `nodes`, `parties`, `organization`. */
type Path = readonly Field[];
type Arguments = ReadonlyMap<Field, string>;

/** What can be sent at one place of the schema, written as in a document, those first that find something. */
export type ValuesOf = (place: {
  readonly coordinate: string;
  readonly name: string;
  readonly type: GraphQLNamedInputType;
}) => readonly string[];

const PATH_MAX = 8;
const PATHS_WITH = 2;

/** Documents that ask for whatever the schema has to give, made from the schema alone: a new field is asked for at once. */
export class Operations {
  private readonly queries: readonly Path[];
  /** They go round once more, so that every field is on one of them, also the union of an organization. */
  private readonly longer: readonly Path[];
  private readonly subscriptions: readonly Path[];

  /** @param repeats how often a path comes back to a type that it was at before, as contract → listing → organization. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly valuesOf: ValuesOf,
    repeats = 1,
  ) {
    const pathsFrom = (root: GraphQLObjectType | null | undefined, often = repeats) =>
      Object.values(root?.getFields() ?? {}).flatMap((field) => pathsOn([field], often));
    this.queries = pathsFrom(schema.getQueryType());
    this.longer = pathsFrom(schema.getQueryType(), repeats + 1);
    this.subscriptions = pathsFrom(schema.getSubscriptionType());
  }

  /** Every way to every thing, asked for all that it holds; where the way needs an argument, with each of the first values. */
  everyPath(): string[] {
    const ofThings = this.queries.flatMap((path) =>
      variantsOf(path, (field, argument) => this.literalsOf(field, argument).slice(0, PATHS_WITH)).map((given) =>
        documentOf('query', path, given, ownSelection),
      ),
    );
    return [...leavesOf(this.schema.getQueryType()!).map(({ name }) => `query { ${name} }`), ...ofThings];
  }

  /** Every argument, and every field of every input, with each of its values by itself. */
  everyArgument(): string[] {
    return this.shortestWithArguments().flatMap((path) => this.sweep('query', path));
  }

  everySubscription(): string[] {
    const ofThings = this.subscriptions
      .filter(({ length }) => length === 1)
      .flatMap((path) => this.sweep('subscription', path));
    const leaves = leavesOf(this.schema.getSubscriptionType()!);
    return [...leaves.map(({ name }) => `subscription { ${name} }`), ...ofThings];
  }

  /** Some path, from this root where one is named, some of its arguments, some values, some of what there is to select. */
  random(dice: Dice, root?: string): string {
    const path = dice.of(root === undefined ? this.queries : this.queries.filter(([first]) => first?.name === root));
    const given = new Map<Field, string>();
    for (const field of path) {
      const sent = field.args.filter((argument) => isNonNullType(argument.type) || dice.whole(0, 1) === 1);
      const texts = sent.map((argument) => `${argument.name}: ${this.randomLiteral(dice, field, argument)}`);
      if (texts.length > 0) given.set(field, texts.join(', '));
    }
    const some = (type: GraphQLObjectType, depth: number): string => {
      const kept = dice.some(Object.values(type.getFields()).filter(isPlain));
      const texts = kept.map((field) => {
        const answered = getNamedType(field.type);
        if (!isObjectType(answered)) return field.name;
        return depth > 0 ? `${field.name} { ${some(answered, depth - 1)} }` : '';
      });
      return ['__typename', ...texts].join(' ');
    };
    return documentOf('query', path, given, (type) => some(type, 2));
  }

  /** Whatever of the schema can be asked for: fields, arguments, fields of inputs and values of enums. */
  askable(): Set<string> {
    const found = new Set<string>();
    const seen = new Set<GraphQLNamedType>();
    const addInput = (type: GraphQLInputType) => {
      const named = getNamedType(type);
      if (seen.has(named) || !isInputObjectType(named)) return;
      seen.add(named);
      for (const field of Object.values(named.getFields())) {
        found.add(`${named.name}.${field.name}`);
        addInput(field.type);
      }
    };
    const addOutput = (type: GraphQLNamedType | null | undefined) => {
      if (!isObjectType(type) || seen.has(type)) return;
      seen.add(type);
      for (const field of Object.values(type.getFields())) {
        found.add(`${type.name}.${field.name}`);
        for (const argument of field.args) {
          found.add(`${type.name}.${field.name}(${argument.name}:)`);
          addInput(argument.type);
        }
        addOutput(getNamedType(field.type));
      }
    };
    addOutput(this.schema.getQueryType());
    addOutput(this.schema.getSubscriptionType());
    return found;
  }

  /** What of the schema documents ask for, in the same words. */
  askedBy(documents: readonly string[]): Set<string> {
    const found = new Set<string>();
    for (const document of documents) {
      const types = new TypeInfo(this.schema);
      visit(
        parse(document, { noLocation: true }),
        visitWithTypeInfo(types, {
          Field: ({ name }) => void found.add(`${String(types.getParentType())}.${name.value}`),
          Argument: ({ name }) =>
            void found.add(`${String(types.getParentType())}.${types.getFieldDef()!.name}(${name.value}:)`),
          ObjectField: ({ name }) =>
            void found.add(`${String(getNamedType(types.getParentInputType()))}.${name.value}`),
        }),
      );
    }
    return found;
  }

  /** The shortest path to each field that takes arguments; one that answers a leaf stands behind the path to its holder. */
  private shortestWithArguments(): Path[] {
    const found = new Map<Field, Path>();
    for (const path of [...this.longer].sort((one, other) => one.length - other.length)) {
      const type = getNamedType(path.at(-1)!.type);
      const leaves = isObjectType(type)
        ? Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)))
        : [];
      for (const reached of [path, ...leaves.map((leaf) => [...path, leaf])]) {
        const last = reached.at(-1)!;
        if (last.args.length > 0 && !found.has(last)) found.set(last, reached);
      }
    }
    return [...found.values()];
  }

  /** The last field of a path with each value of each of its arguments, and what the path needs before it. */
  private sweep(root: 'query' | 'subscription', path: Path): string[] {
    const last = path.at(-1)!;
    const before = (field: Field, argument: GraphQLArgument) => this.literalsOf(field, argument).slice(0, 1);
    const [base] = variantsOf(path, before);
    const needed = base!.get(last);
    const tried = last.args.flatMap((argument) =>
      this.literalsOf(last, argument).map((literal) => {
        const others = last.args.filter((other) => other !== argument && isNonNullType(other.type));
        const texts = others.map((other) => `${other.name}: ${before(last, other)[0]!}`);
        return [...texts, `${argument.name}: ${literal}`].join(', ');
      }),
    );
    return [...new Set([...(needed === undefined ? [''] : []), ...tried])].map((given) =>
      documentOf(root, path, new Map([...base!, [last, given]]), richSelection),
    );
  }

  private literalsOf(field: Field, { name, type }: GraphQLArgument): readonly string[] {
    return this.literals(`${field.name}(${name}:)`, name, type);
  }

  private literals(coordinate: string, name: string, type: GraphQLInputType): readonly string[] {
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (isListType(nullable)) {
      const items = this.literals(coordinate, name, nullable.ofType);
      return [...items.map((item) => `[${item}]`), `[${items.slice(0, 5).join(', ')}]`];
    }
    if (isInputObjectType(nullable))
      return Object.values(nullable.getFields()).flatMap((field) =>
        this.literals(`${nullable.name}.${field.name}`, field.name, field.type).map(
          (one) => `{ ${field.name}: ${one} }`,
        ),
      );
    return this.valuesOf({ coordinate, name, type: nullable });
  }

  private randomLiteral(dice: Dice, field: Field, argument: GraphQLArgument): string {
    const named = getNamedType(argument.type);
    if (!isInputObjectType(named)) return dice.of(this.literalsOf(field, argument));
    const fields = dice.some(Object.values(named.getFields()));
    const texts = fields.map(
      ({ name, type }) => `${name}: ${dice.of(this.literals(`${named.name}.${name}`, name, type))}`,
    );
    return `{ ${texts.join(', ')} }`;
  }
}

const isPlain = (field: Field): boolean => field.args.every(({ type }) => !isNonNullType(type));

function pathsOn(path: Path, repeats: number): Path[] {
  const type = getNamedType(path.at(-1)!.type);
  const typesBefore = path.slice(0, -1).map((field) => getNamedType(field.type).name);
  if (!isObjectType(type) || typesBefore.filter((name) => name === type.name).length >= repeats) return [];
  // An edge leads where the nodes beside it lead.
  const further = path.length < PATH_MAX && !type.name.endsWith('Edge') ? Object.values(type.getFields()) : [];
  return [path, ...further.flatMap((field) => pathsOn([...path, field], repeats))];
}

/** The arguments that a path can't do without, in every combination of the literals given. */
function variantsOf(
  path: Path,
  literalsOf: (field: Field, argument: GraphQLArgument) => readonly string[],
): Arguments[] {
  return path.reduce<Map<Field, string>[]>(
    (variants, field) => {
      const needed = field.args.filter(({ type }) => isNonNullType(type));
      if (needed.length === 0) return variants;
      const texts = needed.reduce<string[]>(
        (before, argument) =>
          before.flatMap((text) => literalsOf(field, argument).map((one) => `${text}${argument.name}: ${one} `)),
        [''],
      );
      return variants.flatMap((variant) => texts.map((text) => new Map([...variant, [field, text]])));
    },
    [new Map()],
  );
}

function documentOf(
  root: 'query' | 'subscription',
  path: Path,
  given: Arguments,
  selectionOf: (type: GraphQLObjectType) => string,
): string {
  const texts = path.map((field) => (given.get(field) ? `${field.name}(${given.get(field)!})` : field.name));
  const answered = getNamedType(path.at(-1)!.type);
  const end = isObjectType(answered) ? `${texts.at(-1)!} { ${selectionOf(answered)} }` : texts.at(-1)!;
  const asked = path.slice(0, -1).reduceRight((inner, field, place) => {
    const type = getNamedType(field.type);
    // Things on the way are asked who they are, so that a list can be compared thing by thing.
    const id = isObjectType(type) && 'id' in type.getFields() ? 'id ' : '';
    return `${texts[place]!} { ${id}${inner} }`;
  }, end);
  return `${root} { ${asked} }`;
}

const leavesOf = (type: GraphQLObjectType): Field[] =>
  Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && isPlain(field));

/** What it holds itself; an edge holds its node. */
function ownSelection(type: GraphQLObjectType): string {
  const node = type.name.endsWith('Edge') ? getNamedType(type.getFields()['node']!.type) : null;
  const inner = isObjectType(node) ? [`node { ${ownSelection(node)} }`] : [];
  return ['__typename', ...leavesOf(type).map(({ name }) => name), ...inner].join(' ');
}

/** What it holds itself, and what is right below, so that a list shows who is in it. */
function richSelection(type: GraphQLObjectType, depth = 2): string {
  const below = Object.values(type.getFields()).filter(
    (field) =>
      isObjectType(getNamedType(field.type)) &&
      field.args.length === 0 &&
      !getNamedType(field.type).name.endsWith('Edge'),
  );
  const texts =
    depth === 0
      ? []
      : below.map(
          (field) => `${field.name} { ${richSelection(getNamedType(field.type) as GraphQLObjectType, depth - 1)} }`,
        );
  return [ownSelection(type), ...texts].join(' ');
}
