import { fitsPattern } from '../fits-pattern.ts';
import { answered, isSameName, type LiveQuery, type ProbeOf, resultsOf } from '../live-query.ts';
import { sqlTexts } from '../sql-text.ts';

/** The folder of a glob, and the pattern for names in it. */
function split(glob: string): { folder: string; pattern: string } {
  const cut = glob.lastIndexOf('\\');
  const folder = glob.slice(0, cut);
  return {
    folder: /^[a-z]:$/i.test(folder) ? `${folder}\\` : folder,
    pattern: glob.slice(cut + 1),
  };
}

/** Whether a glob is in one folder. A pattern for folders would take one query for each of them. */
export function isInOneFolder({ glob }: ProbeOf<'path'>): boolean {
  return /^[a-z]:\\[^*]*$/i.test(split(glob).folder);
}

/** Asks what is in the folders of globs. Osquery reads out a folder only when it is told which. */
export function pathQuery(probes: readonly ProbeOf<'path'>[]): LiveQuery {
  const folders = sqlTexts(probes.map(({ glob }) => split(glob).folder));
  return {
    probes,
    sql: `SELECT path, directory FROM file WHERE directory IN ${folders}`,
    read: (rows) =>
      resultsOf(probes, ({ glob }) => {
        const { folder, pattern } = split(glob);
        const paths = rows
          .filter(({ directory }) => isSameName(directory, folder))
          .map(({ path = '' }) => path)
          .filter((path) => fitsPattern(pattern, path.slice(path.lastIndexOf('\\') + 1)));
        return paths.length === 0 ? { outcome: 'absent' } : answered('path', { paths });
      }),
  };
}
