import { describe, expect, test } from 'vitest';
import type { CardModel } from '../../src/cards/card-model.ts';
import { renderCard } from '../../src/cards/render-card.ts';
import { checking, findingOf, found, lastRun, pcWith } from '../dialogs/pc-check/pc-chat.ts';
import { elementsOf, textOf } from '../support/person.ts';
import { pcCards } from './pc-cards.ts';

/** What the card says of itself, without what the articles and the PC say. */
function wordsOf(card: CardModel): string[] {
  switch (card.card) {
    case 'step':
      return [card.intro, card.found?.text, card.found?.footnote, card.heading, card.hint].filter(
        (text) => text !== undefined,
      );
    case 'outcome':
      return [card.heading, card.text, card.found?.text ?? ''];
    case 'message':
      return [card.heading, ...card.paragraphs, ...card.bullets];
    case 'list':
      return [card.heading, card.text];
  }
}

const banned = /\b(sorry|oops|please|invalid|simply|easy|should|\w+n['’]t|log-?in)\b/i;

describe.each(pcCards())('the words of “$name”', ({ card }) => {
  test('are short sentences without words we never write', () => {
    for (const text of wordsOf(card)) {
      expect(text).not.toMatch(banned);
      for (const sentence of text.split(/(?<=[.?!])\s+/)) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
      }
    }
  });

  test('have help from the service desk in its place', () => {
    if (card.card !== 'step' && card.card !== 'message') return;
    expect(card.footer[0]?.title).toBe('Get help from the service desk');
  });
});

test('the rule for words is able to fail', () => {
  expect('You should log-in, please').toMatch(banned);
});

describe('what a PC says', () => {
  const said = `\${toast} **bold** [a](https://evil.example) <i>`;

  function rendered(text: string) {
    const chat = checking();
    const findings = lastRun(chat).checks.map((check) =>
      findingOf(check, 'unhealthy', { found: text }),
    );
    chat.hear({ kind: 'found', findings });
    return renderCard(chat.card());
  }

  test('is shown letter by letter, where no markup is read and nothing is filled in', () => {
    const elements = elementsOf(rendered(said));
    const runs = elements.filter(({ type, text }) => type === 'TextRun' && text === said);
    expect(runs).toHaveLength(6);
    const blocks = elements.filter(({ type }) => type === 'TextBlock');
    expect(JSON.stringify(blocks)).not.toContain('evil.example');
  });

  test('is said to be nothing where it is empty', () => {
    expect(textOf(rendered(''))).toContain('Nothing');
  });
});

test('after a look that found all put right, the step and its answers are in sight', () => {
  const chat = found(pcWith(['port-service']));
  chat.pressTitle('Check WARD7-PC12 again');
  const lines = textOf(renderCard(found(pcWith(), chat).card())).split('\n');
  const at = (line: string) => lines.indexOf(line);
  expect(at('What was wrong is put right now.')).toBeGreaterThan(-1);
  expect(at('Log in with the smartcard. Does it work now?')).toBeGreaterThan(
    at('What was wrong is put right now.'),
  );
  expect(at('It works now')).toBe(at('Log in with the smartcard. Does it work now?') + 1);
  expect(at('It still does not work')).toBe(at('It works now') + 1);
});
