/** Agencies and networks that news credits, folded; by themselves they are seldom what it is about. */
const AGENCIES = new Set(
  (
    'رويترز|وكاله رويترز|فرانس برس|وكاله فرانس برس|ا ف ب|اسوشيتد برس|وكاله اسوشيتد برس|الاسوشيتد برس|اسوشييتد برس|ا ب|د ب ا|' +
    'واس|وام|سانا|بترا|كونا|سبا|شينخوا|وكاله شينخوا|سبوتنيك|تاس|انترفاكس|نوفوستي|الاناضول|وكاله الاناضول|فارس|ارنا|يونهاب|بلومبرغ|بلومبيرغ|' +
    'الحياه|عكاظ|الجزيره نت|العربيه نت|سكاي نيوز|سكاي نيوز عربيه|بي بي سي|فرانس 24|فرانس24|سي ان ان|cnn|bbc|afp|reuters|ap|rt|' +
    'تويتر|فيسبوك|فيس بوك|يوتيوب|واتساب|واتس اب|انستغرام|انستجرام|غوغل بلس|جوجل بلس'
  ).split('|'),
);

const KINDS = /^(?:وكاله (?:ال)?انباء|وكالات|صحيفه|قناه|موقع|مجله|شبكه) /;
const FIRST_WORDS = new Set([
  ...[...AGENCIES].map((name) => name.split(' ')[0]!),
  ...'وكاله وكالات صحيفه قناه موقع مجله شبكه'.split(' '),
]);

/** Whether a phrase that begins with a folded word may be one of an agency. */
export function beginsAgency(word: string): boolean {
  return FIRST_WORDS.has(word);
}

/** Whether a folded phrase names an agency, a paper, a channel or a network where things are published. */
export function isAgency(phrase: string): boolean {
  return AGENCIES.has(phrase) || KINDS.test(phrase) || phrase.startsWith('وكاله الانباء');
}
