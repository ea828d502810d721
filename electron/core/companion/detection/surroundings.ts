/** What the sentences around a mention say that a mention alone does not. */
export type Surroundings = {
  /** Somebody inner is spoken of nearby. */
  readonly inner: boolean;
  /** A figure was met, noticed or sat with, as people tell of inner figures. */
  readonly met: boolean;
  /** It happens again and again. */
  readonly repeated: boolean;
  /** How often it is said to happen without the person deciding it. */
  readonly involuntary: number;
  /** Something painful came just before. */
  readonly afterPain: boolean;
};

/** What a sentence too short to say anything contributes. */
export const nothingAround: Surroundings = { inner: false, met: false, repeated: false, involuntary: 0, afterPain: false };

const INNER =
  /\b(?:part|parts|side|half|bit|bits|piece|one|some) (?:of|in|inside) me\b|\b(?:in|inside) (?:me|my head|my skull)\b|\bmy inner\b|\bcommittee\b|\btwo of me\b|\bmy parts\b|\b(?:two|several|different) people\b|\b(?:two|several|three) minds\b|\b(?:two|three|four|five|several|all) of (?:them|us) (?:tonight|today|this morning|in here|inside|showed|turned|came)|\bparts\b|\bin session\b|\ba part\b|\bmy head on a\b|\binner family\b/;
const MET =
  /\b(?:in me|inside me|inside|in here|in there|came up|comes up|coming up|turned up|turns up|showed up|shows up|in session|in therapy|in meditation|i met|met the|i noticed|i sat (?:with|beside|next)|sat with (?:him|her|it)|i found|in my (?:chest|stomach|belly|head|throat|heart|brain|mind)|of my brain|part of me|i used to be|still believes|still thinks|still waits|still waiting|woke up in me|wakes up|behind it|under(?:neath)? it|was there again|is back|here again|i let him|i let her|i told (?:him|her) (?:i|it|we)|asked (?:him|her) what|follows me|followed me|trailing behind)\b/;
const REPEATED =
  /\b(?:every (?:time|single time|single|night|week|day|morning|evening|monday|sunday|friday|year|month)|each time|always|again|whenever|happens (?:every|whenever)|as usual|once more|third (?:night|time)|the same (?:every|thing)|there's a pattern|it has happened since|never fails|nights? (?:running|in a row)|typical(?: me)?|for the (?:third|fourth|hundredth|millionth) time|like a reflex|why do i|in a row|four times|three times|five times|all week|this week)\b/;
const INVOLUNTARY =
  /\b(?:by (?:themselves|itself)|on (?:their|its) own|belong(?:s|ed) to (?:somebody|someone) else|before i(?:'d|'ve)? (?:knew|know|even|can|could|realis|realiz|thought|noticed|checked)|don'?t remember|can'?t remember (?:deciding|buying|driving|ordering|doing)|no memory of|i c(?:a|o)me to\b|i come round|on autopilot|nobody(?:'s)? home|leave my body|left my body|leaving my body|(?:somebody|someone|something) else (?:pushes|drove|drives|was|is|took|takes)|i heard myself|hear myself|watch(?:ed|ing)? myself|find myself|found myself|ended up|end up|like (?:someone|somebody) (?:is |was |'s |had |else )?(?:turned|turns|pulled|flipped|chasing|switched|cut)|like a reflex|couldn'?t stop|can'?t stop|cannot stop|can'?t help|couldn'?t help|without (?:thinking|tasting|deciding|noticing|even)|couldn'?t tell you|next thing i (?:know|knew)|somehow)\b/g;
const AFTER_PAIN =
  /\b(?:after|off the phone|anniversary|cried|crying|shout\w*|row|argument|argued|fight|alone|quiet|lonely|hurt|bills?|results|hearing|funeral|reject\w*|upset|stress\w*|bad day|bad comment|my ex|the ex|he left|she left|divorce|criticis\w*|criticiz\w*|too much|away)\b/;

/** Reads one sentence's own signs. */
export function readSurroundings(sentence: string): Surroundings {
  return {
    inner: INNER.test(sentence),
    met: MET.test(sentence),
    repeated: REPEATED.test(sentence),
    involuntary: [...sentence.matchAll(INVOLUNTARY)].length,
    afterPain: AFTER_PAIN.test(sentence),
  };
}

/** Joins the signs of the sentences next to one, up to `reach` on either side. */
export function surroundingsAt(all: readonly Surroundings[], at: number, reach: number): Surroundings {
  let { inner, met, repeated, involuntary, afterPain } = nothingAround;
  for (let near = Math.max(0, at - reach); near <= Math.min(all.length - 1, at + reach); near += 1) {
    const one = all[near];
    if (one === undefined) continue;
    inner ||= one.inner;
    met ||= one.met;
    repeated ||= one.repeated;
    involuntary += one.involuntary;
    afterPain ||= one.afterPain;
  }
  return { inner, met, repeated, involuntary, afterPain };
}
