import { isMember } from './members.ts'
import type { Ephemeral, Message, View } from './message.ts'
import { messageKey, type Profile, type World } from './world.ts'

/** Where there may be something to press. */
export type Place = Message | Ephemeral | View

/** The message or view as the person sees it now; throws where there is nothing to see. */
export function currentPlace(world: World, person: Profile, place: Place): Place {
  const now = findPlace(world, person, place)
  if (now === undefined) throw new Error(`${person.name} does not see this ${place.type} (any more)`)
  return now
}

function findPlace(world: World, { id }: Profile, place: Place): Place | undefined {
  if (place.type !== 'message') {
    const views = [world.homes.get(id), ...(world.modals.get(id) ?? [])]
    return views.find((each) => each?.id === place.id)
  }
  const key = messageKey(place.channel, place.ts)
  const ephemeral = world.ephemerals.get(key)
  if (ephemeral !== undefined) return ephemeral.onlyFor === id ? ephemeral : undefined
  const channel = world.channels.get(place.channel)
  return channel !== undefined && isMember(channel, id) ? world.messages.get(key) : undefined
}
