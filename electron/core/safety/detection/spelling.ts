/**
 * How words are written when they are hidden, hurried or misspelt. Everything here turns a spelling into the plain word, and nothing more:
 * what a word means is decided by the families of signs.
 */

const table = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [plain = '', spellings = ''] = line.split(':');
        return spellings
          .trim()
          .split(' ')
          .map((spelling): [string, string] => [spelling, plain.trim()]);
      }),
  );

/** One written word to its plain words. Contractions are opened, so that a pattern needs one form only. */
export const plainWords: ReadonlyMap<string, string> = table(`
i am: i'm im iam i'am
i have: i've ive
i will: i'll
i would: i'd
i do not know: idk
i do not care: idc
i do not: idont
not going to lie: ngl
to be honest: tbh tbf
right now: rn
for real: fr frfr
because: bc cuz cos coz 'cause cause bcos bcuz becuz
you: u yu ya
your: ur
you are: you're youre
are: r
with: w
without: w/o
about: abt bout
people: ppl
something: smth sth somethin sumthin
though: tho
please: pls plz
tonight: tonite 2nite tn 2night
tomorrow: tmrw tmr tomoz 2moro tomorow tommorow
really: rly rlly realy reallly
just: jst jus jist
dare not: daren't darent dursn't
be: b
not: nt
and: n
want to: wan2 wanna wana wanan wannna
forever: 4ever 4eva foreva
hate: h8
late: l8
want: wnat wnt wanr watn
going to: gonna gunna gonan gona
going: goin
have to: gotta
got to: gota
do not: don't dont dnt donot
does not: doesn't doesnt
did not: didn't didnt
can not: can't cant cannot cnt
could not: couldn't couldnt
will not: won't wont
shall not: shan't shant
would not: wouldn't wouldnt
should not: shouldn't shouldnt
is not: isn't isnt
are not: aren't arent
was not: wasn't wasnt
were not: weren't werent
has not: hasn't hasnt
have not: haven't havent
had not: hadn't hadnt
is not it: innit
am not: ain't aint
must not: mustn't
need not: needn't
he is: he's hes
she is: she's shes
it is: it's its
that is: that's thats
there is: there's theres
what is: what's whats
who is: who's
where is: where's
here is: here's
nobody is: nobody's
everything is: everything's
we are: we're
they are: they're theyre
he will: he'll
she will: she'll
it will: it'll itll
they will: they'll theyll
we will: we'll
you will: you'll youll
there will: there'll
that will: that'll thatll
he would: he'd
she would: she'd
it would: it'd
they would: they'd theyd
we would: we'd
you would: you'd
we have: we've
they have: they've
you have: you've
would have: would've wouldve woulda
could have: could've couldve coulda
should have: should've shouldve
let us: let's lets
lol: lmao lmfao rofl haha hahaha hehe lool lmaoo lolol ahaha hah ha
kill: kil kll kiil killl
killing: kiling
myself: myslef mysef mself mysefl myselff meself mesen
alive: alife aliv
dying: diying dieing
cutting: cuting cuttin cutin
hurt: hrt hurrt
disappear: dissapear dissappear disapear disappera dissapeer
anymore: anymoar anymor nemore
self: slef sef
suicide: suicied sucied suisde suicde sucide suacide sewerslide sewercide sooicide suside suicid
suicidal: sucidal suicdal suicidle suisidal sucicidal
self harm: selfharm self-harm selfharming self-harming self-harmed selfharmed
overdose: od overdosed overdosing od'd oding
mum: mam mom mummy mommy mama ma mumma
dad: daddy papa
`);

/** Words worth unmasking, wherever letters are starred out, spaced or written with digits. */
export const hiddenWords: readonly string[] = [
  'suicide',
  'suicidal',
  'sui',
  'kill',
  'killing',
  'kms',
  'kys',
  'die',
  'died',
  'dying',
  'dead',
  'death',
  'cut',
  'cutting',
  'harm',
  'hurt',
  'hang',
  'hanging',
  'rape',
  'raped',
  'murder',
  'overdose',
  'pills',
  'unalive',
  'blade',
  'life',
  'alive',
  'live',
  'end',
  'myself',
  'noose',
  'rope',
];

const hidden: ReadonlySet<string> = new Set(hiddenWords);

export const isHiddenWord = (word: string): boolean => hidden.has(word);

/** Long words that people misspell when it matters; one slip is forgiven, two in a word of eight letters or more. */
const oftenMisspelt: readonly string[] = ['suicide', 'suicidal', 'overdose', 'hopeless', 'worthless', 'pointless', 'depressed', 'unalive'];

/** Ordinary words one slip away from one of those. */
const notMisspelt: ReadonlySet<string> = new Set([
  'homeless',
  'suicides',
  'repressed',
  'overdoses',
  'overnose',
  'depresses',
  'overuse',
  'painless',
  'fruitless',
  'topless',
]);

/** The word a long misspelt word stands for, or null. */
export function correct(word: string): string | null {
  if (word.length < 6 || word.length > 11 || notMisspelt.has(word)) return null;
  for (const right of oftenMisspelt) {
    if (right === word) return null;
    if (right[0] === word[0] && Math.abs(right.length - word.length) <= 1 && isOneSlip(word, right)) return right;
  }
  return null;
}

/** Whether one letter added, left out, changed or swapped with its neighbour turns one word into the other. */
function isOneSlip(a: string, b: string): boolean {
  let front = 0;
  while (front < a.length && front < b.length && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < a.length - front && back < b.length - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  const restA = a.slice(front, a.length - back);
  const restB = b.slice(front, b.length - back);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** Letters of other alphabets that look like ours, and the signs used in their place. */
export const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  ё: 'e',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  ո: 'n',
  ӏ: 'l',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
};

/** Digits and signs written for letters; a star may stand for any. */
export const signLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'il',
  '|': 'il',
  '+': 't',
  '€': 'e',
};
