import { Agent, type Dispatcher } from 'undici';
import { guardedConnector, type Resolve } from './http/addresses.js';
import { readBody } from './http/body.js';
import {
  errorFailure,
  failure,
  isNetworkFailure,
  statusFailure,
  type FetchFailure,
} from './http/failure.js';
import { freshFor, readAddress, readRetryAfter } from './http/headers.js';
import { Hosts } from './http/hosts.js';
import { rulesOf, type Rules } from './http/robots.js';

export interface FetchSettings {
  /** Where a publisher can reach the operator: an address or mail; stands in the User-Agent. */
  contact?: string;
  /** For one request. */
  timeoutMs?: number;
  /** Of one answer, unpacked. */
  maxBytes?: number;
  maxRedirects?: number;
  /** Between two requests to one host; a second without it, nothing for a host of `connectTo`. */
  gapMs?: number;
  /** Hosts (`name` or `name:port`) that may lie inside: the guard does not apply to them. */
  allowHosts?: readonly string[];
  /** Host → origin that answers for it, as the sample newsroom needs; the guard does not apply. */
  connectTo?: Readonly<Record<string, string>>;
  /** Name resolution; the system's own without it. */
  resolve?: Resolve;
}

export interface GetOptions {
  etag?: string;
  lastModified?: string;
  accept?: string;
  signal?: AbortSignal;
}

/** An answer: 200 with bytes, or 304 without. */
export interface Fetched {
  failure?: undefined;
  /** After redirects. */
  url: string;
  status: number;
  bytes: Uint8Array;
  contentType?: string;
  etag?: string;
  lastModified?: string;
  /** Seconds that the answer stays fresh. */
  maxAge?: number;
  /** The Link header. */
  link?: string;
  /** Where permanent redirects lead, up to the first that is not. */
  movedTo?: string;
}

export interface Fetcher {
  /** Gets a page politely: robots.txt asked, one request at a time per host. Never throws. */
  get(url: string, options?: GetOptions): Promise<Fetched | FetchFailure>;
  /** Sends a form, as to a WebSub hub; redirects are not followed. Returns the status. Never throws. */
  post(url: string, form: Record<string, string>): Promise<{ status: number } | FetchFailure>;
  /** The rules of the site that an address belongs to. */
  rules(url: string): Promise<Rules>;
  close(): Promise<void>;
}

const product = 'Warraq';
const version = '0.1.0';
const rulesKept = 24 * 3600_000;
const mostRules = 5000;

export function createFetcher(settings: FetchSettings = {}): Fetcher {
  return new PoliteFetcher(settings);
}

class PoliteFetcher implements Fetcher {
  readonly #settings: FetchSettings;
  readonly #hosts = new Hosts();
  readonly #rules = new Map<string, { rules: Promise<Rules>; until: number }>();
  readonly #guarded: Agent;
  readonly #open: Agent;
  readonly #agent: string;

  constructor(settings: FetchSettings) {
    this.#settings = settings;
    const pool = { connections: 1, pipelining: 1, keepAliveTimeout: 5000 };
    this.#guarded = new Agent({ ...pool, connect: guardedConnector(10_000, settings.resolve) });
    this.#open = new Agent({ ...pool, connect: { timeout: 10_000 } });
    // Header values are Latin-1; anything else in a contact would be refused on sending.
    const contact = settings.contact?.replace(/[^\x20-\x7e]/g, '');
    this.#agent = `${product}/${version} (news reader${contact ? `; +${contact}` : ''})`;
  }

  async get(address: string, options: GetOptions = {}): Promise<Fetched | FetchFailure> {
    let url = readAddress(address);
    let permanent = true;
    let movedTo: string | undefined;
    for (let hop = 0; url; hop++) {
      if (hop > (this.#settings.maxRedirects ?? 5)) return failure('too-many-redirects', address);
      const rules = await this.rules(url.href);
      if (!rules.allows(url.href))
        return failure(rules.unavailable ? 'robots-unavailable' : 'robots', url.href);
      const rest = this.#hosts.resting(url.host);
      if (rest) return failure(rest.code, url.href, { retryAfter: rest.seconds });
      const target: URL = url;
      const answer = await this.#turn(target, rules, () => this.#request(target, options));
      if (!('location' in answer)) {
        if (answer.failure) {
          if (answer.retryAfter) this.#hosts.rest(target.host, answer.retryAfter);
          return answer;
        }
        return { ...answer, ...(movedTo ? { movedTo } : {}) };
      }
      url = readAddress(answer.location, target.href);
      permanent &&= answer.permanent;
      if (permanent && url) movedTo = url.href;
    }
    return failure('bad-address', address);
  }

  async post(
    address: string,
    form: Record<string, string>,
  ): Promise<{ status: number } | FetchFailure> {
    const url = readAddress(address);
    if (!url) return failure('bad-address', address);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(form).toString();
    try {
      return await this.#turn(url, undefined, async () => {
        const response = await this.#send(url, 'POST', undefined, headers, body);
        response.body.on('error', () => {});
        await response.body.dump({ limit: 64 * 1024 });
        const { statusCode: status } = response;
        return status >= 200 && status < 300 ? { status } : statusFailure(url.href, status);
      });
    } catch (error) {
      return errorFailure(url.href, error);
    }
  }

