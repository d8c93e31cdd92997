import { Ajv2020 } from 'ajv/dist/2020.js'
import { createOpenApi } from '../../../../src/adapters/web/api/open-api.ts'

/** The parts of the description that tests look at. */
export type OpenApi = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>
    readonly responses: Readonly<Record<string, Described>>
  }
}

export type Operation = {
  readonly requestBody?: Described
  readonly responses: Readonly<Record<string, Described | { readonly $ref: string }>>
}

type Described = {
  readonly content?: Readonly<Record<string, Media>>
  readonly headers?: Readonly<Record<string, { readonly schema: object }>>
}

type Media = { readonly schema: object; readonly examples?: Readonly<Record<string, { readonly value: unknown }>> }

export const description = createOpenApi() as OpenApi

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema(closed({ $id: 'pamphlet', ...description }) as object)

/** What is wrong with a value, by a schema of the description; here nothing may stand in it that is not described. */
export function errorsOf(schema: object, value: unknown): readonly string[] {
  const validate = ajv.compile(closed(absolute(schema)) as object)
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** What of an actual response is not as described. */
export async function misfits(response: Response, path: string, method: string): Promise<readonly string[]> {
  const found = description.paths[path]?.[method.toLowerCase()]?.responses[response.status]
  const told = found ?? description.components.responses[`Problem${response.status}`]
  if (told === undefined) return [`${response.status} is not described`]
  const described = '$ref' in told ? (description.components.responses[told.$ref.split('/').at(-1) ?? ''] ?? {}) : told

  const [type] = (response.headers.get('content-type') ?? '').split(';')
  const media = described.content?.[type ?? '']
  const body = await response.text()
  if (described.content === undefined) return body === '' && type === '' ? [] : [`${type} is not described`]
  if (media === undefined) return [`${type} is not described`]
  const headers = Object.entries(described.headers ?? {}).flatMap(([name, { schema }]) =>
    errorsOf(schema, headerValue(response.headers.get(name), schema)).map((error) => `${name}${error}`),
  )
  return [...errorsOf(media.schema, JSON.parse(body)), ...headers]
}

function headerValue(header: string | null, schema: object): unknown {
  return 'type' in schema && schema.type === 'integer' ? Number(header) : header
}

/** Every object holds what is described and nothing beside it. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, closed(part)]))
  return 'properties' in schema && !('additionalProperties' in schema)
    ? { ...parts, additionalProperties: false }
    : parts
}

function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"pamphlet#/')) as object
}
