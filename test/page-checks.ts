/// <reference lib="dom" />

/**
 * Checks that run inside a page (each is sent there whole, so it may use nothing from outside).
 * They return what is wrong, in words; an empty list is a pass.
 */

/** What anyone who uses a screen reader needs: language, landmarks, names, headings in order. */
export function findAccessibilityFaults(): string[] {
  const faults: string[] = [];
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const nameOf = (element: Element) =>
    (
      element.getAttribute('aria-label') ??
      (element.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
    ).trim();
  const show = (element: Element) => element.outerHTML.slice(0, 80);

  if (document.documentElement.lang !== 'ar') faults.push('html is not in Arabic');
  if (document.title.trim() === '') faults.push('no title');
  if (all('h1').length !== 1) faults.push(`${all('h1').length} h1`);
  let level = 0;
  for (const heading of all('h1,h2,h3,h4,h5,h6')) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) faults.push(`heading skips from ${level} to ${own}: ${show(heading)}`);
    level = own;
  }
  for (const landmark of ['header', 'main', 'footer'])
    if (!document.querySelector(`body > ${landmark}`)) faults.push(`no ${landmark}`);
  for (const nav of all('nav, aside, section[role], [role=region], [role=search]'))
    if (nav.matches('nav, aside, [role=region]') && !nameOf(nav))
      faults.push(`nameless: ${show(nav)}`);
  const navs = all('nav').map(nameOf);
  if (new Set(navs).size !== navs.length) faults.push('two navs of one name');
  for (const field of all('input:not([type=hidden]), select, textarea'))
    if (!(field as HTMLInputElement).labels?.length && !nameOf(field))
      faults.push(`no label: ${show(field)}`);
  for (const control of all('a[href], button'))
    if (!control.textContent?.trim() && !nameOf(control)) faults.push(`no words: ${show(control)}`);
  for (const image of all('img'))
    if (!image.hasAttribute('alt')) faults.push(`no alt: ${show(image)}`);
  for (const image of all('svg'))
    if (image.getAttribute('aria-hidden') !== 'true' && !nameOf(image))
      faults.push(`nameless picture: ${show(image)}`);
  const ids = all('[id]').map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id twice: ${id}`);
  for (const element of all('[aria-labelledby]'))
    if (!nameOf(element)) faults.push(`labelled by nothing: ${show(element)}`);
  for (const element of all('[tabindex]'))
    if (element.tabIndex > 0) faults.push(`tabindex above 0: ${show(element)}`);
  for (const time of all('time'))
    if (Number.isNaN(Date.parse(time.getAttribute('datetime') ?? '')))
      faults.push(`time without datetime: ${show(time)}`);
  return [...new Set(faults)];
}

/** Text whose contrast with its ground is below WCAG 2.2 AA (4.5, or 3 where large). */
export function findWeakContrast(): string[] {
  const parse = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (rgb: number[]) => {
    const [red = 0, green = 0, blue = 0] = rgb.slice(0, 3).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element: Element | null): number[] => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 1) === 1 && colour.length) return colour;
    }
    return [255, 255, 255];
  };
  const faults = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim();
    if (!element || !text || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const [light = 0, dark = 0] = [parse(style.color), ground(element)]
      .map(luminance)
      .sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600);
    if (ratio < (large ? 3 : 4.5)) faults.add(`${ratio.toFixed(2)} «${text.slice(0, 40)}»`);
  }
  return [...faults];
}

/** Elements that stick out of the page at its side, where the page itself scrolls sideways. */
export function findSidewaysScroll(): string[] {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > root.clientWidth + 1;
    })
    .map((element) => element.outerHTML.slice(0, 80));
}

export function directionOf(element: Element): string {
  return getComputedStyle(element).direction;
}

/** Where an element's box is in the window. */
export function boxOf(element: Element): { top: number; right: number } {
  const { top, right } = element.getBoundingClientRect();
  return { top, right };
}

/** What has the focus, as a reader would name it. */
export function focused(): { text: string; visible: boolean; outlined: boolean; id: string } {
  const element = document.activeElement ?? document.body;
  const { width, height, bottom } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    text: (element.textContent ?? '').trim() || element.id,
    visible: width > 1 && height > 1 && bottom > 0,
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    id: element.id,
  };
}

/** The families of the web fonts that were loaded and used. */
export async function loadedFonts(): Promise<string[]> {
  await document.fonts.ready;
  const loaded = [...document.fonts].filter((font) => font.status === 'loaded');
  return [...new Set(loaded.map((font) => font.family.replaceAll('"', '')))].sort();
}
