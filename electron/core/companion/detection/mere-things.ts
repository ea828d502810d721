import { sensesOf } from '../../language/word-senses.ts';
import { kindsOfAgent, kindsOfJob } from './part-kinds.ts';

/** Things of everyday life that the dictionary of senses does not have. */
const HOUSEHOLD =
  /^(?:kettle|radio|television|telly|fridge|freezer|oven|toaster|lamp|candle|drawer|shelf|cellar|attic|staircase|ladder|rope|carpet|blanket|pillow|suitcase|backpack|parcel|jigsaw|puzzle|cloud|river|lake|pond|garden|field|meadow|tree|rock|stone|pebble|weight|magnet|balloon)$/u;
const LIVING: ReadonlySet<string> = new Set(['person', 'animal', 'feeling']);
const LIFELESS: ReadonlySet<string> = new Set(['thing', 'place', 'food']);

/** Whether a noun in small letters is a thing and nothing that lives, feels or is a usual picture of a protector, as “wall” is. */
export function isThing(noun: string): boolean {
  if (kindsOfAgent(noun).length > 0 || kindsOfJob(noun).length > 0) return false;
  const senses = sensesOf(noun);
  return HOUSEHOLD.test(noun) || (senses.some((sense) => LIFELESS.has(sense)) && !senses.some((sense) => LIVING.has(sense)));
}

const figure =
  /^(?:(?:and|but|then|so|also|like|it's|it is|i have|i've got|there(?:'s|s| is| was)|feels like|it feels like) )*(?:an?|the|my|this|that|some|another) ((?:[\p{L}-]+ ){0,2}?)([\p{L}-]+) (?:(?:deep |somewhere )?(?:in|inside|within) me|(?:in|inside|behind|at the back of) my (?:head|mind|brain|chest|heart|stomach|belly|gut|throat|skull|soul))\b/u;
/** What somebody does: they want, say, keep, let and refuse. */
const ACTS =
  /^(?: and (?:she|he|it|they)|,? (?:that|which|who))?,? (?:(?:just|always|never|still|only|really|sometimes|suddenly|also|'s|is|has|keeps) )*(?:want|need|say|said|tell|told|think|thought|know|knew|fear|feel|felt|worr|remember|refuse|decide|believe|hate|love|watch|wait|listen|whisper|shout|scream|yell|warn|remind|protect|guard|check|hide|hid|cr(?:y|ies)|calls? me|laughs?|keeps? (?:me|us|him|her|them|it|people|everyone|everybody|everything|others|the|my)|holds? (?:me|everything|it|back|on)|kept|held|let(?:s|ting)? |won't let|doesn't (?:want|trust|let|like)|does not (?:want|trust|let|like)|afraid|scared|frightened|angry|stops? (?:me|people|everyone|anyone)|blocks?|shuts? (?:me|people|everyone|down)|goes (?:up|off)|went (?:up|off)|comes? (?:up|down)|came (?:up|down)|slams?|takes? over|took over)/u;

/** Whether a folded stretch opens with a thing inside somebody that does nothing somebody would do: “a window in me that faces north”. @param after what follows it in its sentence. */
export function tellsOfMereThing(stretch: string, after: string): boolean {
  const hit = figure.exec(stretch);
  const noun = hit?.[2] ?? '';
  if (hit === null || !isThing(noun)) return false;
  return !ACTS.test(`${stretch.slice(hit[0].length)}${after}`);
}
