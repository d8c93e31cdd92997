import type { View } from './message.ts'
import { type Args, type Method, textArg } from './method.ts'
import { SlackError } from './slack-error.ts'
import { makeView, viewPayload } from './views.ts'
import type { World } from './world.ts'

/** The methods that show home tabs and modals. */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.publish': {
    token: 'bot',
    badArguments: 'invalid_arguments',
    run: (world, args) => {
      const user = textArg(args, 'user_id')
      if (!world.people.has(user)) throw new SlackError('user_not_found')
      const known = world.homes.get(user)
      requireHash(args, known)
      const view = makeView(world, user, sentView(args), known?.id)
      world.homes.set(user, view)
      return { view: viewPayload(world, view) }
    },
  },
  'views.open': {
    token: 'bot',
    badArguments: 'invalid_arguments',
    run: (world, args, { triggerMs, now }) => {
      const trigger = world.triggers.get(textArg(args, 'trigger_id'))
      if (trigger === undefined) throw new SlackError('invalid_trigger_id')
      if (trigger.used) throw new SlackError('exchanged_trigger_id')
      if (now - trigger.at > triggerMs) throw new SlackError('expired_trigger_id')
      trigger.used = true
      const view = makeView(world, trigger.user, sentView(args))
      world.modals.set(trigger.user, [view])
      return { view: viewPayload(world, view) }
    },
  },
  'views.update': {
    token: 'bot',
    badArguments: 'invalid_arguments',
    run: (world, args) => {
      const known = [...world.modals.values(), [...world.homes.values()]]
        .flat()
        .find(
          ({ id, external_id }) =>
            id === args['view_id'] || (external_id !== '' && external_id === args['external_id']),
        )
      if (known === undefined) throw new SlackError('not_found')
      requireHash(args, known)
      const view = makeView(world, known.user, sentView(args), known.id)
      if (known.type === 'home') world.homes.set(known.user, view)
      else replaceModal(world, view)
      return { view: viewPayload(world, view) }
    },
  },
}

function replaceModal(world: World, view: View): void {
  const modals = world.modals.get(view.user) ?? []
  world.modals.set(
    view.user,
    modals.map((each) => (each.id === view.id ? view : each)),
  )
}

function sentView({ view }: Args): Readonly<Record<string, unknown>> {
  if (typeof view !== 'object' || view === null) throw new SlackError('invalid_arguments')
  return view as Readonly<Record<string, unknown>>
}

function requireHash({ hash }: Args, known: View | undefined): void {
  if (hash !== undefined && hash !== known?.hash) throw new SlackError('hash_conflict')
}
