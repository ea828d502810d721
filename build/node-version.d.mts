export const projectRoot: string;
export const isNewEnough: (version: string) => boolean;
export const tooOldSentence: (version: string) => string;
export const ensureNode: (script: string) => boolean;
