import type { Button, CardModel, FoundPanel, FoundRow, Section, SourceLine } from './card-model.ts';

/** A button as the templates bind it. The verb is repeated in the data for clients that only know Action.Submit. */
function button({ title, action, primary }: Button) {
  return { title, verb: action.verb, data: action, style: primary ? 'positive' : 'default' };
}

function section({ steps, details, condition, title, note }: Section) {
  return {
    condition: condition ?? null,
    title: title ?? null,
    steps: steps.map((text, index) => ({ number: index + 1, text })),
    details,
    note: note ?? null,
  };
}

/** Empty values would be dropped by some clients, and a cell is never empty for a reason. */
const cells = ({ what, state, found, expected }: FoundRow) => ({
  what,
  state,
  found: found || 'Nothing',
  expected,
});

function foundData(found: FoundPanel | undefined) {
  return found
    ? {
        ...found,
        rows: found.rows.map(cells),
        fine: found.fine.map(cells),
        fineTitle: `Show what is fine (${found.fine.length})`,
      }
    : null;
}

function source({ title, address, date }: SourceLine) {
  const when = date ? `last edited ${date}` : 'date not shown';
  return { text: `Source: [${title}](${address}), ${when}` };
}

const texts = (lines: readonly string[]) => lines.map((text) => ({ text }));

/** Turns a card model into the data its template binds. Absent fields become null: templates test for that. */
export function templateData(model: CardModel): object {
  switch (model.card) {
    case 'step':
      return {
        ...model,
        intro: model.intro ?? null,
        hint: model.hint ?? null,
        audience: model.audience ?? null,
        why: model.why ?? null,
        found: foundData(model.found),
        sections: model.sections.map(section),
        handOver: model.handOver.map(section),
        answers: model.answers.map(button),
        footer: model.footer.map(button),
        sources: model.sources.map(source),
        hasMore: model.why !== undefined || model.sources.length > 0,
        moreTitle: model.why === undefined ? 'Where this comes from' : 'Why this happens',
      };
    case 'outcome':
      return {
        ...model,
        why: null,
        found: foundData(model.found),
        style: model.mood === 'good' ? 'good' : 'emphasis',
        answers: model.answers.map(button),
        footer: model.footer.map(button),
        sources: model.sources.map(source),
        hasMore: model.sources.length > 0,
      };
    case 'list':
      return {
        ...model,
        items: model.items.map((item) => ({ ...item, buttons: item.buttons.map(button) })),
        footer: model.footer.map(button),
      };
    case 'message':
      return {
        ...model,
        paragraphs: texts(model.paragraphs),
        bullets: texts(model.bullets),
        buttons: model.buttons.map(button),
        footer: model.footer.map(button),
      };
  }
}
