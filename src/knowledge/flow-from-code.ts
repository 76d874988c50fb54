import type { Flow, FlowNode } from './article-schema.ts';
import type { CodeEntry } from './code-schema.ts';

/** The short flow of a code entry: what the person can do, then what IT can do, then the desk. */
export function flowFromCode(entry: CodeEntry): Flow {
  const { anyone, it } = entry.steps;
  const nodes: Record<string, FlowNode> = {};
  if (anyone.length > 0) {
    nodes['try-this'] = steps('anyone', 'Try this first', anyone, 'did-that-help');
    nodes['did-that-help'] = question(
      'Did that put it right?',
      it.length > 0 ? 'it-steps' : 'hand-over',
    );
  }
  if (it.length > 0) {
    nodes['it-steps'] = steps('it', 'Steps for local IT', it, 'did-it-help');
    nodes['did-it-help'] = question('Try again now. Does it work?', 'hand-over');
  }
  nodes.fixed = {
    kind: 'outcome',
    result: 'fixed',
    title: 'It works again',
    text: 'Nothing more to do. If it comes back, tell the same team.',
    desk: entry.desk,
  };
  nodes['hand-over'] = {
    kind: 'outcome',
    result: 'escalate',
    title: handOverTitle[entry.desk],
    text: 'Tell them the code or message, when it happened, and what you have tried.',
    desk: entry.desk,
  };
  return { start: anyone.length > 0 ? 'try-this' : 'it-steps', nodes };
}

const handOverTitle: Record<CodeEntry['desk'], string> = {
  'local-it': 'Your local IT team can take it from here',
  'registration-authority': 'Your Registration Authority can take it from here',
  supplier: 'The supplier of the application can take it from here',
  'national-service-desk': 'Your local IT team can raise a case for you',
};

function steps(who: 'anyone' | 'it', title: string, list: string[], next: string): FlowNode {
  return { kind: 'instruction', who, title, steps: list, details: [], changes: [], next };
}

function question(ask: string, no: string): FlowNode {
  return {
    kind: 'question',
    who: 'anyone',
    ask,
    answers: [
      { label: 'It works now', next: 'fixed' },
      { label: 'It still does not work', next: no },
    ],
  };
}
