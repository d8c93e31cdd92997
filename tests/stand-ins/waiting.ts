/** Lets tests wait until something is so, never for longer than they say. */
export type Waiting = {
  /** Gives what `find` finds, as soon as it finds something; rejects with the name of what it waited for. */
  readonly until: <Found extends object | string | number | true>(
    find: () => Found | false | undefined,
    what: string,
    ms?: number,
  ) => Promise<Found>
  /** Looks again at all that is waited for. */
  readonly changed: () => void
  /** Rejects all that is still waited for. */
  readonly end: () => void
}

type Waiter = { readonly look: () => void; readonly fail: (reason: string) => void }

/** Makes a place to wait at; `defaultMs` is the longest that anybody waits who says nothing else. */
export function createWaiting(defaultMs: number): Waiting {
  const waiters = new Set<Waiter>()

  return {
    until: <Found>(find: () => Found | false | undefined, what: string, ms = defaultMs) => {
      const promise = new Promise<Found>((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer)
          waiters.delete(waiter)
        }
        const waiter = {
          look: () => {
            const found = find()
            if (found === undefined || found === false) return
            leave()
            resolve(found)
          },
          fail: (reason: string) => {
            leave()
            reject(new Error(`Waited for ${what}, ${reason}`))
          },
        }
        const timer = setTimeout(() => waiter.fail(`in vain for ${ms} ms`), ms)
        waiters.add(waiter)
        waiter.look()
      })
      // Whoever awaits it gets the error; where nobody does, it is no fault.
      promise.catch(() => {})
      return promise
    },
    changed: () => {
      for (const waiter of waiters) waiter.look()
    },
    end: () => {
      for (const waiter of waiters) waiter.fail('but the stand-in was closed')
    },
  }
}
