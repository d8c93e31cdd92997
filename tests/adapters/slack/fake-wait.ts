type WaitOptions = { readonly signal?: AbortSignal; readonly ref?: boolean }

/** What `node:timers/promises` has, on the clock that tests turn: they do not turn the real one. */
export function setTimeout<Value>(ms: number, value?: Value, { signal }: WaitOptions = {}): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(aborted())
    const timer = globalThis.setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve(value)
    }, ms)
    signal?.addEventListener('abort', abort, { once: true })

    function abort(): void {
      clearTimeout(timer)
      reject(aborted())
    }
  })
}

function aborted(): DOMException {
  return new DOMException('The operation was aborted', 'AbortError')
}
