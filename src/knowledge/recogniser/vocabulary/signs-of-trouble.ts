import { type Concepts, phrases } from './concept.ts';

/** What goes wrong, and with log in. */
export const signsOfTrouble: Concepts = {
  trouble: {
    tells: 'common',
    says: phrases(`problem, issue, trouble, error, err, fault, faulty, wrong, broken, broke, bust, knackered, dead,
      stopped working, stop working, playing up, play up, acting up, messing about, difficulty, failure, fail, refuse, decline, struggle, not let, wont let, doesnt let, isnt letting,
      unsuccessful, reject, stuck, hang, freeze, frozen, froze, glitch, rubbish,
      kicked out, kick me out, logged out, log me out, throw me out, locked out, block, bounce, stop, message,
      decided, down, only works, alert, nightmare, moan, complain, spin, round and round, goes round, goes white, kaput, conked out, up the spout, chuck me out, chuck us out, kick us out, boot me out, being funny, funny, awful, hopeless, useless, play silly, misbehave, throw me, throw me back, send me back, take me back, go back to the, back to the start, back to the pin, back to start, back to the beginning, round in circles, gone white, white screen, white page, blank, time out, timeout, no joy`),
  }, // Also listed as trouble: "fails to start" needs a verb, "it fails" is any trouble.
  fail: {
    tells: 'common',
    is: ['trouble'],
    says: phrases(
      'fail, refuse, decline, struggle, not let, wont let, doesnt let, isnt letting, cant get',
    ),
  },
  not: {
    tells: 'common',
    is: ['trouble'],
    says: phrases(`not, no, none, nothing, never, cannot, cant, can not, wont, isnt, doesnt, dont, didnt, wasnt, arent,
      hasnt, havent, couldnt, wouldnt, aint, dosent, dosnt, doesn, isn, won, unable, nor, neither, nowt, wnt, cnt, nt, nobody, no one, noone`),
  },
  plea: {
    tells: 'common',
    says: phrases('help, fix, assist, assistance, support, advice, advise'),
  },
  // An update on a ticket installs nothing.
  chase: { tells: 'common', says: phrases('any update, any news, update on') },
  'starting-it': { tells: 'some', says: [] },
  lack: { tells: 'common', is: ['not'], says: phrases('without, lack') },
  'log-in': {
    tells: 'common',
    doing: true,
    says: phrases(`log in, login, log on, logon, log me in, log you in, log us in, log him in, log her in, log them in,
      sign in, signin, sign on, sign me in, get in, get into, get on, get onto, let me in, let us in, let in`),
  },
  access: { tells: 'common', is: ['log-in'], says: phrases('access') },
  authenticate: {
    tells: 'common',
    is: ['authenticate-or-authorise'],
    says: phrases('authenticate, authentication, auth, authn, authent'),
  },
  'authenticate-or-authorise': {
    tells: 'common',
    says: phrases('authorise, authorize, authorisation, authorization'),
  },
  'authentication-failure': { tells: 'much', says: [] },
  run: { tells: 'common', says: phrases('run, ran') },
  open: {
    tells: 'common',
    says: phrases('open, launch, start, start up, load, startup, fire up, boot up'),
  },
  respond: { tells: 'common', says: phrases('respond, response, active') },
  seen: {
    tells: 'common',
    says: phrases('see, seen, find, found, visible, show, appear, there, present, come up'),
  },
  down: {
    tells: 'much',
    is: ['trouble'],
    says: phrases(`crash, close, shut, shut down, shut itself down, quit, exit, stopped, stops, stopping, dropped out, drop out,
      disable, turn off, switch off, turn itself off, switch itself off, close itself, greyed out, is off, was off, gone off, went off, grayed out, start automatically, start itself, load itself, start on its own, start by itself, autostart, auto start, stay open, stay on, stopped running, stop running, not responding, fell over,
      fall over, fallen over, died, dies, unresponsive`),
  },
  gone: {
    tells: 'much',
    is: ['trouble'],
    says: phrases('gone, vanish, disappear, missing, went away, lost, absent'),
  },
  icon: {
    tells: 'much',
    says: phrases(`icon, nhs icon, tray, system tray, systray, notification area, hidden icon, taskbar, task bar, by the clock,
      next to the clock, near the clock, bottom right, bottom of my screen, bottom of the screen, task manager`),
  },
  communicate: {
    tells: 'much',
    says: phrases(`communicate, communication, talk, talk to, speak, speak to, connect, connection, reach, contact,
      detect, pick up, link, link up, comms, get through to, get hold of, interact`),
  },
  // A message nobody could read in time.
  unread: {
    tells: 'common',
    says: phrases(
      'went off the screen, off the screen, before i could read, too quick to read, flash',
    ),
  },
  again: {
    tells: 'common',
    says: phrases(`keep, kept, again, repeat, over and over, every time, everytime, each time, constantly, constant,
      endless, loop, back again, came back, is back, its back, are back, still, returned, non stop, continually, repeatedly, always, time and again, forever`),
  },
  passcode: {
    tells: 'common',
    says: phrases('passcode, pin, pass code, pincode, pin code, pin number'),
  },
};
