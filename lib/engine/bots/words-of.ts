/** The words by which a text is compared: folded, without accents, without those that say nothing alone. */

/** Common words of the two languages of the interface; other languages do without. */
const STOP_WORDS = new Set(
  `a an and are as at be been but by can could did do does for from had has have he her him his how i if in is it its
  me my no not of on or our please she so some that the their them there they this to us was we were what when which
  who why will with would you your am im id ive dont hi hello hey thanks thank
  au aux avec c ce ces cet cette comme d dans de des du elle elles en est et etait ete etes etre eu il ils j je l la le
  les leur leurs lui m ma mais me merci mes mon n ne nos notre nous on ou par pas plus pour qu que quel quelle quelles
  quels qui s sa sans se ses si son sont suis sur t ta te tes toi ton tu un une vos votre vous y bonjour bonsoir salut
  avez avoir ai as ont peut peux pouvez puis faire fait svp stp plait comment pourquoi quand`.split(/\s+/),
);

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words in reading order. A text of nothing but common words keeps them: they are all it says. */
export function wordsOf(text: string): string[] {
  const all = [...segmenter.segment(folded(text))].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : all).map(singular);
}

/** `orders` is `order`; `battery`, `batteries` and `batterie` are one word. No more: stems of stems mislead. */
function singular(word: string): string {
  return word.length < 4 ? word : word.replace(/[sx]$/, '').replace(/(?:ie|y)$/, 'i');
}

/** Lower case without accents; `œ` as `oe`; apostrophes part words: `l’adresse` is `l` and `adresse`. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/['’‘ʼ]/g, ' ');
}
