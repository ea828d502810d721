/** Ends a command with one sentence a person can act on. Caught in one place, where it becomes the exit status. */
export class Failure extends Error {
  readonly status: 1 | 2;

  /** `status` 1: it failed; 2: the command was used wrongly. */
  constructor(sentence: string, status: 1 | 2 = 1) {
    super(sentence);
    this.name = 'Failure';
    this.status = status;
  }
}
