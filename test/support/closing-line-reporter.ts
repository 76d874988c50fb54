import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends a run with one line that people and machines read: `214 passed, 0 failed`. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const states = modules.flatMap(statesOf);
    const count = (state: string) => states.filter((each) => each === state).length;
    const line = `${count('passed')} passed, ${count('failed') + unhandled.length} failed`;
    const skipped = count('skipped');
    // After the other reporters' summaries, which are written when this event is over.
    process.once('exit', () => console.log(skipped ? `${line}, ${skipped} skipped` : line));
  }
}

/** A file that cannot be loaded has no tests to fail, and a test that never ran did not pass. */
function statesOf(module: TestModule): string[] {
  const tests = [...module.children.allTests()].map((test) => test.result().state);
  const failedOutside = module.state() === 'failed' && !tests.includes('failed');
  return [
    ...tests.map((state) => (state === 'pending' ? 'failed' : state)),
    ...(failedOutside ? ['failed'] : []),
  ];
}
