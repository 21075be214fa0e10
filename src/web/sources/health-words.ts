import type { Health } from '../../collect/health.js';

/** Each status in one word, as it stands beside a source's name. */
export const statusWords: Record<Health['status'], string> = {
  new: 'لم يُزر بعد',
  well: 'يعمل',
  quiet: 'هادئ',
  failing: 'متعثر',
  gone: 'انتهى',
  paused: 'موقوف',
};

/** Those that want looking after first. */
const order: Array<Health['status']> = ['failing', 'gone', 'new', 'well', 'quiet', 'paused'];

export function byNeed(a: Health, b: Health): number {
  return (
    order.indexOf(a.status) - order.indexOf(b.status) || nameOf(a).localeCompare(nameOf(b), 'ar')
  );
}

export function nameOf({ subscription }: Pick<Health, 'subscription'>): string {
  return subscription.source.name ?? hostOf(subscription.address);
}

/** An address as people know it, without its beginning. */
export function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
