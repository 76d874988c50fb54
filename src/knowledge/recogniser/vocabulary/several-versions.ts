import { type Concepts, phrases } from './concept.ts';

/** Putting programs on and taking them off. */
export const severalVersions: Concepts = {
  multiple: {
    tells: 'common',
    says: phrases(`multiple, two, several, more than one, three, many, too many, extra, second, couple of, pair of,
      two lots of, dual`),
  },
  // Said after what there is too much of: "installed twice".
  twice: {
    tells: 'common',
    is: ['multiple'],
    says: phrases('twice, double, duplicate, three times, 2x, x2'),
  },
  // Numbers also count PCs and name wards, and "both" may be two different programs: they have to stand close.
  both: { tells: 'common', says: phrases('both, 2, 3') },
  another: { tells: 'common', says: phrases('another, other, different') },
  old: {
    tells: 'common',
    says: phrases(
      'old, older, previous, prior, earlier, existing, original, former, outdated, previously, last',
    ),
  },
  // An old machine is no old version.
  'old-computer': {
    tells: 'common',
    is: ['computer'],
    says: ['old', 'older'].flatMap((age) =>
      [
        'windows',
        'win',
        'pc',
        'machine',
        'computer',
        'laptop',
        'box',
        'kit',
        'build',
        'desktop',
        'server',
      ].map((thing) => `${age} ${thing}`),
    ),
  },
  'too-old': {
    tells: 'common',
    says: phrases('too old, not new enough, too low, not high enough'),
  },
  new: { tells: 'common', says: phrases('new, newer, latest, newest, current, updated, upgraded') },
  version: {
    tells: 'common',
    says: phrases('version, copy, release, edition, instance'),
  },
  one: { tells: 'common', says: phrases('one') },
  'release-number': {
    tells: 'common',
    is: ['version'],
    says: phrases('1.3, 1.4, 4.1, 3.0, 3.1, 4.0, v1, v3, v4'),
  },
  // The numbers of our own releases need no name beside them.
  'own-release': {
    tells: 'common',
    ours: true,
    is: ['release-number', 'credential-management'],
    says: phrases('1.3.1, 1.3.1.0, 1.4.2, 1.4.2.0'),
  },
  install: {
    tells: 'common',
    says: phrases(`install, instal, installation, installer, setup, set up, put on, put it on, put me on, go on, reinstall, re install,
      reinstallation, deploy, deployment, msi, rollout, roll out, putting, set it up, wizard, download, lay down`),
  },
  update: {
    tells: 'common',
    is: ['install'],
    says: phrases('update, upgrade, updating, upgrading'),
  },
  remove: {
    tells: 'much',
    says: phrases(`remove, removal, uninstall, uninstallation, un install, deinstall, uninstaller, delete, clean up, cleanup, clean install, clean uninstall, clean reinstall, fresh install, from scratch, clean out,
      clear out, get rid, take off, take it off, taking off, taken off, strip out, come off, came off, wipe, purge, rip out, scrub, cant get rid`),
  },
  leftover: {
    tells: 'much',
    says: phrases(`leftover, left over, left behind, leave behind, remnant, residual, residue, trace, remain, bits left,
      left on, whats left, still there, still installed, still in, still listed, still shows, still on, still showing, orphan, lingering, stale, hanging around, kicking about, ghost, phantom`),
  },
  listed: { tells: 'common', says: phrases('list, entry') },
  'program-list': {
    tells: 'common',
    is: ['listed', 'software'],
    says: phrases(`program list, add remove programs, add or remove programs, programs and features, apps and features,
      apps features, app and features, app features, control panel, installed apps`),
  },
  registry: {
    tells: 'common',
    says: phrases(`registry, reg key, regedit, registry key, registry value, registry entry, registry setting, hkey, hkcu,
      hklm, hkcr, key, gpo, group policy, policy`),
  },
  already: { tells: 'common', says: phrases('already, allready, alredy') },
  'already-running': {
    tells: 'all',
    ruledOut: true,
    says: phrases('already running'),
  },
  'another-instance': {
    tells: 'all',
    ruledOut: true,
    says: phrases(
      'another instance, instance running, instance is running, already an instance, instance already, instance is open',
    ),
  },
  'so-many': { tells: 'common', says: [] },
  'here-twice': { tells: 'common', says: [] },
  'already-there': { tells: 'much', says: [] },
  'already-open': { tells: 'much', says: phrases('opened twice, open twice') },
  'several-versions': { tells: 'all', ruledOut: true, says: [] },
  'two-releases': { tells: 'much', says: [] },
  'old-version': { tells: 'much', ruledOut: true, says: [] },
  'install-halt': { tells: 'common', is: ['trouble'], claims: ['down'], says: [] },
  'off-the-list': { tells: 'common', claims: ['gone'], says: [] },
  'uninstall-key': {
    tells: 'all',
    says: phrases('installer products, currentversion uninstall, uninstall key, uninstall guid'),
  },
  'nhs-digital-folder': {
    tells: 'all',
    ours: true,
    says: phrases(`nhs digital folder, program files x 86 nhs digital, program files nhs digital, x86 nhs digital,
      folder nhs digital, nhs digital file, nhs digital directory`),
  },
  'software-push': {
    tells: 'common',
    says: phrases(`sccm, intune, ivanti, mecm, configmgr, software centre, software center, company portal, system account,
      local system, deployment tool, push out, push, roll out, package, exit 0, exit code, exit 1603`),
  },
};
