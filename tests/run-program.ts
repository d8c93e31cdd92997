import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

type Run = { readonly code: number | string | null; readonly stdout: string; readonly stderr: string }

/** Runs the program as from a shell, with no more than its arguments, standard input and a folder to stand in. */
export function runProgram(args: readonly string[], { input = '', cwd = '.', env = {} } = {}): Promise<Run> {
  const loader = import.meta.resolve('tsx')
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--import', loader, resolve('src/main.ts'), ...args],
      { cwd, env: { LANG: 'en_US.UTF-8', ...env } },
      (error, stdout, stderr) => done({ code: error?.code ?? 0, stdout, stderr }),
    )
    child.stdin?.end(input)
  })
}
