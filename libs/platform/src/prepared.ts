import { Sql } from 'sql-template-tag';

/** So many texts have a plan that is kept: it costs the server some 100 kB for each connection. Later ones are planned each time. */
const KEPT_MOST = 100;

const names = new Map<string, string>();

/**
 * A statement that is asked all the time and costs more to plan than to run: PostgreSQL keeps its plan, by connection. After five
 * times it may be a plan for any values, so write it such that its best plan doesn't depend on them.
 */
export class Prepared extends Sql {
  constructor({ strings, values }: Sql) {
    super(strings, values);
  }

  /** The same for the same text; undefined where enough plans are kept already. */
  planName(): string | undefined {
    const { text } = this;
    const known = names.get(text);
    if (known !== undefined || names.size === KEPT_MOST) return known;
    const name = `kept_${String(names.size)}`;
    names.set(text, name);
    return name;
  }
}
