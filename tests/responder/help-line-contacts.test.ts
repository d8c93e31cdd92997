import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Contact } from '../../src/responder/answer.ts'
import { callContact, helpLineContacts } from '../../src/responder/help-line-contacts.ts'
import type { HelpLine } from '../../src/safety/help-lines.ts'
import { helpLines } from './shipped-bot.ts'

type Ways = HelpLine['ways']

function urisOf(contact: string, ways: Ways): readonly string[] {
  return helpLineContacts({ contact, ways }).map(({ uri }) => uri)
}

it('every shipped help line can be reached by links, side by side with what it prints', () => {
  const table = helpLines.all.map((line) =>
    [
      `${line.country} ${line.contact} [${line.ways.join(', ')}]`,
      ...helpLineContacts(line).map(({ way, value, uri }) => `     ${way} ${value} = ${uri}`),
    ].join('\n'),
  )

  expect(table.join('\n')).toMatchInlineSnapshot(`
    "AR 0800-999-0091 [call]
         call 0800-999-0091 = tel:08009990091
    AR 135 [call]
         call 135 = tel:135
    AR 102 [call]
         call 102 = tel:102
    AR 144 [call]
         call 144 = tel:144
    AT 142, www.telefonseelsorge.at [call, chat]
         call 142 = tel:142
         web www.telefonseelsorge.at = https://www.telefonseelsorge.at/
    AT 147 [call]
         call 147 = tel:147
    AT 0800 222 555 [call]
         call 0800 222 555 = tel:0800222555
    AT 01 406 43 43 [call]
         call 01 406 43 43 = tel:014064343
    AU 13 11 14, text 0477 13 11 14, www.lifeline.org.au [call, text, chat]
         call 13 11 14 = tel:131114
         text 0477 13 11 14 = sms:0477131114
         web www.lifeline.org.au = https://www.lifeline.org.au/
    AU 1800 55 1800 [call]
         call 1800 55 1800 = tel:1800551800
    AU 1800 737 732, text 0458 737 732 [call, text]
         call 1800 737 732 = tel:1800737732
         text 0458 737 732 = sms:0458737732
    AU 13 11 26 [call]
         call 13 11 26 = tel:131126
    BR 188, cvv.org.br [call, chat]
         call 188 = tel:188
         web cvv.org.br = https://cvv.org.br/
    BR 180 [call]
         call 180 = tel:180
    BR 100 [call]
         call 100 = tel:100
    BR 0800 722 6001 [call]
         call 0800 722 6001 = tel:08007226001
    CA 9-8-8 [call, text]
         call 9-8-8 = tel:988
         text 9-8-8 = sms:988
    CA 1-800-668-6868, text CONNECT to 686868 [call, text]
         call 1-800-668-6868 = tel:18006686868
         text 686868 = sms:686868?&body=CONNECT
    CA 1-844-764-7669 [call]
         call 1-844-764-7669 = tel:18447647669
    CA 1-800-463-5060 [call]
         call 1-800-463-5060 = tel:18004635060
    CH 143, www.143.ch [call, chat]
         call 143 = tel:143
         web www.143.ch = https://www.143.ch/
    CH 147, www.147.ch [call, text, chat]
         call 147 = tel:147
         text 147 = sms:147
         web www.147.ch = https://www.147.ch/
    CH 145 [call]
         call 145 = tel:145
    DE 0800 111 0 111, 0800 111 0 222, 116 123, online.telefonseelsorge.de [call, chat]
         call 0800 111 0 111 = tel:08001110111
         call 0800 111 0 222 = tel:08001110222
         call 116 123 = tel:116123
         web online.telefonseelsorge.de = https://online.telefonseelsorge.de/
    DE 116 111 [call]
         call 116 111 = tel:116111
    DE 116 016, www.hilfetelefon.de [call, chat]
         call 116 016 = tel:116016
         web www.hilfetelefon.de = https://www.hilfetelefon.de/
    ES 024 [call]
         call 024 = tel:024
    ES 900 20 20 10 [call]
         call 900 20 20 10 = tel:900202010
    ES 016 [call]
         call 016 = tel:016
    ES 91 562 04 20 [call]
         call 91 562 04 20 = tel:915620420
    FR 3114 [call]
         call 3114 = tel:3114
    FR 0 800 235 236, www.filsantejeunes.com [call, chat]
         call 0 800 235 236 = tel:0800235236
         web www.filsantejeunes.com = https://www.filsantejeunes.com/
    FR 119 [call]
         call 119 = tel:119
    FR 3919 [call]
         call 3919 = tel:3919
    GB 116 123 [call]
         call 116 123 = tel:116123
    GB text SHOUT to 85258 [text]
         text 85258 = sms:85258?&body=SHOUT
    GB 0800 1111, www.childline.org.uk [call, chat]
         call 0800 1111 = tel:08001111
         web www.childline.org.uk = https://www.childline.org.uk/
    GB 0800 068 4141 [call]
         call 0800 068 4141 = tel:08000684141
    GB 0808 2000 247 [call]
         call 0808 2000 247 = tel:08082000247
    GB 111 [call]
         call 111 = tel:111
    IE 116 123 [call]
         call 116 123 = tel:116123
    IE text HELLO to 50808 [text]
         text 50808 = sms:50808?&body=HELLO
    IE 1800 66 66 66, www.childline.ie [call, chat]
         call 1800 66 66 66 = tel:1800666666
         web www.childline.ie = https://www.childline.ie/
    IE 1800 341 900 [call]
         call 1800 341 900 = tel:1800341900
    IE 01 809 2166 [call]
         call 01 809 2166 = tel:018092166
    IN 14416, 1-800-891-4416 [call]
         call 14416 = tel:14416
         call 1-800-891-4416 = tel:18008914416
    IN 1098 [call]
         call 1098 = tel:1098
    IN 181 [call]
         call 181 = tel:181
    MX 800 911 2000 [call]
         call 800 911 2000 = tel:8009112000
    NZ 1737 [call, text]
         call 1737 = tel:1737
         text 1737 = sms:1737
    NZ 0800 376 633, text 234 [call, text]
         call 0800 376 633 = tel:0800376633
         text 234 = sms:234
    NZ 0800 733 843 [call]
         call 0800 733 843 = tel:0800733843
    NZ 0800 764 766 [call]
         call 0800 764 766 = tel:0800764766
    PT 1411 [call]
         call 1411 = tel:1411
    PT 808 24 24 24 [call]
         call 808 24 24 24 = tel:808242424
    PT 213 544 545, 912 802 669, 963 524 660 [call]
         call 213 544 545 = tel:213544545
         call 912 802 669 = tel:912802669
         call 963 524 660 = tel:963524660
    PT 116 111 [call]
         call 116 111 = tel:116111
    PT 800 202 148, SMS 3060 [call, text]
         call 800 202 148 = tel:800202148
         text 3060 = sms:3060
    PT 800 250 250 [call]
         call 800 250 250 = tel:800250250
    US 988, 988lifeline.org [call, text, chat]
         call 988 = tel:988
         text 988 = sms:988
         web 988lifeline.org = https://988lifeline.org/
    US text HOME to 741741 [text]
         text 741741 = sms:741741?&body=HOME
    US 1-866-488-7386, text START to 678-678, TheTrevorProject.org [call, text, chat]
         call 1-866-488-7386 = tel:18664887386
         text 678-678 = sms:678678?&body=START
         web TheTrevorProject.org = https://thetrevorproject.org/
    US 1-800-799-7233, text START to 88788 [call, text]
         call 1-800-799-7233 = tel:18007997233
         text 88788 = sms:88788?&body=START
    US 1-800-422-4453 [call, text]
         call 1-800-422-4453 = tel:18004224453
         text 1-800-422-4453 = sms:18004224453
    US 1-800-222-1222 [call]
         call 1-800-222-1222 = tel:18002221222"
  `)
})

