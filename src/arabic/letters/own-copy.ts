/**
 * A copy of a text that was cut out of another: the engine keeps the whole of that other one alive as long as the
 * cut, and a remembered class name would keep its page.
 */
export const ownCopy = (text: string): string => ` ${text}`.slice(1);
