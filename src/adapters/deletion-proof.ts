import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Makes and checks what a delete button carries: that a person asked for the answer it stands under.
 *
 * A keyed hash with a salt, so that nobody can tell from it who asked, or that two answers are one person's. The key is
 * this process's own: after a restart moderators can still delete.
 */
export function createDeletionProof() {
  const key = randomBytes(32)

  return {
    prove(person: string): string {
      const salt = randomBytes(saltBytes)
      return Buffer.concat([salt, hash(salt, person)]).toString('base64url')
    },
    isOf(proof: string, person: string): boolean {
      const bytes = Buffer.from(proof, 'base64url')
      if (bytes.length !== saltBytes + hashBytes) return false
      return timingSafeEqual(bytes.subarray(saltBytes), hash(bytes.subarray(0, saltBytes), person))
    },
  }

  function hash(salt: Uint8Array, person: string): Buffer {
    return createHmac('sha256', key).update(salt).update(person).digest().subarray(0, hashBytes)
  }
}

export type DeletionProof = ReturnType<typeof createDeletionProof>

const saltBytes = 8
const hashBytes = 16
