/** Which construction a mention was found by; it sets what the role and the name are read from. */
type MentionForm = 'part' | 'agent' | 'voice' | 'figure' | 'force' | 'habit';

/** Words inside one sentence that may show a part. Offsets are those of the sentence. */
export type Mention = {
  readonly form: MentionForm;
  /** Where the quote would begin. */
  readonly start: number;
  /** Where the noun phrase that names the part ends; the rest of the clause says what it does. */
  readonly headEnd: number;
  /** The person's own describing words: the agent noun or the adjectives. */
  readonly label: string;
  /** How sure the wording alone makes it, 0 to 1. */
  readonly strength: number;
  /** Set when the mention only counts beside a surer one nearby ("another one ..."). */
  readonly leans?: boolean;
};
