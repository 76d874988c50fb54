/** Teams itself cuts messages at about 28 KB; what a person says of a fault fits in far less. */
const head = 12_000;
const tail = 6_000;

/** The start and the end of a very long text, where people say what is wrong. Codes are looked for in all of it. */
export function clipText(text: string): string {
  return text.length <= head + tail ? text : `${text.slice(0, head)} ${text.slice(-tail)}`;
}
