import type { CardModel } from '../../src/cards/card-model.ts';
import type { Pc } from '../../src/dialogs/pc-check.ts';
import type { Verdict } from '../../src/knowledge/checks/check.ts';
import {
  checking,
  choosing,
  findingOf,
  fleet,
  found,
  lastRun,
  newChat,
  offered,
  pcWith,
  ward,
} from '../dialogs/pc-check/pc-chat.ts';
import { type Chat, createChat } from '../support/chat.ts';
import { knowledge } from '../support/knowledge.ts';
import { roleTitles } from '../support/path-presses.ts';

type Named = { name: string; card: CardModel };

/** What a PC could say to fill a card, to be read as markup, or to hide what stands beside it. */
export const hostile =
  '**[Win](https://evil.example)** <b onclick="x()">\u202Eevil\u202C</b> `"\\\u0007é漢👩‍⚕️'.repeat(
    160,
  );

const longName = (end: string): Pc => ({ ...ward, id: `pc-${end}`, name: 'W'.repeat(62) + end });
const five = ['A', 'B', 'C', 'D', 'E'].map((end) => ({ ...longName(end), online: end !== 'E' }));

/** The run comes back with one verdict for some checks and another for the rest. */
function hear(chat: Chat, wrong: readonly string[], rest: Verdict, text?: string): Chat {
  const parts = text === undefined ? {} : { found: text, reason: text };
  const findings = lastRun(chat).checks.map((check) =>
    findingOf(check, wrong.includes(check) ? 'unhealthy' : rest, parts),
  );
  chat.hear({ kind: 'found', findings });
  return chat;
}

function cold(): Chat {
  const chat = newChat();
  chat.say('check my PC');
  chat.hear({ kind: 'pcs', pcs: [{ ...ward, name: longName('A').name }] });
  chat.press({ verb: 'pick-pc', case: 'SC-1', step: chat.cases()[0]?.step ?? 0, pc: ward.id });
  return chat;
}

const all = [...fleet.checks.keys()];

const late = () => {
  const chat = checking();
  chat.hear({ kind: 'late' });
  return chat;
};

const withNews = (chat: Chat, act: (chat: Chat) => void): CardModel => {
  act(chat);
  const [card] = chat.told().slice(-1);
  if (!card) throw new Error('Nothing was told.');
  return card;
};

const states: Record<string, () => Chat | CardModel> = {
  offer: () => offered(),
  finding: () => {
    const chat = offered();
    chat.pressTitle('Yes, find my PC');
    return chat;
  },
  naming: () => choosing([], offered({ canFindByName: true })),
  'none known': () => choosing([]),
  'choosing one': () => choosing(),
  'choosing one that is off': () => choosing([{ ...ward, online: false }]),
  'choosing one with a long name': () => choosing([longName('A')]),
  'choosing five with long names': () => choosing(five),
  'checking, nothing answered': () => checking(),
  'checking, some answered': () => {
    const chat = checking();
    chat.hear({ kind: 'progress', answered: 5 });
    return chat;
  },
  late,
  'late, some answered': () => {
    const chat = late();
    chat.hear({ kind: 'progress', answered: 5 });
    return chat;
  },
  'one fault': () => found(pcWith(['booted-since-install'])),
  'several faults': () => found(pcWith(['port-service', 'third-party-cookies'])),
  'could not check': () => hear(checking(), [], 'cannot-tell'),
  'all fine': () => found(pcWith()),
  'put right': () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle('Check WARD7-PC12 again');
    return found(pcWith(), chat);
  },
  'not put right': () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle('Check WARD7-PC12 again');
    return found(pcWith(['port-service']), chat);
  },
  'second look failed': () => {
    const chat = found(pcWith(['port-service']));
    chat.pressTitle('Check WARD7-PC12 again');
    chat.hear({ kind: 'failed', why: 'expired' });
    return chat;
  },
  'failed, unreachable': () => {
    const chat = checking();
    chat.hear({ kind: 'failed', why: 'unreachable' });
    return chat;
  },
  'failed, not theirs': () => {
    const chat = checking();
    chat.hear({ kind: 'failed', why: 'not-yours' });
    return chat;
  },
  'cold, consent': () => {
    const chat = newChat();
    chat.say('check my PC');
    chat.hear({ kind: 'pcs', pcs: five });
    return chat;
  },
  'cold, everything wrong': () => hear(cold(), all, 'healthy', hostile),
  'cold, one setting wrong': () => hear(cold(), ['zones'], 'healthy'),
  'cold, all fine': () => hear(cold(), [], 'healthy'),
  'cold, nothing answered': () => hear(cold(), [], 'cannot-tell', hostile),
  'cold, failed': () => {
    const chat = cold();
    chat.hear({ kind: 'failed', why: 'expired' });
    return chat;
  },
  'cold, handed over with everything wrong': () => {
    const chat = hear(cold(), all, 'healthy', hostile);
    chat.pressTitle('Get help from the service desk');
    return chat;
  },
  'message, next step': () =>
    withNews(checking(), (chat) => found(pcWith(['port-service']), chat, 90_000)),
  'message, late with a fault': () =>
    withNews(late(), (chat) => {
      chat.pressTitle('Go on, and tell me later');
      found(pcWith(['port-service']), chat);
    }),
  'message, handed over': () =>
    withNews(checking(), (chat) => {
      chat.pressTitle('Get help from the service desk');
      found(pcWith(), chat);
    }),
  'message, failed': () =>
    withNews(checking(), (chat) =>
      chat.hear({ kind: 'failed', why: 'expired' }, { after: 90_000 }),
    ),
  'welcome of a bot that checks': () => {
    const chat = newChat();
    chat.say('hi');
    return chat;
  },
  'help of a bot that checks': () => {
    const chat = newChat();
    chat.say('help');
    return chat;
  },
  'asked for in a channel': () => {
    const chat = createChat({ kind: 'channel', mentioned: true }, fleet);
    chat.say('check my PC');
    return chat;
  },
};

/** Each fault of each article at its fix, for both roles, with as much said of the PC as can be. */
function atTheFixes(): Named[] {
  return knowledge.articles.flatMap(({ id, checks }) =>
    Object.entries(roleTitles).flatMap(([role, title]) =>
      (checks?.causes ?? []).map(({ check }) => {
        const chat = newChat();
        chat.press({ verb: 'start', topic: id });
        chat.pressTitle(title);
        chat.say('check my PC');
        chat.hear({ kind: 'pcs', pcs: [ward] });
        hear(checking(chat), [check], 'cannot-tell', hostile);
        return { name: `pc ${id} ${role} ${check}`, card: chat.card() };
      }),
    ),
  );
}

/** Every card of a conversation about checking a PC, named `pc` and the state it shows. */
export function pcCards(): Named[] {
  const shown = Object.entries(states).map(([state, show]) => {
    const result = show();
    return { name: `pc ${state}`, card: 'take' in result ? result.card() : result };
  });
  return [...shown, ...atTheFixes()];
}
