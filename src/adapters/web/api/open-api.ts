import { z } from 'zod'
import { examples } from './examples.ts'
import { schemas } from './schemas.ts'

/** Describes the interface for programs, from the schemas that requests are parsed with (OpenAPI 3.1). */
export function createOpenApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pamphlet',
      version: '1.0.0',
      summary: 'Health questions, answered word for word from reviewed documents.',
      description:
        'Nothing that is asked is kept, and nothing that a person types belongs in an address. Pages of other sites may not read replies (there is no CORS). Where an outcome is `urgent`, the text shows where to get help and must be shown first.',
    },
    paths: {
      '/api/ask': {
        post: {
          operationId: 'ask',
          summary: 'Answers a question',
          requestBody: json('AskRequest', examples.ask),
          responses: {
            200: { description: 'The reply.', ...json('Answer', examples.answer), headers: notStored },
            ...problems(400, 403, 413, 415, 422, 429, 500),
          },
        },
      },
      '/api/suggest': {
        post: {
          operationId: 'suggest',
          summary: 'Lists topics that come close to what is being typed',
          requestBody: json('SuggestRequest', examples.suggest),
          responses: {
            200: { description: 'Best first.', ...json('Suggestions', examples.suggestions), headers: notStored },
            ...problems(400, 403, 413, 415, 422, 429, 500),
          },
        },
      },
      '/api/topics': {
        get: {
          operationId: 'topics',
          summary: 'Lists every topic, for suggestions that need not leave a browser',
          parameters: [ifNoneMatch],
          responses: {
            200: { description: 'In the order of the library.', ...json('Topics', examples.topics), headers: tagged },
            304: { description: 'The topics are those of the tag.', headers: tagged },
            ...problems(429, 500),
          },
        },
      },
      '/api/openapi.json': {
        get: {
          operationId: 'openapi',
          summary: 'Describes this interface',
          parameters: [ifNoneMatch],
          responses: {
            200: {
              description: 'This document.',
              content: { 'application/json': { schema: { type: 'object' } } },
              headers: tagged,
            },
            304: { description: 'The document is that of the tag.', headers: tagged },
            ...problems(429, 500),
          },
        },
      },
    },
    components: { schemas: jsonSchemas(), responses: Object.fromEntries(Object.entries(refusals).map(toResponse)) },
  }
}

const tagged = { ETag: { schema: { type: 'string' } }, 'Cache-Control': { schema: { const: 'no-cache' } } }

const notStored = { 'Cache-Control': { schema: { const: 'no-store' } } }

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The ETag of an earlier reply.',
  schema: { type: 'string' },
}

const refusals = {
  400: 'The body is not JSON.',
  403: "Another site's page has sent this.",
  404: 'There is nothing at the address.',
  405: 'The address does not know the method; `Allow` names those that it knows.',
  413: 'The body is larger than 64 KiB.',
  415: 'The body is not `application/json`, or compressed.',
  422: 'The body is not what this document describes; `errors` says where.',
  429: 'Too many requests from one address; `text` says where to find help. A question that shows a crisis or an emergency is answered all the same.',
  500: 'A fault; `text` says where to find help.',
} as const

function problems(...statuses: readonly (keyof typeof refusals)[]): object {
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]))
}

function toResponse([status, description]: readonly [string, string]): readonly [string, object] {
  const headers = {
    405: { Allow: { schema: { type: 'string' } } },
    429: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } },
  }[status]
  return [
    `Problem${status}`,
    {
      description,
      content: { 'application/problem+json': { schema: refTo('Problem') } },
      headers: { 'Cache-Control': { schema: { const: 'no-store' } }, ...headers },
    },
  ]
}

type SchemaName = keyof typeof schemas

function json(name: SchemaName, example: object): object {
  return { content: { 'application/json': { schema: refTo(name), examples: { one: { value: example } } } } }
}

function refTo(name: SchemaName): object {
  return { $ref: `#/components/schemas/${name}` }
}

/** As requests have them: nothing is said to be forbidden, since answers may grow. */
function jsonSchemas(): object {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input' })
      return [name, described]
    }),
  )
}
