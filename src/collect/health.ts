import type { FeedState, Subscription, VisitFailure } from '../model/feed.js';

/** How a subscription fares, for a table of sources. */
export interface Health {
  subscription: Subscription;
  status: 'new' | 'well' | 'quiet' | 'failing' | 'gone' | 'paused';
  /** The status with its reason as a sentence. */
  arabic: string;
  english: string;
  lastSuccess?: string;
  lastChange?: string;
  nextVisit?: string;
  failures: number;
  /** Entries a day, smoothed. */
  perDay?: number;
  movedTo?: string;
  /** Where its articles come from, where its own address led to no feed. */
  found?: string;
  /** Id of the source that its articles are kept under. */
  source?: string;
  /** The last visit that failed, also where a later one succeeded or it is paused. */
  lastFailure?: VisitFailure;
  /** Visits are announced by a hub (WebSub). */
  hub?: string;
}

/** A feed that brought nothing for so long is called quiet. */
const quietDays = 14;

/** What a state says of a subscription at `now`. */
export function healthOf(
  subscription: Subscription,
  state: FeedState | undefined,
  now = Date.now(),
): Health {
  const fields = {
    subscription,
    failures: state?.failures ?? 0,
    ...(state?.lastSuccess ? { lastSuccess: state.lastSuccess } : {}),
    ...(state?.lastChange ? { lastChange: state.lastChange } : {}),
    ...(state?.nextVisit ? { nextVisit: state.nextVisit } : {}),
    ...(state?.perDay === undefined || !state.lastSuccess
      ? {}
      : { perDay: Math.round(state.perDay * 10) / 10 }),
    ...(state?.movedTo ? { movedTo: state.movedTo } : {}),
    ...(state?.found ? { found: state.found.address } : {}),
    ...(state?.source ? { source: state.source } : {}),
    ...(state?.lastFailure ? { lastFailure: state.lastFailure } : {}),
    ...(state?.hub ? { hub: state.hub } : {}),
  };
  const say = (status: Health['status'], arabic: string, english: string): Health => ({
    ...fields,
    status,
    arabic,
    english,
  });
  const failed = state?.lastFailure;
  if (subscription.paused) return say('paused', 'متوقف بطلب منك.', 'Paused by you.');
  if (!state?.visited) return say('new', 'لم تتم زيارته بعد.', 'Not visited yet.');
  if (state.retired)
    return say(
      'gone',
      `لم يعد متاحاً ولن تتم زيارته. ${failed?.arabic ?? ''}`.trim(),
      `Gone; no further visits. ${failed?.english ?? ''}`.trim(),
    );
  if (failed && (state.failures > 0 || !state.lastSuccess))
    return say('failing', failed.arabic, failed.english);
  const changed = Date.parse(state.lastChange ?? state.lastSuccess ?? '');
  if (now - changed > quietDays * 86_400_000)
    return say(
      'quiet',
      `يعمل، لكنه لم ينشر جديداً منذ أكثر من ${quietDays} يوماً.`,
      `Works, but brought nothing new for more than ${quietDays} days.`,
    );
  return say('well', 'يعمل جيداً.', 'Works well.');
}
