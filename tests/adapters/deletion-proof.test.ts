import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseChoiceId, writeChoiceId } from '../../src/adapters/choice-id.ts'
import { createDeletionProof } from '../../src/adapters/deletion-proof.ts'

it('isOf() knows the proofs of a person, and nobody elses', () => {
  const proofs = createDeletionProof()

  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const proof = proofs.prove(one)

      expect(proofs.isOf(proof, one)).toBe(true)
      expect(proofs.isOf(proof, other)).toBe(one === other)
    }),
  )
})

it('isOf() knows no proof of another process', () => {
  const proof = createDeletionProof().prove('ann')

  expect(createDeletionProof().isOf(proof, 'ann')).toBe(false)
})

it('isOf() takes nothing that was tampered with', () => {
  const proofs = createDeletionProof()
  const bytes = Buffer.from(proofs.prove('ann'), 'base64url')

  const tampered = Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const copy = Buffer.from(bytes)
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return copy.toString('base64url')
  })

  expect(proofs.isOf(bytes.toString('base64url'), 'ann')).toBe(true)
  expect(tampered.filter((proof) => proofs.isOf(proof, 'ann'))).toEqual([])
})

it('isOf() takes nothing that is too short or too long', () => {
  const proofs = createDeletionProof()
  const proof = proofs.prove('ann')

  expect(proofs.isOf(`${proof}AAAA`, 'ann')).toBe(false)
  expect(proofs.isOf(proof.slice(0, -2), 'ann')).toBe(false)
  expect(proofs.isOf('', 'ann')).toBe(false)
})

it('isOf() takes no garbage, and does not break at it', () => {
  const proofs = createDeletionProof()
  const garbage = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ minLength: 20, maxLength: 28 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  )

  fc.assert(
    fc.property(garbage, fc.string(), (proof, person) => {
      expect(proofs.isOf(proof, person)).toBe(false)
    }),
  )
})

it('prove() does not show that two answers are one persons', () => {
  const proofs = createDeletionProof()

  const made = Array.from({ length: 100 }, () => proofs.prove('ann'))

  expect(new Set(made.map((proof) => proof.slice(0, 10))).size).toBe(100)
  expect(new Set(made.map((proof) => proof.slice(-10))).size).toBe(100)
})

it('prove() makes what a custom id carries and gives back', () => {
  const proofs = createDeletionProof()

  for (let count = 0; count < 100; count += 1) {
    const id = { type: 'delete', proof: proofs.prove('ann') } as const
    expect(parseChoiceId(writeChoiceId(id))).toEqual(id)
  }
})