it('every shipped emergency number can be called', () => {
  const numbers = Object.values(helpLines.emergency).flatMap((country) => country.numbers)

  expect(numbers.length).toBeGreaterThan(80)
  expect(numbers.map((number) => callContact(number))).toEqual(
    numbers.map((value): Contact => ({ way: 'call', value, uri: `tel:${value}` })),
  )
})

it.each<[printed: string, ways: Ways, uris: readonly string[]]>([
  // what stands before the number says what to do with it
  ['call 988', ['call', 'text'], ['tel:988']],
  ['Call or text 988', ['call', 'text'], ['tel:988', 'sms:988']],
  ['SMS HALLO to 12345', ['text'], ['sms:12345?&body=HALLO']],
  ['text OLÁ to 12345', ['text'], ['sms:12345?&body=OL%C3%81']],
  // a number without a word is for what the line can be reached by
  ['988', ['call'], ['tel:988']],
  ['988', ['text'], ['sms:988']],
  ['988', ['chat'], []],
  ['07700 900123, 07700 900456', ['text', 'chat'], ['sms:07700900123', 'sms:07700900456']],
  // of several numbers none is taken for one to text
  ['116 123, 116 124', ['call', 'text'], ['tel:116123', 'tel:116124']],
  ['116 123, write to us', ['call', 'text'], ['tel:116123']],
  // what the print says and the ways do not is left out
  ['text 741741', ['call'], []],
  ['call 116 123', ['text'], []],
  // as numbers are printed
  ['+44 808 2000 247', ['call'], ['tel:+448082000247']],
  ['(02) 1234 5678', ['call'], ['tel:0212345678']],
  ['01.40.00.00.00', ['call'], ['tel:0140000000']],
  ['0\u00a0800\u00a0235\u00a0236', ['call'], ['tel:0800235236']],
  ['*4141', ['call'], ['tel:*4141']],
  ['#31#', ['call'], ['tel:%2331%23']],
  ['116 123; www.example.org', ['call'], ['tel:116123', 'https://www.example.org/']],
  // as addresses are printed
  ['https://example.org/chat?now=1', ['chat'], ['https://example.org/chat?now=1']],
  ['Example.org/Chat', ['chat'], ['https://example.org/Chat']],
])('helpLineContacts() reads "%s" for %j', (printed, ways, uris) => {
  expect(urisOf(printed, ways)).toEqual(uris)
})

