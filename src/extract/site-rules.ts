import { compile } from 'css-select';
import { z } from 'zod';
import type { SiteRule, SiteRules } from '../model/site-rules.js';
import { siteHost } from './canonical-url.js';

/** The file that holds them, in the store's directory. */
export const SITE_RULES_FILE = 'site-rules.json';

const selector = z.string().max(1000).refine(isSelector, 'is no CSS selector');
const format = z.record(
  z.string(),
  z.strictObject({
    article: selector.optional(),
    remove: z.array(selector).max(200).optional(),
    lines: z.array(z.string().min(1).max(1000)).max(1000).optional(),
    title: selector.optional(),
    byline: selector.optional(),
    published: selector.optional(),
  }),
);

function isSelector(text: string): boolean {
  try {
    compile(text);
    return text.trim() !== '';
  } catch {
    return false;
  }
}

/**
 * Reads a user's rules for sites (docs/operator.md shows the format).
 * @returns the rules, or what is wrong with the file, where and what to do
 */
export function readSiteRules(json: string): SiteRules | { wrong: string } {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return { wrong: `is not JSON (${(error as Error).message}); correct it there` };
  }
  const parsed = format.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { wrong: `${issue!.path.join(' → ') || 'the whole'}: ${issue!.message}` };
  }
  const rules = new Map<string, SiteRule>();
  for (const [site, rule] of Object.entries(parsed.data)) {
    const host = siteHost(site.includes('://') ? site : `https://${site}/`);
    if (!host) return { wrong: `«${site}» is no host name; write it like «news.example»` };
    rules.set(host, withoutUndefined(rule));
  }
  return rules;
}

function withoutUndefined(rule: z.infer<typeof format>[string]): SiteRule {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
}

/** The rule for a host, its own or that of the nearest domain above it. */
export function ruleFor(rules: SiteRules, host: string | undefined): SiteRule | undefined {
  if (!rules.size || !host) return undefined;
  for (let at = host; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
    const rule = rules.get(at);
    if (rule) return rule;
  }
  return rules.get(host);
}
