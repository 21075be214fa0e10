/** The store's one file within its directory; WAL, lock and the writer's process number lie beside it. */
export const STORE_FILE = 'warraq.sqlite';
