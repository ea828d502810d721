import type Database from 'better-sqlite3';
import { Column, Param, Placeholder, type SQL, is } from 'drizzle-orm';

/** The columns and expressions a query selects, by the names its rows have. */
export type SelectedColumns = Record<string, Column | SQL>;

/** A drizzle select, as far as it is needed here. */
export type SelectQuery<Row> = { toSQL(): { sql: string; params: unknown[] }; readonly _: { readonly result: Row[] } };

/** A query that was built once and is run with the values of its placeholders. */
export type PreparedRows<Row> = {
  all(values?: Record<string, unknown>): Row[];
  get(values?: Record<string, unknown>): Row | undefined;
  /** One row after the other, for whoever may have seen enough early. Nothing can be written, and nobody given way to, before it is over. */
  each(values?: Record<string, unknown>): Generator<Row>;
};

/**
 * Prepares a query that drizzle has built, and maps its rows with drizzle's column mappers but without its general row mapper,
 * which made a page of messages a third slower than the driver alone (`npm run bench -- store`, page50_ratio).
 * @param columns what the query was built with: its rows' columns stand in this order.
 */
export function prepareRows<Row>(sqlite: Database.Database, columns: SelectedColumns, query: SelectQuery<Row>): PreparedRows<Row> {
  const { sql, params } = withFixedLimit(query.toSQL());
  const statement = sqlite.prepare<unknown[], unknown[]>(sql).raw();
  if (!statement.readonly) throw new Error('A prepared query only reads.');
  const keys = Object.keys(columns);
  const decoders = Object.values(columns).map(decoderOf);
  const fillers = params.map(fillerOf);
  const filled = (values: Record<string, unknown>): unknown[] => fillers.map((fill) => fill(values));

  const decode = (values: unknown[]): Row => {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < keys.length; at += 1) {
      const decoder = decoders[at];
      const value = values[at];
      row[keys[at] ?? ''] = decoder && value !== null ? decoder(value) : value;
    }
    // The driver knows no types: these are the columns the query selects, each made by its own mapper.
    return row as Row;
  };

  return {
    all: (values = {}) => statement.all(...filled(values)).map(decode),
    get(values = {}) {
      const found = statement.get(...filled(values));
      return found && decode(found);
    },
    *each(values = {}) {
      for (const found of statement.iterate(...filled(values))) yield decode(found);
    },
  };
}

/**
 * A query whose fixed number of rows stands in it. As a parameter, SQLite looks at its value for the plan, and prepares the statement anew each time one
 * is bound: eight times the work of finding one row through an index.
 */
function withFixedLimit({ sql, params }: { sql: string; params: unknown[] }): { sql: string; params: unknown[] } {
  const rows = params.at(-1);
  const end = ' limit ?';
  if (!sql.endsWith(end) || typeof rows !== 'number') return { sql, params };
  return { sql: `${sql.slice(0, -1)}${Math.trunc(rows)}`, params: params.slice(0, -1) };
}

/** What a parameter is, given the values of the placeholders. As drizzle's own `fillPlaceholders`, which finds out again with every run which ones they are. */
function fillerOf(param: unknown): (values: Record<string, unknown>) => unknown {
  if (is(param, Placeholder)) return (values) => valueOf(param.name, values);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { name } = param.value;
    return (values) => param.encoder.mapToDriverValue(valueOf(name, values));
  }
  return () => param;
}

function valueOf(name: string, values: Record<string, unknown>): unknown {
  if (!(name in values)) throw new Error(`The query needs a value for ${name}.`);
  return values[name];
}

/** Most columns hold what the driver answers; only those that do not are called for. */
function decoderOf(column: Column | SQL): ((value: unknown) => unknown) | null {
  if (!is(column, Column) || column.mapFromDriverValue === Column.prototype.mapFromDriverValue) return null;
  return (value) => column.mapFromDriverValue(value);
}
