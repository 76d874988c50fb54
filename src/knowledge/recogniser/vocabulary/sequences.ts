/** Two concepts close together, in this order, that mean more than each alone. */
export interface Sequence {
  first: readonly string[];
  then: readonly string[];
  /** Most words that may stand between them. */
  gap: number;
  makes: string;
}

export const sequences: readonly Sequence[] = [
  { first: ['authenticate'], then: ['trouble'], gap: 4, makes: 'authentication-failure' },
  { first: ['trouble'], then: ['authenticate'], gap: 3, makes: 'authentication-failure' },

  { first: ['not', 'trouble'], then: ['run', 'open', 'respond'], gap: 3, makes: 'down' },
  { first: ['not'], then: ['seen'], gap: 2, makes: 'gone' },

  { first: ['already'], then: ['run'], gap: 2, makes: 'already-running' },
  { first: ['run'], then: ['already'], gap: 1, makes: 'already-running' },
  {
    first: ['already'],
    then: ['open', 'install', 'seen', 'listed'],
    gap: 2,
    makes: 'already-there',
  },
  { first: ['open', 'install'], then: ['already'], gap: 1, makes: 'already-there' },

  {
    first: ['multiple'],
    then: ['version', 'install', 'listed', 'icon', 'credential-management'],
    gap: 3,
    makes: 'several-versions',
  },
  {
    first: ['version', 'install', 'listed', 'credential-management'],
    then: ['multiple'],
    gap: 2,
    makes: 'several-versions',
  },
  { first: ['old'], then: ['new'], gap: 3, makes: 'several-versions' },
  { first: ['new'], then: ['old'], gap: 5, makes: 'several-versions' },
  {
    first: ['old'],
    then: ['version', 'install', 'credential-management'],
    gap: 3,
    makes: 'old-version',
  },

  // "My computer password", "the password for this PC": the one Windows knows.
  { first: ['computer'], then: ['credentials'], gap: 2, makes: 'windows' },
  { first: ['credentials'], then: ['computer'], gap: 3, makes: 'windows' },
  { first: ['log-in'], then: ['computer', 'windows'], gap: 3, makes: 'elsewhere' },

  { first: ['self-service'], then: ['unlock', 'renew'], gap: 4, makes: 'self-service-job' },
  { first: ['unlock', 'renew'], then: ['self-service'], gap: 5, makes: 'self-service-job' },
];
