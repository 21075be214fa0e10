import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Followed, Push, Subscriptions } from '../model/feed.js';
import type { Fetcher } from './http.js';

const day = 86_400_000;
/** What a hub is asked for, and the longest that is believed. */
const lease = 10 * day;
/** A subscription is renewed so long before it ends; a hub that did not confirm is asked again then. */
const early = day;

/**
 * WebSub (W3C Recommendation, 2018), the subscriber's side: hubs announce what is new, and the feed
 * is visited at once. What a hub sends is never taken for news itself, only for a reason to visit.
 */
export class Announcements {
  /** @param publicUrl where hubs reach this server, without a final slash */
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly fetcher: Pick<Fetcher, 'post'>,
    private readonly publicUrl: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** Asks the hubs of all feeds that name one, where they were not asked or the time runs out. */
  async renew(): Promise<void> {
    for (const followed of await this.subscriptions.list()) {
      const hub = followed.state?.hub;
      if (!hub || followed.subscription.paused || followed.state?.retired) continue;
      const push = await this.subscriptions.push(followed.subscription.id);
      if (!push || this.#runsOut(push, hub)) await this.#ask(followed, hub);
    }
  }

  /** What to answer where a hub asks whether we mean it; undefined where we do not. */
  async confirm(
    id: string,
    token: string,
    query: Record<string, string>,
  ): Promise<string | undefined> {
    const push = await this.#known(id, token);
    if (!push || query['hub.topic'] !== push.topic) return undefined;
    if (query['hub.mode'] === 'denied') return '';
    if (query['hub.mode'] !== 'subscribe' || !query['hub.challenge']) return undefined;
    const seconds = Number(query['hub.lease_seconds']);
    const held = seconds > 0 ? Math.min(seconds * 1000, 3 * lease) : lease;
    const until = new Date(this.now() + held).toISOString();
    await this.subscriptions.savePush(id, { ...push, until });
    return query['hub.challenge'];
  }

  /**
   * Visits a feed that a hub announces. A wrong signature is answered like a right one, as the
   * specification asks, and nothing happens.
   * @returns false where there is no such subscription
   */
  async announced(
    id: string,
    token: string,
    signature: string | undefined,
    body: Uint8Array,
  ): Promise<boolean> {
    const push = await this.#known(id, token);
    if (!push) return false;
    if (isSignedBy(push.secret, signature, body)) await this.subscriptions.retry(id);
    return true;
  }

  #runsOut({ hub, until, asked }: Push, named: string): boolean {
    if (hub !== named) return true;
    return until ? Date.parse(until) - this.now() < early : this.now() - Date.parse(asked) > early;
  }

  async #ask({ subscription, state }: Followed, hub: string): Promise<void> {
    const { id, address } = subscription;
    const before = await this.subscriptions.push(id);
    const push: Push = {
      hub,
      topic: state?.self ?? state?.movedTo ?? state?.found?.address ?? address,
      token: before?.token ?? randomBytes(18).toString('base64url'),
      secret: before?.secret ?? randomBytes(24).toString('base64url'),
      asked: new Date(this.now()).toISOString(),
    };
    // Kept first: the hub may ask back before it answers.
    await this.subscriptions.savePush(id, push);
    await this.fetcher.post(hub, {
      'hub.mode': 'subscribe',
      'hub.topic': push.topic,
      'hub.callback': `${this.publicUrl}/websub/${encodeURIComponent(id)}/${push.token}`,
      'hub.secret': push.secret,
      'hub.lease_seconds': String(lease / 1000),
    });
  }

  async #known(id: string, token: string): Promise<Push | undefined> {
    const push = await this.subscriptions.push(id);
    return push && equal(push.token, token) ? push : undefined;
  }
}

function isSignedBy(secret: string, signature: string | undefined, body: Uint8Array): boolean {
  const [, method = '', given = ''] =
    /^(sha(?:1|256|384|512))=([\da-f]+)$/i.exec(signature ?? '') ?? [];
  if (!method) return false;
  return equal(
    createHmac(method.toLowerCase(), secret).update(body).digest('hex'),
    given.toLowerCase(),
  );
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
