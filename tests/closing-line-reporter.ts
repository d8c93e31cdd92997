import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Ends a test run with one line such as `120 passed, 0 failed, 2 skipped`, after a line for each test that passed only when tried again. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const brokenModules = modules.filter((module) => module.errors().length > 0).length
    const failed = count('failed') + brokenModules + errors.length
    const skipped = count('skipped')
    for (const test of tests.filter(isUnsteady)) {
      process.stdout.write(`passed only when tried again: ${test.module.relativeModuleId} > ${test.fullName}\n`)
    }
    process.stdout.write(`${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
  }
}

function isUnsteady(test: TestCase): boolean {
  return test.result().state === 'passed' && (test.diagnostic()?.retryCount ?? 0) > 0
}
