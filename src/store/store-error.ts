/** Why a store could not do what it was asked. */
export type StoreErrorReason =
  /** Another process writes to it. */
  | 'in-use'
  /** Made by a newer version of Warraq. */
  | 'newer'
  /** Made by an older version and opened for reading only, so that it cannot be brought up to date. */
  | 'older'
  /** There is no store in the directory. */
  | 'missing'
  /** The disk has no room. */
  | 'full'
  /** The directory or the file may not be written. */
  | 'read-only'
  /** The file is not a store or is damaged. */
  | 'damaged'
  /** The place given cannot be used: not a directory, not empty. */
  | 'unusable'
  /** Anything else that SQLite says. */
  | 'failed';

/** The one error that a store throws: its message names the directory, the reason and what to do. */
export class StoreError extends Error {
  constructor(
    readonly reason: StoreErrorReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}

const byCode: Array<[RegExp, StoreErrorReason, string]> = [
  [
    /^SQLITE_FULL|^ENOSPC|^EDQUOT/,
    'full',
    'the disk is full. Nothing half-written was kept: make room and run it again',
  ],
  [
    /^SQLITE_READONLY|^SQLITE_PERM|^EACCES|^EROFS|^EPERM|^SQLITE_CANTOPEN|unable to open/i,
    'read-only',
    'its files cannot be written. Check the rights of the directory',
  ],
  [
    /^SQLITE_CORRUPT|^SQLITE_NOTADB/,
    'damaged',
    'the file is damaged or not a store. Run `warraq check`, or restore a backup',
  ],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'in-use', 'another process holds it. Try again when it is done'],
  [
    /^SQLITE_IOERR/,
    'full',
    'the disk could not be written or read. Check its free space and health, then run it again',
  ],
];

/** What SQLite or the file system threw, as a StoreError that names the store. */
export function asStoreError(thrown: unknown, directory: string): unknown {
  if (thrown instanceof StoreError || !(thrown instanceof Error)) return thrown;
  const code = 'code' in thrown ? String(thrown.code) : '';
  for (const [pattern, reason, advice] of byCode)
    if (pattern.test(code) || (!code && pattern.test(thrown.message)))
      return new StoreError(reason, `The store in ${directory}: ${advice}.`, { cause: thrown });
  if (code.startsWith('SQLITE_'))
    return new StoreError('failed', `The store in ${directory}: ${thrown.message}.`, {
      cause: thrown,
    });
  return thrown;
}
