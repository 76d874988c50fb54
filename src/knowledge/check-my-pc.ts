import type { Topic } from './knowledge.ts';

/**
 * What a check of the PC is about while nobody has said what is wrong. It is no article: once the
 * check has named the trouble, the case is about that.
 */
export const checkMyPc: Topic = {
  id: 'check-my-pc',
  title: 'Check of your PC',
  summary: 'I look at the settings that most often stop a smartcard log in.',
  codes: [],
  sources: [],
  flow: {
    start: 'tell-me',
    nodes: {
      'tell-me': {
        kind: 'question',
        who: 'anyone',
        ask: 'Tell me what you see',
        hint: 'Type the code or the words on the screen, and I take you through the fix.',
        answers: [{ label: 'It works now', next: 'works' }],
      },
      works: {
        kind: 'outcome',
        result: 'fixed',
        title: 'It works now',
        text: 'You said that it works now. Nothing more to do.',
      },
    },
  },
};
