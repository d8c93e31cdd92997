/** A request that a route has taken, with the parts of its path by name. */
export type Call<Name extends string = string> = {
  readonly params: Readonly<Record<Name, string>>
  readonly query: URLSearchParams
  readonly body: unknown
}

/** What a route answers. */
export type Reply = { readonly status: number; readonly body?: unknown }

/** One address of the API. */
export type Route = {
  readonly method: string
  readonly path: RegExp
  /** True where the token in the path is the only proof. */
  readonly open: boolean
  readonly handle: (call: Call) => Reply
}

/** Makes a route from a path with named parts, such as `/channels/:channel/typing`. */
export function route<Path extends string>(method: string, path: Path, handle: Handle<Path>): Route {
  return { method, path: new RegExp(`^${path.replaceAll(/:([a-z]+)/g, '(?<$1>[^/]+)')}$`), open: false, handle }
}

/** Makes a route that asks for no token of the bot. */
export function openRoute<Path extends string>(method: string, path: Path, handle: Handle<Path>): Route {
  return { ...route(method, path, handle), open: true }
}

type Handle<Path extends string> = (call: Call<Names<Path>>) => Reply

type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
