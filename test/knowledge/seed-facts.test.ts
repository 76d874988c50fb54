import { describe, expect, it } from 'vitest';
import type { Article, FlowNode } from '../../src/knowledge/article-schema.ts';
import { isForIt } from '../../src/knowledge/flow-graph.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { realContent } from './real-content.ts';

const { articles } = loadKnowledge({ ...realContent, today: '2026-11-22' });

/** Who acts on a fact: staff themselves, IT, or nobody, when it explains. `sources` is provenance. */
type Where = 'staff' | 'it' | 'background' | 'sources';

/** Every fact of "Troubleshooting NHS Credential Management", 19 June 2025, by article. */
const facts: Record<string, [Where, RegExp | string][]> = {
  'multiple-versions': [
    ['background', /installer removes older versions before it starts/i],
    ['background', /says it is already running/],
    ['staff', /already running/],
    ['it', /Uninstall every entry/],
    ['it', /Install the right version/],
    ['it', 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall'],
    ['it', 'HKEY_CLASSES_ROOT\\Installer\\Products'],
    ['it', 'C:\\Program Files (x86)\\*NHS Digital*'],
    ['background', /left pieces behind/],
  ],
  'dotnet-48-missing': [
    ['background', /does not have Microsoft \.NET Framework 4\.8/],
    ['it', /official Microsoft website/],
    ['it', /Install \.NET Framework 4\.8/],
    ['it', /Run the NHS Credential Management installer again/],
    ['staff', /set up Credential Management/],
  ],
  'auth-failure-400-645': [
    ['background', '400_645'],
    ['background', /NHS Port Service is not running/],
    ['background', /NHS Credential Management is not running/],
    ['background', /browser cannot talk to NHS Credential Management/],
    ['it', 'NHS Port Service'],
    ['staff', /Open the \*\*Start\*\* menu and type NHS Credential Management/],
    ['staff', /try another browser/],
    // The page that the NHS page sends people to for this code: its nine causes.
    ['background', /out of date/],
    ['background', /PC was not restarted/],
    ['background', /NHS Identity Agent is not running or is out of date/],
    ['background', /not in the reader/],
    ['background', /blank or faulty/],
    ['background', /no roles on the smartcard/i],
    ['background', /browser is not supported/],
    ['background', /cancelled, or the network dropped/],
    ['background', /NHS Chrome extension is in use/],
    ['staff', /Imprivata or Isosec/],
    ['staff', /right way round/],
    ['staff', /colleague's PC/],
    ['it', /NHS Chrome extension/],
    ['it', /NHS Identity Agent/],
  ],
  'ntlm-prompt': [
    ['staff', /\*\*Cookies and site permissions\*\*/],
    ['staff', /\*\*Manage and delete cookies and site data\*\*/],
    ['staff', /\*\*Allow\*\*/],
    ['staff', 'http://localhost'],
    ['staff', /Include third-party cookies/],
    ['it', /\*\*Control Panel\*\*, then \*\*Internet Options\*\*/],
    ['it', /Trusted Sites/],
    ['it', /Local Intranet/],
    ['it', 'regedit'],
    ['it', 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge'],
    ['it', 'HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Microsoft\\Edge'],
    ['it', 'AuthServerAllowList'],
    ['it', 'REG_SZ (String Value)'],
    ['it', 'http://localhost'],
    ['staff', /Has the box gone, and does NHS Credential Management work/],
    ['background', /127\.0\.0\.1 for localhost/],
    ['background', /counted as an internet site/],
    // Said on the page, doubtful to us, so kept in the sources and not told to people.
    ['sources', /prefer NEGOTIATE over NTLM/],
    ['sources', /Chrome, Firefox and Safari usually default/],
  ],
  'oberthur-err1000': [
    ['background', 'ERR1000'],
    ['background', /SCCM, Ivanti or Intune/],
    ['it', /SCCM, Ivanti and Intune install as the local system account/],
    ['staff', /Unlocking or renewing my card myself/],
    ['staff', /Series 8/],
    ['it', 'HKEY_CURRENT_USER\\SOFTWARE\\Oberthur Technologies\\Minidriver\\PIVMinidriver'],
    ['it', 'EnableNHSEnrollment'],
    ['it', 'REG_DWORD'],
    ['it', /^0$/m],
    ['it', /Group Policy/],
    ['it', /by hand/],
    ['background', /Agile is the one normally used/],
    ['background', /do not need Compatibility to log in/],
    ['background', /after Oberthur middleware is installed/],
  ],
};

function textOf(article: Article, where: Where): string {
  if (where === 'sources') return article.sources.map((source) => source.facts).join('\n');
  if (where === 'background') {
    const { codes, title, summary, causes, fixers, why } = article;
    return [...codes, title, summary, ...causes, ...fixers.map(({ can }) => can), why].join('\n');
  }
  return Object.values(article.flow.nodes)
    .filter((node) => isForIt(node) === (where === 'it'))
    .map(nodeText)
    .join('\n');
}

function nodeText(node: FlowNode): string {
  switch (node.kind) {
    case 'outcome':
      return [node.title, node.text].join('\n');
    case 'instruction':
      return [
        node.title,
        ...node.steps,
        ...node.details.flatMap(({ label, value }) => [label, value]),
        node.note ?? '',
      ].join('\n');
    default:
      return [node.ask, node.hint ?? '', ...node.answers.map(({ label }) => label)].join('\n');
  }
}

describe.each(articles.map((article) => [article.id, article] as const))('%s', (id, article) => {
  it.each(facts[id] ?? [])('tells %s: %s', (where, fact) => {
    const text = textOf(article, where);
    if (typeof fact === 'string') expect(text).toContain(fact);
    else expect(text).toMatch(fact);
  });

  it('tells staff nothing about the registry', () => {
    expect(textOf(article, 'staff')).not.toMatch(/HKEY_|registry|REG_/i);
  });

  it('says nothing of NEGOTIATE or NTLM to anyone', () => {
    const shown = (['staff', 'it', 'background'] as const).map((where) => textOf(article, where));
    expect(shown.join('\n')).not.toMatch(/NEGOTIATE|NTLM/);
  });
});

it('every article of the page has its facts listed here', () => {
  expect(Object.keys(facts).sort()).toEqual(articles.map(({ id }) => id));
});
