/** Two concepts close together, in this order, that mean more than each alone. */
export interface Sequence {
  first: readonly string[];
  next: readonly string[];
  /** Most words that may stand between them. */
  gap: number;
  makes: string;
}

function follows(first: string, next: string, gap: number, makes: string): Sequence {
  return { first: first.split(' '), next: next.split(' '), gap, makes };
}

export const sequences: readonly Sequence[] = [
  follows('authenticate', 'trouble', 4, 'authentication-failure'),
  follows('trouble', 'authenticate', 3, 'authentication-failure'),

  follows('not fail', 'run open respond', 3, 'down'),
  follows('not', 'seen', 2, 'gone'),
  follows('open run', 'credential-management', 2, 'starting-it'),
  follows('credential-management', 'open', 0, 'starting-it'),
  follows('credential-management', 'run', 3, 'starting-it'),

  follows('already', 'run', 4, 'already-running'),
  follows('run', 'already', 1, 'already-running'),
  follows('already', 'open', 2, 'already-open'),
  follows('open', 'already', 1, 'already-open'),
  follows('already', 'install seen listed', 2, 'already-there'),
  follows('install', 'already', 1, 'already-there'),

  follows('multiple', 'version listed icon', 3, 'several-versions'),
  follows('multiple', 'credential-management', 2, 'several-versions'),
  follows('both', 'version listed icon', 1, 'several-versions'),
  follows('version install listed', 'twice', 2, 'several-versions'),
  follows('credential-management', 'twice', 3, 'several-versions'),
  follows('computer', 'twice', 0, 'here-twice'),
  follows('credential-management', 'here-twice', 4, 'several-versions'),
  follows('both', 'credential-management', 0, 'so-many'),
  follows('so-many', 'install listed version icon', 2, 'several-versions'),
  follows('release-number', 'release-number', 8, 'two-releases'),
  follows('old', 'version one install credential-management', 3, 'old-version'),
  follows('another', 'version credential-management', 1, 'old-version'),
  follows('old', 'new', 3, 'old-version'),
  follows('new', 'old', 5, 'old-version'),

  // "The installer stops", "it is gone from the list", "the box shut": none of them is a program that stopped.
  follows('install', 'down', 1, 'install-halt'),
  follows('leftover old-version', 'down', 2, 'install-halt'),
  follows('down', 'leftover', 4, 'install-halt'),
  follows('unread', 'down gone', 3, 'box-closed'),
  follows('gone', 'listed', 3, 'off-the-list'),
  follows('down', 'popup', 2, 'box-closed'),
  follows('popup', 'down', 1, 'box-closed'),

  follows('backbone', 'spine', 2, 'anatomy'),
  follows('spine', 'backbone', 2, 'anatomy'),
  follows('payment', 'smartcard', 2, 'paying'),
  follows('smartcard', 'payment', 2, 'paying'),
  follows('reader', 'payment', 8, 'paying'),
  follows('doorway', 'smartcard', 1, 'paying'),
  follows('elsewhere', 'reader', 0, 'paying'),
  follows('reader', 'doorway', 3, 'paying'),

  follows('gone lack need', 'net', 1, 'missing-net'),
  follows('net', 'gone', 2, 'missing-net'),

  // "My computer password", "the password for this PC": the one Windows knows.
  follows('computer', 'credentials', 2, 'windows'),
  follows('credentials', 'computer', 3, 'windows'),
  follows('log-in', 'computer windows', 3, 'elsewhere'),
  follows('windows-security', 'popup ask credentials', 4, 'credential-box'),
  follows('popup', 'windows-security', 2, 'credential-box'),
  // A page that cannot be reached asks for nothing.
  follows('not fail', 'communicate', 2, 'no-connection'),
  follows('no-connection', 'localhost', 6, 'unreached'),
  follows('credential-box windows-security', 'localhost', 4, 'localhost-box'),
  follows('localhost', 'credential-box windows-security', 4, 'localhost-box'),
  follows('ask popup', 'credentials', 5, 'credential-request'),
  follows('credentials', 'popup ask', 2, 'credential-request'),
  follows('browser', 'credential-request', 6, 'browser-asks'),
  follows('credential-request', 'browser', 6, 'browser-asks'),
  follows('series-8', 'smartcard', 2, 'series-8-card'),
  follows('smartcard', 'series-8', 3, 'series-8-card'),
  follows('self-service by-oneself', 'unlock renew', 4, 'self-service-job'),
  follows('unlock renew', 'self-service by-oneself', 5, 'self-service-job'),
  follows('trouble', 'renew', 4, 'renewal-failure'),
  follows('renew', 'trouble', 6, 'renewal-failure'),
];
