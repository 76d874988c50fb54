/** An answer of the contract other than success. */
export class Problem extends Error {
  readonly status: number;
  constructor(status: number, title: string) {
    super(title);
    this.status = status;
  }
}
