import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChat } from '../../support/chat.ts';
import { everyCard } from '../../support/every-card.ts';
import { knowledge } from '../../support/knowledge.ts';
import { fleet, newChat } from './pc-chat.ts';

const mention = new RegExp(
  `check my pc|check-my-pc|check-again|"title":"Check [^"]{1,60} again|${fleet.agent}`,
  'i',
);

describe('a bot without a fleet agent', () => {
  test('never mentions one, on any card', () => {
    const cards = everyCard().filter(({ name }) => !name.startsWith('pc '));
    expect(cards.length).toBeGreaterThan(500);
    for (const { name, card } of cards) expect(JSON.stringify(card), name).not.toMatch(mention);
  });

  test.each(['check my PC', 'scan my laptop', 'can you look at my computer'])(
    'answers “%s” with how it can help instead',
    (text) => {
      const chat = createChat();
      chat.say(text);
      expect(chat.card()).toMatchObject({
        heading: 'I cannot look at PCs',
        buttons: [{ title: 'See what I can help with' }],
        footer: [{ title: 'Get help from the service desk' }],
      });
      expect(JSON.stringify(chat.card())).not.toMatch(mention);
      expect(chat.cases()).toEqual([]);
    },
  );

  test('never mentions one and never asks one, whatever is typed', () => {
    const words = [
      '400_645',
      'yes',
      'no',
      'done',
      'check my pc',
      'check again',
      'help',
      'hi',
      'stop',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 10 }), (texts) => {
        const chat = createChat();
        for (const text of texts) {
          chat.say(text);
          expect(JSON.stringify(chat.card())).not.toMatch(mention);
        }
        expect(chat.asked()).toEqual([]);
      }),
    );
  });

  test('the same look at a bot that has one finds the mention', () => {
    const chat = newChat();
    chat.say('help');
    expect(JSON.stringify(chat.card())).toMatch(mention);
  });

  test('opens every article at its first question, with no word of PCs', () => {
    for (const { id } of knowledge.articles) {
      const chat = createChat();
      chat.press({ verb: 'start', topic: id });
      expect(chat.cases()[0]?.pc).toBeUndefined();
    }
  });
});
