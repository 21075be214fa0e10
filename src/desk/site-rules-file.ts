import { readFileSync } from 'node:fs';
import { readSiteRules } from '../extract/site-rules.js';
import { NO_RULES, type SiteRules } from '../model/site-rules.js';

/** A settings file that cannot be used: the message names it, what is wrong in it, and what to do. */
export class SettingsError extends Error {}

/**
 * A user's rules for sites.
 * @param required the file was asked for by name: it must be there
 * @throws SettingsError where it cannot be read
 */
export function siteRulesIn(file: string, required = false): SiteRules {
  let json: string;
  try {
    json = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !required) return NO_RULES;
    throw new SettingsError(
      code === 'ENOENT'
        ? `${file}: no such file; check the path`
        : `${file}: cannot be read (${code ?? String(error)})`,
    );
  }
  const rules = readSiteRules(json);
  if ('wrong' in rules)
    throw new SettingsError(`${file}: ${rules.wrong}; docs/operator.md shows the format`);
  return rules;
}
