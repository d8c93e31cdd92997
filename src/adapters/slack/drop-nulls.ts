/** How deep Slack nests what is read of its deliveries, and more. */
const deepest = 12

/**
 * Takes out of a delivery, in place, what is there with nothing in it: Slack leaves some fields out and has null in others, not always
 * as its documents say.
 */
export function dropNulls(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > deepest) return
  for (const [name, inside] of Object.entries(value)) {
    if (inside === null && !Array.isArray(value)) Reflect.deleteProperty(value, name)
    else dropNulls(inside, depth + 1)
  }
}
