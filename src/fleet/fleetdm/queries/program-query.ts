import { answered, type LiveQuery, type ProbeOf, type Row, resultsOf } from '../live-query.ts';
import { isPerson, onePerson } from '../signed-in-person.ts';
import { sqlText, sqlTexts } from '../sql-text.ts';

const list = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';
const machineLists = [
  `HKEY_LOCAL_MACHINE\\SOFTWARE\\${list}`,
  `HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\${list}`,
];
const columns = {
  displayname: 'name',
  displayversion: 'version',
  installdate: 'installDate',
  installlocation: 'installLocation',
} as const;

interface Program {
  name: string;
  version?: string;
  installDate?: string;
  installLocation?: string;
}

/** One program for each key that names one. */
function programsIn(rows: readonly Row[]): Program[] {
  const programs = new Map<string, Partial<Program>>();
  for (const { key = '', name = '', data = '' } of rows) {
    const column = columns[name.toLowerCase() as keyof typeof columns];
    if (!key || !column || !data) continue;
    programs.set(key.toLowerCase(), { ...programs.get(key.toLowerCase()), [column]: data });
  }
  return [...programs.values()].flatMap(({ name, ...rest }) => (name ? [{ name, ...rest }] : []));
}

/** Rows of the machine and of the person’s own hive. Without the latter when it is not known whose it is. */
function withoutOthers(rows: readonly Row[]): readonly Row[] {
  const sid = onePerson(rows);
  const own = sid && `hkey_users\\${sid.toLowerCase()}\\`;
  return rows.filter(({ key = '' }) => {
    const place = key.toLowerCase();
    return !place.startsWith('hkey_users\\') || (own !== undefined && place.startsWith(own));
  });
}

/**
 * Asks for installed programs: those of the machine, and those of the person’s own hive when the person
 * is signed in. Osquery’s table `programs` is not asked, because it has those of everybody who is
 * signed in and does not tell whose they are.
 * https://github.com/osquery/osquery/blob/0e53faa/osquery/tables/system/windows/programs.cpp
 *
 * All names are asked for, because parts of names are compared here. `uptime` always has one row, so
 * that the machine’s programs come whoever is signed in.
 */
export function programQuery(
  probes: readonly ProbeOf<'installedProgram'>[],
  upn: string,
): LiveQuery {
  const ownList = `person.registry_hive || ${sqlText(`\\SOFTWARE\\${list}`)}`;
  const lists = [...machineLists.map(sqlText), ownList].join(', ');
  return {
    probes,
    sql:
      'SELECT person.sid AS sid, entry.key AS key, entry.name AS name, entry.data AS data' +
      ' FROM uptime' +
      ` LEFT JOIN logged_in_users AS person ON ${isPerson(upn)}` +
      ` LEFT JOIN registry AS program ON program.key COLLATE NOCASE IN (${lists})` +
      " AND program.type = 'subkey'" +
      ' LEFT JOIN registry AS entry ON entry.key = program.path' +
      ` AND entry.name COLLATE NOCASE IN ${sqlTexts(['DisplayName', 'DisplayVersion', 'InstallDate', 'InstallLocation'])}`,
    read: (rows) => {
      const installed = programsIn(withoutOthers(rows));
      return resultsOf(probes, ({ nameContains }) => {
        if (rows.length === 0) return { outcome: 'error' };
        const programs = installed.filter(({ name }) =>
          name.toLowerCase().includes(nameContains.toLowerCase()),
        );
        return programs.length === 0
          ? { outcome: 'absent' }
          : answered('installedProgram', { programs });
      });
    },
  };
}
