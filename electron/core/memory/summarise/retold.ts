import type { Belief } from '../../../../shared/entities/memory.ts';

/** How Trailhead’s sentence about what a part said begins: the part’s name, and what it did with its words (`triggerOf`, `threadOf`). */
const saidByPart = /^(?!You )(?<name>.+?)(?<said> (?:said|left this for another time|meant to do this|asked): “)/u;

/** Whether a trigger or an open thread is told as a part’s own words. */
export const isSaidByPart = ({ by, text, parts }: Belief): boolean => by !== 'person' && parts?.length === 1 && saidByPart.test(text);

/** What a part said, told with another name. */
export const saidBy = (name: string, text: string): string =>
  text.replace(saidByPart, (_told, _name: string, said: string) => `${name}${said}`);
