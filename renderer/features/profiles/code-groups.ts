/** A recovery code in groups that an eye can follow: the groups it comes in, or fours. */
export function codeGroups(code: string): readonly string[] {
  const given = code.split(/[\s-]+/).filter((group) => group !== '');
  if (given.length > 1) return given;
  return code.match(/.{1,4}/gu) ?? [];
}
