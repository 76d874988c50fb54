import type { Article, FlowNode } from '../article-schema.ts';
import type { CodeEntry } from '../code-schema.ts';
import type { Place } from '../problem.ts';
import type { Library } from './rule.ts';

/** A piece of text that people read, with where it stands. */
export interface Piece {
  file: string;
  place: Place;
  text: string;
  /**
   * `heading` and `label` stand alone, `sentence` is prose, `value` is shown as it is, and
   * `quoted` holds the words of people or screens, which are not ours to edit.
   */
  kind: 'heading' | 'label' | 'sentence' | 'value' | 'quoted';
  /** `background` explains; `anyone` and `it` say who acts on it. */
  reader: 'anyone' | 'it' | 'background';
}

/** All text of all content that may reach a card, once each. */
export function textsOf({ articles, codes }: Library): Piece[] {
  return [
    ...articles.flatMap(({ file, article }) => ofArticle(file, article)),
    ...codes.entries.flatMap((entry, at) => ofEntry(codes.file, at, entry)),
  ];
}

type Line = [place: Place, kind: Piece['kind'], reader: Piece['reader'], text: string | undefined];

function pieces(file: string, lines: readonly Line[]): Piece[] {
  return lines.flatMap(([place, kind, reader, text]) =>
    text === undefined ? [] : [{ file, place, kind, reader, text }],
  );
}

function each(place: Place, kind: Piece['kind'], reader: Piece['reader'], list: string[]): Line[] {
  return list.map((text, at) => [[...place, at], kind, reader, text]);
}

function ofArticle(file: string, article: Article): Piece[] {
  return pieces(file, [
    [['title'], 'heading', 'anyone', article.title],
    ...each(['symptoms'], 'quoted', 'background', article.symptoms),
    [['summary'], 'sentence', 'background', article.summary],
    ...each(['causes'], 'sentence', 'background', article.causes),
    ...article.fixers.map(
      ({ can }, at): Line => [['fixers', at, 'can'], 'sentence', 'background', can],
    ),
    [['why'], 'sentence', 'background', article.why],
    ...Object.entries(article.flow.nodes).flatMap(([id, node]) =>
      ofNode(node).map(([place, ...rest]): Line => [['flow', 'nodes', id, ...place], ...rest]),
    ),
  ]);
}

function ofNode(node: FlowNode): Line[] {
  switch (node.kind) {
    case 'outcome':
      return [
        [['title'], 'heading', 'anyone', node.title],
        [['text'], 'sentence', 'anyone', node.text],
      ];
    case 'instruction':
      return [
        [['title'], 'heading', node.who, node.title],
        ...each(['steps'], 'sentence', node.who, node.steps),
        ...node.details.flatMap(({ label, value }, at): Line[] => [
          [['details', at, 'label'], 'label', node.who, label],
          [['details', at, 'value'], 'value', node.who, value],
        ]),
        [['note'], 'sentence', node.who, node.note],
      ];
    case 'question':
    case 'check':
      return [
        [['ask'], 'sentence', node.who, node.ask],
        [['hint'], 'sentence', node.who, node.hint],
        ...node.answers.map(
          ({ label }, at): Line => [['answers', at, 'label'], 'label', node.who, label],
        ),
      ];
  }
}

function ofEntry(file: string, at: number, entry: CodeEntry): Piece[] {
  return pieces(file, [
    [[at, 'title'], 'heading', 'anyone', entry.title],
    ...each([at, 'messages'], 'quoted', 'background', entry.messages),
    [[at, 'meaning'], 'sentence', 'background', entry.meaning],
    ...each([at, 'steps', 'anyone'], 'sentence', 'anyone', entry.steps.anyone),
    ...each([at, 'steps', 'it'], 'sentence', 'it', entry.steps.it),
  ]);
}
