import { type Concepts, phrases } from './concept.ts';

const boxes = phrases('box, prompt, popup, pop up, window, dialog, dialogue');
const credentialBoxes = ['credential', 'authentication', 'auth', 'windows'].flatMap((kind) =>
  boxes.map((box) => `${kind} ${box}`),
);

/** Windows asks for a user name and password where the smartcard alone should do. */
export const credentialPrompts: Concepts = {
  ntlm: {
    tells: 'all',
    ours: true,
    ruledOut: true,
    says: phrases('ntlm, nt lm, negotiate protocol'),
  },
  localhost: {
    tells: 'all',
    ours: 'perhaps',
    ruledOut: true,
    says: phrases('localhost, local host, 127.0.0.1, http localhost, https localhost'),
  },
  iwa: {
    tells: 'all',
    ruledOut: true,
    says: phrases(`iwa, integrated windows authentication, integrated authentication, windows integrated authentication,
      integrated windows login, windows authentication, integrated login`),
  },
  'auth-allow-list': {
    tells: 'all',
    ours: true,
    says: phrases(`authserverallowlist, auth server allow list, auth server allowlist, authserver allowlist,
      authserver allow list, authserverwhitelist`),
  },
  'intranet-zone': {
    tells: 'much',
    says: phrases(`trusted site, trusted zone, local intranet, local intranet zone, intranet zone, intranet, security zone, zone,
      internet options, site settings, allowed site, trusted`),
  },
  cookies: { tells: 'common', says: phrases('cookie, third party cookie, 3 rd party cookie') },
  // "Windows Security" also finds viruses, so it has to come with a box or a password.
  'windows-security': {
    tells: 'much',
    is: ['windows'],
    says: phrases('windows security, window security'),
  },
  'credential-box': {
    tells: 'all',
    ruledOut: true,
    is: ['popup', 'ask', 'windows', 'credentials', 'credential-request'],
    says: [
      ...credentialBoxes,
      ...phrases(
        'windows credential, windows sign in box, windows login box, windows logon box, windows log in box',
      ),
    ],
  },
  windows: {
    tells: 'much',
    says: phrases('windows, domain, network, active directory, ad, microsoft'),
  },
  popup: {
    tells: 'common',
    says: [
      ...boxes,
      ...phrases('pop, popped, overlay, message box, challenge, form, notification'),
    ],
  },
  ask: {
    tells: 'common',
    says: phrases(
      `ask, prompt, want, request, require, need, demand, enter, type in, nag, expect, insist, challenge, put in, pester`,
    ),
  },
  credentials: {
    tells: 'common',
    says: phrases(`credential, cred, password, passwd, pwd, login detail, log in detail, log on detail, logon detail,
      sign in detail, detail, user id, user account, login id, log in, login, logon, sign in, log on, pword, passwrd, pass word`),
  },
  // They weigh nothing: a symptom that says so asks for its own words.
  'no-connection': { tells: 'elsewhere', says: [] },
  unreached: { tells: 'elsewhere', claims: ['localhost'], says: [] },
  'localhost-box': { tells: 'all', ours: true, says: [] },
  'box-closed': { tells: 'common', claims: ['down', 'gone'], says: [] },
  'credential-request': { tells: 'common', says: [] },
  'browser-asks': { tells: 'much', says: [] },
  username: {
    tells: 'much',
    is: ['credentials'],
    says: phrases(
      'username, user name, username and password, user name and password, user id and password, domain username',
    ),
  },
};
