import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { topics } from '../wording/names.js';

const time = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'must be a day (2026-11-22) or a time (2026-11-22T10:00:00Z)',
});
const limit = z.coerce
  .number({ error: 'must be a whole number from 1 to 100' })
  .int({ error: 'must be a whole number from 1 to 100' })
  .min(1, { error: 'must be at least 1' })
  .max(100, { error: 'must be at most 100' });
const cursor = z.string().min(1).max(500);

/** Parameters of every list: how many, where from, which. */
export const listParameters = z.object({
  limit: limit.default(30),
  from: cursor.optional(),
  source: z.string().min(1).max(300).optional(),
  topic: z.enum(topics).optional(),
  after: time.optional(),
  before: time.optional(),
});

export const searchParameters = z.object({
  q: z.string({ error: 'is missing: give the words to search for' }).trim().max(500),
  sort: z.enum(['relevance', 'date']).default('relevance'),
  from: cursor.optional(),
  limit: limit.default(20),
});

export const similarParameters = z.object({
  sort: z.enum(['similarity', 'date']).default('similarity'),
});

export const countParameters = z.object({ limit: limit.default(10) });

/** A request that cannot be answered as asked; `message` says in English what to give instead. */
export class BadParameter extends HTTPException {
  constructor(message: string) {
    super(400, { message });
    this.name = 'BadParameter';
  }
}

/**
 * Reads the parameters of a request.
 * @throws BadParameter naming each parameter that is wrong and what it must be
 */
export function readParameters<T extends z.ZodType>(
  schema: T,
  given: Record<string, string>,
): z.infer<T> {
  // A field left empty in a form is a parameter not given.
  const present = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== '' || name === 'q'),
  );
  const read = schema.safeParse(present);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new BadParameter(`Unusable parameters. ${faults.join('; ')}.`);
}

/** Drops what is undefined, as options with exact optional properties want it. */
export function given<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
