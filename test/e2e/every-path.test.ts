import { describe, expect, test } from 'vitest';
import { type Path, pathsOf } from '../../src/knowledge/flow-graph.ts';
import type { Topic } from '../../src/knowledge/knowledge.ts';
import { knowledge } from '../support/knowledge.ts';
import { pressOf, roleTitles } from '../support/path-presses.ts';
import { type Someone, textOf } from '../support/person.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();

async function goAlong(person: Someone, topic: Topic, role: 'staff' | 'it', { steps }: Path) {
  await person.press(roleTitles[role]);
  for (const step of steps) {
    const { status } = await person.press(pressOf(topic, step));
    expect(status).toBe(200);
  }
}

const walks = [...knowledge.topics.values()].flatMap((topic) =>
  (['staff', 'it'] as const).flatMap((role) =>
    pathsOf(topic.flow, role).map((path, index) => ({
      topic,
      role,
      path,
      name: `${topic.id} ${role} ${index + 1}`,
    })),
  ),
);

describe('over HTTP, from the first message to the outcome', () => {
  test.each(walks)('$name', async ({ topic, role, path }) => {
    const person = world.newPerson();
    // Started by its button, as from the list of topics: what people type is the recogniser's test.
    await person.say('topics');
    const start = await person.pressData(
      { verb: 'start', topic: topic.id },
      person.messages()[0]?.id,
    );
    const shown = person.messages()[0];
    if (shown) shown.activity = { ...shown.activity, attachments: [{ content: start.card }] };

    await goAlong(person, topic, role, path);

    const outcome = topic.flow.nodes[path.outcome];
    if (outcome?.kind !== 'outcome') throw new Error(`${path.outcome} is no outcome`);
    expect(textOf(person.card())).toContain(outcome.title);
    expect(person.messages()).toHaveLength(1);
  });

  test('there is something to walk: every article for both roles', () => {
    for (const { id } of knowledge.articles) {
      expect(
        walks.filter(({ topic, role }) => topic.id === id && role === 'staff').length,
      ).toBeGreaterThan(5);
      expect(
        walks.filter(({ topic, role }) => topic.id === id && role === 'it').length,
      ).toBeGreaterThan(5);
    }
  });
});
