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
