import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Article } from '../../src/knowledge/article-schema.ts';
import type { CodeEntry } from '../../src/knowledge/code-schema.ts';
import { type LoadedKnowledge, loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

/** A small article that keeps every rule. Tests change one thing in it. */
export function goodArticle(): Article {
  return {
    id: 'stuck-door',
    title: 'The door is stuck',
    codes: ['DOOR_1'],
    symptoms: ['my door will not open'],
    summary: 'The door is stuck.',
    causes: ['The hinge is dry.'],
    fixers: [{ who: 'anyone', can: 'Push the door.' }],
    why: 'Dry hinges do not turn.',
    sources: [
      {
        address: 'https://example.org/doors',
        title: 'Doors',
        lastEdited: '2025-06-19',
        facts: 'Hinges.',
      },
    ],
    inferences: [],
    reviewBy: '2027-01-01',
    flow: {
      start: 'pushed',
      nodes: {
        pushed: {
          kind: 'question',
          who: 'anyone',
          ask: 'Did you push the door?',
          answers: [
            { label: 'Yes, I pushed it', next: 'hinge' },
            { label: 'No, it is locked', next: 'locked' },
          ],
        },
        hinge: {
          kind: 'check',
          who: 'it',
          check: 'hinge-oil',
          ask: 'How is the hinge?',
          healthy: 'try-again',
          unhealthy: 'oil',
          answers: [
            { label: 'The hinge is oiled', next: 'try-again' },
            { label: 'The hinge is dry', next: 'oil' },
          ],
        },
        oil: {
          kind: 'instruction',
          who: 'it',
          title: 'Oil the hinge',
          steps: ['Open the registry of hinges.', 'Oil the **hinge**.'],
          details: [{ label: 'Oil', value: 'C:\\*oil*' }],
          changes: [],
          next: 'try-again',
        },
        'try-again': {
          kind: 'question',
          who: 'anyone',
          ask: 'Does the door open now?',
          answers: [
            { label: 'It works now', next: 'fixed' },
            { label: 'Same problem', next: 'locked' },
          ],
        },
        fixed: {
          kind: 'outcome',
          result: 'fixed',
          title: 'The door opens',
          text: 'Nothing more to do.',
          desk: 'local-it',
        },
        locked: {
          kind: 'outcome',
          result: 'escalate',
          title: 'Ask the porter',
          text: 'The porter has a key.',
          desk: 'local-it',
        },
      },
    },
  };
}

/** A small code entry that keeps every rule. */
export function goodEntry(): CodeEntry {
  return {
    id: 'squeak',
    title: 'The door squeaks',
    codes: ['SQUEAK'],
    messages: ['eek'],
    meaning: 'The hinge is dry.',
    steps: { anyone: ['Push the door slowly.'], it: ['Oil the hinge.'] },
    desk: 'local-it',
    sources: [
      {
        address: 'https://example.org/squeaks',
        title: 'Squeaks',
        lastEdited: 'unknown',
        facts: 'Oil.',
      },
    ],
    inferences: [],
    reviewBy: '2027-01-01',
  };
}

/** Content as it is written to disk: file name to article, article text, and entries. */
export interface Content {
  articles: Record<string, unknown>;
  entries: unknown;
}

/** Writes the content as YAML files into a folder of its own and loads it from there. */
export function loadContent(content: Content, today = '2026-11-22'): LoadedKnowledge {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  try {
    const articlesDir = join(folder, 'articles');
    mkdirSync(articlesDir);
    for (const [name, article] of Object.entries(content.articles)) {
      writeFileSync(join(articlesDir, name), asText(article));
    }
    const codesFile = join(folder, 'codes.yaml');
    writeFileSync(codesFile, asText(content.entries));
    return loadKnowledge({ articlesDir, codesFile, today });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function asText(content: unknown): string {
  return typeof content === 'string' ? content : stringify(content);
}
