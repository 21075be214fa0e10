/** The index on disk cannot be trusted. It is derived data: `warraq reindex` makes it anew. */
export class IndexDamaged extends Error {
  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(
      `Term index damaged: ${path}: ${reason}. Run \`warraq reindex\` to make it anew.`,
      options,
    );
    this.name = 'IndexDamaged';
  }
}
