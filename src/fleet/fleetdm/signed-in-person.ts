import type { Row } from './live-query.ts';
import { sqlTexts } from './sql-text.ts';

/**
 * A condition on `person`, a row of `logged_in_users`. Osquery has the name of the account there, without
 * its domain. Where the directory gives somebody another name than the part before the @, they are not
 * found, and what is theirs is not asked. The longer spellings are for agents that add a domain.
 * https://github.com/osquery/osquery/blob/00040c6/osquery/tables/system/windows/logged_in_users.cpp
 */
export function isPerson(upn: string): string {
  const at = upn.lastIndexOf('@');
  const name = at > 0 ? upn.slice(0, at) : upn;
  const domain = at > 0 ? upn.slice(at + 1).split('.')[0] : undefined;
  const spellings = [name, upn, ...(domain ? [`${domain}\\${name}`] : [])];
  return `person.user COLLATE NOCASE IN ${sqlTexts(spellings)}`;
}

/**
 * The security identifier of the one person that the rows tell of in `sid`. Undefined when nobody of
 * that name is signed in, when Windows could not tell who it is, and when two people share the name:
 * then none of them is taken for the person who asked.
 */
export function onePerson(rows: readonly Row[]): string | undefined {
  const sids = new Set(rows.map(({ sid }) => sid ?? ''));
  const [sid] = sids;
  return sids.size === 1 && sid ? sid : undefined;
}
