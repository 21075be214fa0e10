/**
 * A copy of a text that was cut out of another: the engine keeps the whole of that other one alive as long as the
 * cut, and a remembered class name would keep its page.
 * Its letters lie in one row besides: those of a cut, or of what was put together, are each looked up through another
 * string. (Joining one part gives that part itself, so there are two.)
 */
export const ownCopy = (text: string): string => [text.charAt(0), text.slice(1)].join('');