it.each([
  ['letters for digits', '1-800-RUNAWAY'],
  ['a zero that is not always dialled', '+49 (0)30 123456'],
  ['an extension', '0800 123 456 ext. 7'],
  ['two endings', '0800 111 0 111/222'],
  ['two numbers without a comma', '116 123 or 116 124'],
  ['words behind the number', '116 123 (free)'],
  ['one digit', '1'],
  ['more digits than numbers have', '1234567890123456789'],
  ['instructions of another kind', 'text your postcode to 85258'],
  ['an e-mail address', 'help@example.org'],
  ['a name and password', 'user:secret@example.org'],
  ['a protocol without encryption', 'http://example.org'],
  ['a script', 'javascript:alert(1)'],
  ['a port', 'example.org:8080'],
  ['an address of digits', '127.0.0.1/chat'],
  ['words', 'ask at the school office'],
  ['nothing', ' '],
])('helpLineContacts() guesses nothing from %s: "%s"', (_, printed) => {
  expect(urisOf(printed, ['call', 'text', 'chat'])).toEqual([])
})

it('helpLineContacts() gives links of three kinds alone, to what is printed, in its order, whatever is printed', () => {
  const pieces = fc.constantFrom(
    'text ',
    'SMS ',
    'call ',
    'HOME to ',
    '988',
    '+1',
    '(0)',
    '-',
    ' ',
    ', ',
    '; ',
    'a.org',
    '/',
  )
  const printed = fc
    .array(fc.oneof({ weight: 3, arbitrary: pieces }, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 8 })
    .map((parts) => parts.join(''))
  const ways = fc.subarray<Ways[number]>(['call', 'text', 'chat'])
  fc.assert(
    fc.property(printed, ways, (contact, reachedBy) => {
      const found = helpLineContacts({ contact, ways: reachedBy })

      let from = 0
      for (const { way, value, uri } of found) {
        expect(uri).toMatch(uriOf[way])
        expect(way === 'web' || reachedBy.includes(way)).toBe(true)
        expect(contact.indexOf(value, from)).toBeGreaterThanOrEqual(0)
        from = contact.indexOf(value, from)
      }
    }),
    { numRuns: 200 },
  )
})

const uriOf = {
  call: /^tel:\+?(?:[\d*]|%23)+$/,
  text: /^sms:\+?(?:[\d*]|%23)+(?:\?&body=[\w%]+)?$/,
  web: /^https:\/\/[a-z\d.-]+\/\S*$/,
} as const satisfies Record<Contact['way'], RegExp>
