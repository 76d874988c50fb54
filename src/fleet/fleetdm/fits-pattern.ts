/** Whether a name fits a pattern in which `*` stands for any letters. In any case, as Windows has it. */
export function fitsPattern(pattern: string, name: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*');
  return new RegExp(`^${escaped}$`, 'is').test(name);
}
