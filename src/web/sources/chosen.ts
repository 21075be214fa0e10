import { z } from 'zod';
import { subscriptionId } from '../../collect/opml.js';
import type { Subscription } from '../../model/feed.js';
import { BadParameter } from '../http/parameters.js';

const webAddress = z
  .string()
  .max(2000)
  .refine((address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol), {
    error: 'must be an http or https address',
  });
const line = z.string().trim().min(1).max(300);

/** A subscription as forms and the API send it: what was found, as it was found. */
const chosen = z.object({
  address: webAddress,
  kind: z.enum(['feed', 'listing', 'sitemap', 'telegram', 'site']).default('feed'),
  source: z
    .object({
      name: line.optional(),
      url: webAddress.optional(),
      language: z.string().max(35).optional(),
      kind: z.enum(['publisher', 'agency', 'channel']).optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    })
    .default({}),
  folders: z.array(line).max(8).optional(),
});

/** @throws BadParameter naming what is wrong */
export function readChosen(value: unknown): Subscription {
  const read = chosen.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new BadParameter(`Unusable source. ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const { address, kind, source, folders } = read.data;
  return {
    id: subscriptionId(address),
    address,
    kind,
    source: Object.fromEntries(
      Object.entries(source).filter(([, field]) => field !== undefined),
    ) as Subscription['source'],
    ...(folders?.length ? { folders } : {}),
  };
}

/** «أخبار/محلية» → folders from the outermost in. */
export function readFolders(written: string): string[] {
  return written
    .split('/')
    .map((name) => name.trim().slice(0, 100))
    .filter(Boolean)
    .slice(0, 8);
}
