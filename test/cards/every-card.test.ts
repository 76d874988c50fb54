import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';
import { describe, expect, test } from 'vitest';
import { Action } from '../../src/cards/action.ts';
import { renderCard } from '../../src/cards/render-card.ts';
import { everyCard } from '../support/every-card.ts';
import { elementsOf } from '../support/person.ts';

// The renderer that the playground and Teams are built on; its module entry does not load in Node.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof Renderer;

/** What the renderer says about a card when it reads it as schema version 1.5. */
function complaints({ lang, ...card }: Record<string, unknown>): string[] {
  const context = new SerializationContext(Versions.v1_5);
  new AdaptiveCard().parse(card, context);
  return Array.from(
    { length: context.eventCount },
    (_, index) => context.getEventAt(index).message,
  );
}

const cards = everyCard().map(({ name, card }) => ({ name, model: card, card: renderCard(card) }));

test('the check of the schema is able to fail', () => {
  expect(
    complaints({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Marquee' }] }),
  ).not.toEqual([]);
});

describe.each(cards)('the card “$name”', ({ card, model }) => {
  const elements = elementsOf(card);
  const actions = elements.filter(({ type }) => String(type).startsWith('Action.'));

  test('is expanded whole', () => {
    expect(JSON.stringify(card)).not.toContain('${');
    expect(JSON.stringify(card)).not.toContain('undefined');
  });

  test('is valid for the schema version Teams shows', () => {
    expect(card.version).toBe('1.5');
    expect(complaints(card)).toEqual([]);
    // Checked here because the renderer's own check keeps state and refuses every other card.
    expect(card.lang).toMatch(/^[a-z]{2,3}$/);
  });

  test('is under 25 KB', () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25 * 1024);
  });

  test('wraps every text and describes every picture', () => {
    for (const element of elements) {
      if (element.type === 'TextBlock') expect(element).toMatchObject({ wrap: true });
      if (element.type === 'TextBlock') expect(element.text).toBeTruthy();
      if (element.type === 'Image') expect(element.altText).toBeTruthy();
    }
  });

  test('says something in a notification and in clients that show no cards', () => {
    expect(model.toast.length).toBeGreaterThan(5);
    expect(card.fallbackText).toBe(model.toast);
  });

  test('has buttons that come back as they went out, on new clients and on old ones', () => {
    for (const action of actions.filter(({ type }) => type === 'Action.Execute')) {
      const data = action.data as Record<string, unknown>;
      expect(Action.parse(data)).toEqual(data);
      expect(data.verb).toBe(action.verb);
    }
    const raw = JSON.stringify(card);
    expect(raw.match(/"Action\.Submit"/g)?.length ?? 0).toBe(
      raw.match(/"Action\.Execute"/g)?.length ?? 0,
    );
  });

  test('has at most six buttons in a row, one of them primary, and a way on', () => {
    const sets = elements.flatMap(({ actions: set }) => (Array.isArray(set) ? [set] : []));
    for (const set of sets) expect(set.length).toBeLessThanOrEqual(6);
    expect(actions.filter(({ style }) => style === 'positive').length).toBeLessThanOrEqual(1);
    // Only the two notes that say “look in your own chat” have nothing to press.
    if (!/own chat/.test(model.toast)) expect(actions.length).toBeGreaterThan(0);
  });

  test('keeps the service desk first in the footer of every step', () => {
    if (model.card !== 'step') return;
    expect(model.footer[0]?.title).toBe('Get help from the service desk');
  });

  test('has button texts that Teams does not cut', () => {
    for (const { title } of actions) {
      expect(String(title).length).toBeLessThanOrEqual(45);
      expect(String(title)).not.toMatch(/\.$/);
    }
  });
});
