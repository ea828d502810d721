/**
 * Jobs that are also what parts are called. Whoever quits, charges or sends a message is the one who has the job; whoever takes over at three in the
 * morning is a part.
 */
const JOB =
  '(?:accountant|advis[eo]r|agent|analyst|assistant|attorney|babysitter|barrister|bodyguard|bookkeeper|boss|broker|builder|captain|carer|caretaker|checker|childminder|cleaner|coach|consultant|coordinator|counsell?or|critic|decorator|dentist|detective|diplomat|director|doctor|driver|editor|examiner|fixer|foreman|gardener|guard|guardian|guide|inspector|instructor|judge|keeper|landlady|landlord|lawyer|librarian|manager|mediator|nanny|negotiator|nurse|officer|organi[sz]er|physio|planner|plumber|prosecutor|producer|professor|protector|receptionist|referee|reviewer|sergeant|scheduler|secretary|sitter|solicitor|supervisor|teacher|therapist|tracker|trainer|tutor|walker|warden)';
/** What a trade is in: with it a job is a trade, whatever they do. */
const TRADE =
  '(?:account|baby|bank|bus|care|career|case|child|city|council|credit|dance|debt|dog|driving|estate|event|events|exam|fashion|film|financial|fire|fitness|flight|food|football|gym|hair|health|home|hotel|house|insurance|language|letting|life|line|literary|maths|medical|mortgage|music|night|office|parking|party|pension|personal|piano|pilates|police|project|property|prison|regional|restaurant|riding|safety|sales|school|security|shop|singing|site|sleep|social|space|speech|sports|store|strength|support|swimming|tax|tennis|theatre|tour|town|traffic|train|travel|truck|urban|voice|wedding|yoga)';
const SOMETIMES = "(?:(?:just|already|finally|also|then|never|still|has|had|have|'s|has just|had already|only|even|suddenly|promptly) )*";
/** What people do to those they work for, and parts do not. */
const DEALINGS = [
  String.raw`(?:called|rang|phoned)(?: me)?(?=$|[.,;!?]| (?:back|today|yesterday|tonight|this|last|on|at|from|about|in|again|and|to|because|with|twice|earlier|later|while|when|after|before|round)\b)`,
  String.raw`(?:e-?mail(?:ed|s)|text(?:ed|s)|messaged|wrote|faxed|invoiced|billed|charge[ds]|overcharged|refunded|paid)(?=$|[.,;!?]| (?:to me|me|us|my|back|over|the|him|her|everyone|for|extra|too|double|\d|a (?:review|report|letter|piece)|an? (?:nasty|kind|good|bad|glowing|awful|invoice)))`,
  String.raw`(?:quit|resigned|retired|rescheduled|cancell?ed|recommended|prescribed|quoted|invoices)\b`,
  String.raw`(?:is|was|'s|will be|has been) (?:late|sick|ill|away|off|on (?:holiday|leave|strike|sick leave)|fired|hired|leaving|expensive|coming (?:at|on|round|over|tomorrow|today))\b`,
  String.raw`(?:came|comes|arrived|turned up) (?:at|round|over|by|to (?:fix|clean|look|pick)|late|early|on)\b`,
  String.raw`sent (?:me|us|over|the|out|through|an?)\b|left (?:me )?(?:a|an) (?:message|voicemail|voice mail|note)\b|went on (?:holiday|leave|strike)\b|reviewed my\b`,
].join('|');

const OWNER = String.raw`\b(?:my|our|his|her|their|your|the|an?|this|that|\p{L}+'s)`;
const dealing = new RegExp(
  `${OWNER} (?:(?:old|new|former|last|poor|own|lovely|other) )?(?:${TRADE} )?${JOB}(?: \\p{L}+'?s)? ${SOMETIMES}(?:${DEALINGS})`,
  'u',
);
const tradesman = new RegExp(`${OWNER} (?:(?:old|new|former|last|poor|own|lovely|other) )?${TRADE} ${JOB}\\b`, 'u');
/** Where the words are about somebody inside after all. */
const INSIDE =
  /\b(?:inner|inside)\b|\b(?:in|within|of) me\b|\bin(?:side)? my (?:own )?(?:head|mind|chest|heart|body|skull|brain|ear|stomach)\b|\bof my (?:heart|mind|soul)\b|\bparts?\b|\bvoices?\b|\b(?:takes?|took|taking|taken) over\b|\b(?:kick|step|pop)(?:s|ped|ped|ed)? in\b|\b(?:show|wake|woke|pipe)(?:s|ed|d)? up\b|\bself\b/u;

/**
 * Whether a folded stretch of a sentence speaks of somebody one really meets, by their job: “my event planner called this morning”.
 * @param sentence the whole sentence, in which something may show that somebody inside is meant.
 */
export const speaksOfOuterPerson = (stretch: string, sentence: string): boolean =>
  (dealing.test(stretch) || tradesman.test(stretch)) && !INSIDE.test(sentence);
