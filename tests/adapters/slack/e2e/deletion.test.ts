import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, startSlack } from './start-slack.ts'

const { buttons, notes } = english.chat
const question = 'What is tryptophan?'

describe.concurrent.each(modes)('"Delete this answer", over %s', (mode) => {
  it('deletes the answer to a mention for its asker, and says so to them alone', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, answerTo, visible, channel } = await startSlack({ mode, onFinished })
    const ann = someone()
    const asked = ann.mention(question)
    const answer = await answerTo(asked)

    const note = await ann.press(answer, buttons.delete)

    expect(shown(note)).toMatchObject({ isPrivate: true, text: notes.deleted })
    expect(visible(channel)).toEqual([asked])
  })

  it('refuses everybody else, in private', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo, visible, settled, channel } = await startSlack({ mode, onFinished })
    const asked = someone().mention(question)
    const answer = await answerTo(asked)

    const note = shown(await someone().press(answer, buttons.delete))

    await settled()
    expect(note).toMatchObject({ isPrivate: true, text: notes['cannot-delete'] })
    expect(visible(channel)).toEqual([asked, answer])
  })

  it('deletes an answer in direct messages', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo, visible } = await startSlack({ mode, onFinished })
    const ann = someone().inDirectMessages()
    const answer = await answerTo(ann.write(question))

    const note = shown(await ann.press(answer, buttons.delete))

    expect(note.text).toBe(notes.deleted)
    expect(visible(ann.channel)).not.toContainEqual(answer)
  })

  it('deletes for the sharer what they shared, and for nobody else', async ({ onTestFinished: onFinished }) => {
    const { someone, visible, channel } = await startSlack({ mode, onFinished })
    const ann = someone()
    await ann.press(await ann.ask(question), buttons.share)
    const [shared] = visible(channel)
    if (shared === undefined) throw new Error('Nothing was shared')

    const refused = shown(await someone().press(shared, buttons.delete))
    const before = visible(channel)
    const done = shown(await ann.press(shared, buttons.delete))

    expect(refused.text).toBe(notes['cannot-delete'])
    expect(before).toEqual([shared])
    expect(done.text).toBe(notes.deleted)
    expect(visible(channel)).toEqual([])
  })

  it('says that it is deleted where the message is gone already', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo, faults } = await startSlack({ mode, onFinished })
    const ann = someone()
    const answer = await answerTo(ann.mention(question))
    faults.add({ method: 'chat.delete', error: 'message_not_found' })

    const note = shown(await ann.press(answer, buttons.delete))

    expect(note.text).toBe(notes.deleted)
  })
})