  rules(address: string): Promise<Rules> {
    const url = readAddress(address);
    if (!url) return Promise.resolve({ allows: () => true, sitemaps: [] });
    const kept = this.#rules.get(url.origin);
    if (kept && kept.until > Date.now()) return kept.rules;
    const rules = this.#fetchRules(url.origin);
    this.#rules.delete(url.origin);
    this.#rules.set(url.origin, { rules, until: Date.now() + rulesKept });
    if (this.#rules.size > mostRules)
      for (const oldest of this.#rules.keys()) {
        this.#rules.delete(oldest);
        break;
      }
    void rules.then((read) => {
      // Asked again soon: the next visit should not wait a day for a server that was down.
      const entry = this.#rules.get(url.origin);
      if (read.unavailable && entry) entry.until = Date.now() + 10 * 60_000;
    });
    return rules;
  }

  async close(): Promise<void> {
    await Promise.all([this.#guarded.destroy(), this.#open.destroy()]);
  }

  async #fetchRules(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    let url = readAddress(address);
    for (let hop = 0; url && hop < 6; hop++) {
      const target: URL = url;
      const answer = await this.#turn(target, undefined, () => this.#request(target, {}));
      if ('location' in answer) {
        url = readAddress(answer.location, target.href);
        continue;
      }
      // A failure of the network will come again, with its own reason, when the page is asked for.
      if (answer.failure) return rulesOf(address, answer.status ?? 404, '', product);
      return rulesOf(address, 200, new TextDecoder().decode(answer.bytes), product);
    }
    return rulesOf(address, 404, '', product);
  }

  #turn<T>(url: URL, rules: Rules | undefined, work: () => Promise<T>): Promise<T> {
    const ours = this.#settings.connectTo?.[url.hostname] !== undefined;
    const gap = ours ? 0 : Math.max(this.#settings.gapMs ?? 1000, (rules?.crawlDelay ?? 0) * 1000);
    return this.#hosts.turn(url.host, gap, work);
  }

  /** One request, redirects not followed. Its time counts from here, not from when it queued. */
  async #request(
    url: URL,
    options: GetOptions,
  ): Promise<Fetched | FetchFailure | { location: string; permanent: boolean }> {
    try {
      const response = await this.#send(url, 'GET', options.signal, {
        accept: options.accept ?? 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        'accept-language': 'ar,*;q=0.5',
        ...(options.etag ? { 'if-none-match': options.etag } : {}),
        ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
      });
      const maxBytes = this.#settings.maxBytes ?? 10 * 1024 * 1024;
      const answer = await this.#read(url, response, maxBytes);
      this.#hosts.answered(url.host, true);
      return answer;
    } catch (error) {
      const problem = errorFailure(url.href, error);
      if (isNetworkFailure(problem)) this.#hosts.answered(url.host, false);
      return problem;
    }
  }

  #send(
    url: URL,
    method: 'GET' | 'POST',
    given: AbortSignal | undefined,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Dispatcher.ResponseData> {
    const { allowHosts = [], connectTo = {}, timeoutMs = 30_000 } = this.#settings;
    const timeout = AbortSignal.timeout(timeoutMs);
    const elsewhere = connectTo[url.hostname];
    const open =
      elsewhere !== undefined ||
      allowHosts.includes(url.host) ||
      allowHosts.includes(url.hostname.replace(/^\[|\]$/g, ''));
    return (open ? this.#open : this.#guarded).request({
      origin: elsewhere ?? url.origin,
      path: url.pathname + url.search,
      method,
      signal: given ? AbortSignal.any([given, timeout]) : timeout,
      headersTimeout: 20_000,
      bodyTimeout: 20_000,
      headers: {
        ...(elsewhere ? { host: url.host } : {}),
        'user-agent': this.#agent,
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  async #read(url: URL, response: Dispatcher.ResponseData, maxBytes: number) {
    const { statusCode: status, body } = response;
    // A body given up half-way reports that as an error; unheard it would end the process.
    body.on('error', () => {});
    const header = (name: string): string | undefined => {
      const value = response.headers[name];
      return Array.isArray(value) ? value[0] : value;
    };
    const location = header('location');
    if ([301, 302, 303, 307, 308].includes(status) && location) {
      await body.dump({ limit: 64 * 1024 });
      return { location, permanent: status === 301 || status === 308 };
    }
    if (status !== 200 && status !== 304) {
      await body.dump({ limit: 64 * 1024 });
      return statusFailure(url.href, status, readRetryAfter(header('retry-after')));
    }
    const bytes =
      status === 304
        ? (await body.dump(), new Uint8Array())
        : await readBody(body, header('content-encoding') ?? '', maxBytes);
    const maxAge = freshFor(header('cache-control'), header('expires'));
    const fields = {
      contentType: header('content-type'),
      etag: header('etag'),
      lastModified: header('last-modified'),
      link: header('link'),
    };
    return {
      url: url.href,
      status,
      bytes,
      ...(maxAge ? { maxAge } : {}),
      ...(Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as Partial<
        Record<keyof typeof fields, string>
      >),
    };
  }
}
