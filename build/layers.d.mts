import type { ICruiseOptions } from 'dependency-cruiser';

export const rules: { name: string }[];
export const cruiseOptions: ICruiseOptions;
