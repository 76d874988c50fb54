const forbiddenWords =
  /\b(LIKE|GLOB|REGEXP|MATCH|UNION|INTERSECT|EXCEPT|WITH|PRAGMA|ATTACH|INSERT)\b/i;
/** What stands before a bracket and is no function, or one that is allowed. */
const beforeBracket = new Set(['in', 'and', 'or', 'on', 'where', 'cast']);

/** Tables that osquery reads out only where it is told, and the columns that tell it. */
const needed = { registry: 'key', file: 'directory' } as const;

/** Whether each use of a table has its column compared. Else osquery lists something else, or nothing. */
function isUnconstrained(bare: string, table: keyof typeof needed): boolean {
  const uses = [
    ...bare.matchAll(new RegExp(`\\b(?:FROM|JOIN)\\s+${table}(?:\\s+AS\\s+(\\w+))?`, 'gi')),
  ];
  return uses.some(([, alias]) => {
    const column = alias ? `${alias}\\.${needed[table]}` : needed[table];
    return !new RegExp(`\\b${column}(\\s+COLLATE\\s+NOCASE)?\\s*(=|IN\\b)`, 'i').test(bare);
  });
}

/** How a query breaks the rules that live queries keep to. Empty when it does not. */
export function problemsOf(sql: string): string[] {
  const literals = [...sql.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text);
  const bare = sql.replace(/'(?:[^']|'')*'/g, "''");
  const functions = [...bare.matchAll(/(\w+)\s*\(/g)]
    .map(([, word = '']) => word.toLowerCase())
    .filter((word) => !beforeBracket.has(word));
  const isCut = (text: string) =>
    /^hk|^hkey_/i.test(text) && !/^HKEY_(LOCAL_MACHINE|USERS)\\/.test(text);
  return [
    ...(/^SELECT\b/.test(sql) && bare.match(/\bSELECT\b/gi)?.length === 1
      ? []
      : ['not one SELECT']),
    ...(/;|--|\/\*/.test(bare) ? ['more than one statement, or a comment'] : []),
    ...(bare.replaceAll("''", '').includes("'") ? ['a text that does not end'] : []),
    ...(sql.includes('%') ? ['a percent sign'] : []),
    ...(/[<>]|!=/.test(bare) ? ['a comparison other than ='] : []),
    ...(forbiddenWords.test(bare) ? ['a word that is not allowed'] : []),
    ...functions.map((word) => `the function ${word}`),
    ...literals.filter(isCut).map((text) => `the hive of ${text}`),
    ...(isUnconstrained(bare, 'registry') ? ['the registry without a key'] : []),
    ...(isUnconstrained(bare, 'file') ? ['files without a folder'] : []),
  ];
}
