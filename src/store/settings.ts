import { plain } from './codec.js';
import type { Database } from './database.js';

export function setting(database: Database, key: string): string | undefined {
  return database.value<string>('SELECT value FROM settings WHERE key = ?', plain(key));
}

/** @param value null takes the setting away */
export function setSetting(database: Database, key: string, value: string | null): void {
  if (value === null) database.run('DELETE FROM settings WHERE key = ?', plain(key));
  else
    database.run(
      `INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      plain(key),
      plain(value),
    );
}

/** Every setting whose key begins with `prefix`, by the rest of its key. */
export function settingsUnder(database: Database, prefix: string): Map<string, string> {
  const rows = database.rows<[string, string]>(
    'SELECT key, value FROM settings WHERE key >= ? AND key < ?',
    plain(prefix),
    plain(`${prefix}\u{10FFFF}`),
  );
  return new Map(rows.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** All of them or, where it throws, none. */
export function setSettings(database: Database, values: ReadonlyMap<string, string | null>): void {
  database.transaction(() => {
    for (const [key, value] of values) setSetting(database, key, value);
  });
}
