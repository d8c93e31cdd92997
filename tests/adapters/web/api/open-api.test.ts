import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { createReplies } from '../../../../src/adapters/terminal/create-replies.ts'
import { createApiRoutes } from '../../../../src/adapters/web/api/api-routes.ts'
import { createOpenApi } from '../../../../src/adapters/web/api/open-api.ts'
import { bot } from '../../../responder/shipped-bot.ts'
import { startWeb } from '../start-web.ts'
import { description, errorsOf } from './described.ts'

it('GET /api/openapi.json serves a valid description in OpenAPI 3.1', async () => {
  const { url } = await startWeb()

  const served = await (await fetch(`${url}/api/openapi.json`)).json()
  const { valid, errors } = await new Validator().validate(served as Record<string, unknown>)

  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(served).toEqual(createOpenApi())
})

it('every route of the interface is described, and nothing else', () => {
  const routes = createApiRoutes({
    bot,
    replies: createReplies(bot),
    mayAsk: async () => true,
    onAnswer: () => {},
    onFault: () => {},
  }).routes.filter(({ method }) => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method))

  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )

  expect(described.toSorted()).toEqual(routes.map(({ method, path }) => `${method} /api${path}`).toSorted())
})

it('every example is as its schema says', () => {
  const media = Object.values(description.paths)
    .flatMap((operations) => Object.values(operations))
    .flatMap(({ requestBody, responses }) => Object.values(responses).concat(requestBody ?? []))
    .flatMap((part) => ('content' in part ? Object.values(part.content ?? {}) : []))
  const examples = media.flatMap(({ schema, examples: given = {} }) =>
    Object.values(given).map(({ value }) => ({ schema, value })),
  )

  const errors = examples.flatMap(({ schema, value }) => errorsOf(schema, value))

  expect(examples).toHaveLength(5)
  expect(errors).toEqual([])
})

it.each([
  ['a field that is not described', { more: 1 }],
  ['an outcome that there is not', { outcome: 'canary' }],
  ['a text that is none', { text: 7 }],
])('the schema of answers refuses %s', (_, change) => {
  const answer = { ...createReplies(bot).reply({ text: 'is it genetic?' }), ...change }

  expect(errorsOf({ $ref: '#/components/schemas/Answer' }, answer)).not.toEqual([])
})
