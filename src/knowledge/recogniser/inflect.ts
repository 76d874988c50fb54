const endsInE = /e$/;
const endsInY = /[^aeiou]y$/;
const hisses = /(?:s|x|z|ch|sh)$/;
/** Short words that double their last letter: run, stop, plug. */
const doubles = /^[^aeiou]+[aeiou][bdglmnprt]$/;

/** A word as people bend it: `run` is also runs, runned, running. Made-up forms do no harm: nobody types them. */
export function inflect(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word];
  if (endsInE.test(word)) {
    const stem = word.slice(0, -1);
    return [word, `${word}s`, `${word}d`, `${stem}ing`];
  }
  if (endsInY.test(word)) {
    const stem = word.slice(0, -1);
    return [word, `${stem}ies`, `${stem}ied`, `${word}ing`];
  }
  const base = doubles.test(word) ? word + word.slice(-1) : word;
  const plural = hisses.test(word) ? `${word}es` : `${word}s`;
  return [word, plural, `${base}ed`, `${base}ing`];
}
