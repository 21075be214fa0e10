/**
 * Consonant skeletons: what the spellings of a foreign name have in common in Arabic and in Latin letters.
 * One letter a consonant (c = sh, x = kh, g = j and gh), a i u for the vowels that are kept.
 */

const ARABIC_CONSONANTS: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  د: 'd',
  ذ: 'd',
  ض: 'd',
  س: 's',
  ص: 's',
  ش: 'c',
  ز: 'z',
  ظ: 'z',
  ف: 'f',
  ج: 'g',
  غ: 'g',
  ك: 'k',
  ق: 'k',
  ح: 'h',
  ه: 'h',
  خ: 'x',
  ر: 'r',
  ل: 'l',
  م: 'm',
  ن: 'n',
};
const VOWELS = 'aiu';
const isVowel = (letter: string | undefined) => letter !== undefined && VOWELS.includes(letter);

/** Adds a sound: of two vowels the one that is no a, of a doubled consonant one. */
function add(sounds: string[], sound: string): void {
  const last = sounds.at(-1);
  if (isVowel(sound) && isVowel(last)) {
    if (sound !== 'a' && sounds.length > 1) sounds[sounds.length - 1] = sound;
  } else if (sound !== last) sounds.push(sound);
}

/** Skeleton of a folded word in Arabic letters, '' where it has no consonant. */
export function arabicSkeleton(word: string): string {
  const text = word.replace(/^دج/, 'ج').replace(/تش/g, 'ش').replace(/ت[سز]/g, 'ز');
  const sounds: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    const next = text.charAt(at + 1);
    const afterVowel = isVowel(sounds.at(-1));
    if (letter === 'ه' && at === text.length - 1 && !afterVowel) add(sounds, 'a');
    else if (letter === 'ا') {
      if (at === 0 && next === 'و' && !'اي'.includes(text.charAt(2) || 'ا')) {
        sounds.push('u');
        at++;
      } else add(sounds, 'a');
    } else if (letter === 'و' || letter === 'ي') add(sounds, weakSound(letter, at, next));
    else {
      const sound = ARABIC_CONSONANTS[letter];
      if (sound) add(sounds, sound);
    }
  }
  return reduce(sounds);
}

/** Waw and yeh are consonants at the start of a word and before a vowel, or else vowels. */
function weakSound(letter: string, at: number, next: string): string {
  const before = letter === 'ي' ? 'او' : 'اوي';
  if (at === 0 || (next && before.includes(next))) return letter === 'و' ? 'w' : 'y';
  return letter === 'و' ? 'u' : 'i';
}

/** Capitals are consonants that are settled; the order matters. */
const LATIN_SPELLINGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/ic$/, 'iC'],
  [/u(?=a)/g, 'W'],
  [/ck/g, 'K'],
  [/zh/g, 'G'],
  [/ß/g, 'ss'],
  [/[øœ]/g, 'o'],
  [/ł/g, 'l'],
  [/[đð]/g, 'd'],
  [/ı/g, 'i'],
  [/æ/g, 'e'],
  [/þ/g, 'th'],
  [/ə/g, 'a'],
  [/t?sch|tch|[cs]h/g, 'C'],
  [/kh/g, 'X'],
  [/d?j|gh|gu(?=[ei])/g, 'G'],
  [/ph|v/g, 'F'],
  [/th/g, 'T'],
  [/dh/g, 'D'],
  [/rh/g, 'R'],
  [/bh/g, 'B'],
  [/wh/g, 'w'],
  [/cc(?![eiy])|qu(?=[eiy])/g, 'K'],
  [/qu/g, 'Kw'],
  [/tt?z+|t?cz|ts+|zz/g, 'Z'],
  [/x/g, 'Ks'],
  [/c(?=[eiy])/g, 'S'],
  [/[cq]/g, 'K'],
  [/p/g, 'b'],
  [/(?<=[^gG])(?:ou(?=[ie])|u(?=[ie].))/g, 'W'],
  [/oo|ou|eau|au|aw(?![aeiou])|ow(?![aeiou])/g, 'U'],
  [/ee|[ae][iy](?![aeiou])/g, 'I'],
  [/(?:ia|ea)h?$/, 'Ya'],
  [/([bcdfghjklmnpqrstvwxzBCDFGKRSTXZ])\1+/g, '$1'],
  [/ea|ie/g, 'I'],
  [/[yi](?=[aouU])|y(?=[eiI])/g, 'Y'],
  [/w(?=[aeiouyUI])|u(?=a)/g, 'W'],
  [/w/g, 'U'],
  [/([aeiouUI])h(?![aeiouyUI])/g, '$1'],
  [/([aeiouUI].*[^aeiouUI])e$/, '$1'],
  [/e$/, 'I'],
  [/^[aeiyI]/, 'A'],
  [/e(?=[^aeiouyUIA][aeiouyUIA])/g, 'I'],
  [/e/g, 'A'],
  [/[iy]/g, 'I'],
  [/[ou]/g, 'U'],
];

/** Skeleton of a folded word in Latin letters, '' where it has no consonant. */
export function latinSkeleton(word: string): string {
  let text = word;
  for (const [spelling, sound] of LATIN_SPELLINGS) text = text.replace(spelling, sound);
  const sounds: string[] = [];
  for (const letter of text.toLowerCase())
    if (/[abcdfghiklmnrstuwxyz]/.test(letter)) add(sounds, letter);
  return reduce(sounds);
}

/**
 * Leaves out the vowels that spellings differ in. A vowel at the start or the end stays; of the others: all
 * with fewer than three consonants, i and u with three, with four every u and an i after the first consonant,
 * with more a u after the first consonant.
 */
function reduce(sounds: string[]): string {
  const consonants = sounds.filter((sound) => !isVowel(sound)).length;
  const last = sounds.length - 1;
  let before = 0;
  let skeleton = '';
  sounds.forEach((sound, at) => {
    const inner = isVowel(sound) && at > 0 && at < last;
    if (!isVowel(sound)) before++;
    if (!inner || isTelling(sound, before, consonants)) skeleton += sound;
  });
  return consonants ? skeleton : '';
}

function isTelling(vowel: string, consonantsBefore: number, consonants: number): boolean {
  if (consonants < 3) return true;
  if (vowel === 'a') return false;
  if (consonants === 3) return true;
  return consonants === 4
    ? vowel === 'u' || consonantsBefore === 1
    : vowel === 'u' && consonantsBefore === 1;
}

/** Consonants in a skeleton. */
export function consonantsOf(skeleton: string): number {
  return skeleton.replace(/[aiu]/g, '').length;
}
