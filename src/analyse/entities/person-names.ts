import { tableLines } from '../data-table.js';

/** Words of names of people, folded. */
export interface PersonNames {
  given: ReadonlySet<string>;
  /** Given names that are words as well. */
  alsoWords: ReadonlySet<string>;
  family: ReadonlySet<string>;
  /** Given and family names of other languages. */
  foreign: ReadonlySet<string>;
}

let people: PersonNames | undefined;

/** The words of the table, read when first asked for. */
export function personNames(): PersonNames {
  if (people) return people;
  const [given, alsoWords, family, foreign] = tableLines('person-names.txt.gz').map(
    (line) => new Set(line.split('\t')),
  );
  return (people = {
    given: given!,
    alsoWords: alsoWords!,
    family: family!,
    foreign: foreign!,
  });
}
