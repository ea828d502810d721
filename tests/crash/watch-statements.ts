import type Database from 'better-sqlite3';

/**
 * Calls `before` ahead of every statement of this process that goes through the driver, BEGIN, COMMIT and ROLLBACK included.
 * @returns puts the driver back as it was.
 */
export function watchStatements(sqlite: Database.Database, before: (statement: { source: string; readonly: boolean }) => void): () => void {
  // The driver gives every statement this prototype; there is no other door to it.
  const prototype: Record<string, unknown> = Object.getPrototypeOf(sqlite.prepare('SELECT 1'));
  const originals = new Map<string, unknown>();
  for (const name of ['run', 'get', 'all']) {
    const original = prototype[name];
    if (typeof original !== 'function') throw new Error(`The driver has no ${name}.`);
    originals.set(name, original);
    prototype[name] = function watched(this: Database.Statement, ...values: unknown[]): unknown {
      before(this);
      const answer: unknown = Reflect.apply(original, this, values);
      return answer;
    };
  }
  return () => {
    for (const [name, original] of originals) prototype[name] = original;
  };
}
