import type { Context } from 'hono';
import type { Desk } from '../../desk.js';
import type { SourceDesk } from '../../desk/source-desk.js';
import { mayChange } from '../http/security.js';

/** What the sources' pages and API work with. */
export interface SourceTools {
  desk: Desk;
  /** Not set where nothing is collected. */
  sources: SourceDesk | undefined;
  /** Whether readers may change anything. */
  manage: boolean;
  /** Hosts that this desk is known by. */
  hosts: readonly string[];
}

/** Largest OPML file and form, in bytes. */
export const largestBody = 5 * 1024 * 1024;

/** The desk of sources where this request may change it; undefined where not. */
export function changeable(c: Context, tools: SourceTools): SourceDesk | undefined {
  return tools.manage && mayChange(c.req.raw.headers, tools.hosts) ? tools.sources : undefined;
}
