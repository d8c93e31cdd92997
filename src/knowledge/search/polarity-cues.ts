/** Words and phrases of up to three words that say that something is low or high. "How can I raise it" does not say that it is high. */
export const states: ReadonlyMap<string, 'low' | 'high'> = new Map([
  ...[
    'low',
    'lower',
    'lowered',
    'too little',
    'too few',
    'not enough',
    'short of',
    'short on',
    'lack of',
    'lack',
    'lacking',
    'deficiency',
    'deficient',
    'deficit',
    'shortage',
    'depleted',
    'depletion',
    'insufficient',
    'reduced',
    'decreased',
    'drop',
  ].map((cue) => [cue, 'low'] as const),
  ...[
    'high',
    'higher',
    'highest',
    'go up',
    'goes up',
    'going up',
    'shoot up',
    'rise',
    'rises',
    'rising',
    'spike',
    'to much',
    'to many',
    'too much',
    'too many',
    'way up',
    'excess',
    'excessive',
    'excessively',
    'elevated',
    'raised',
    'increased',
    'surplus',
    'overload',
    'overproduction',
    'overproduce',
    'overproducing',
    'over producing',
    'flooded with',
    'loads of',
    'way more',
    'extra',
    'above normal',
    'above average',
    'above range',
    'through the roof',
    'off the charts',
    'shot up',
    'soaring',
    'climbing',
    'skyrocketed',
    'spiked',
    'spiking',
    'more than enough',
  ].map((cue) => [cue, 'high'] as const),
])

/** Words of the longest cue. */
export const longestCue = 3

/** Cues that follow their quantity ("serotonin overload"), unless "of" comes next. */
export const followers: ReadonlySet<string> = new Set([
  'overload',
  'surplus',
  'excess',
  'deficiency',
  'deficit',
  'shortage',
  'depletion',
  'spike',
  'overproduction',
  'drop',
])

/** Words between a quantity and a cue that follows it ("serotonin is too high"). */
export const links: ReadonlySet<string> = new Set([
  'above',
  'through',
  'is',
  'are',
  'be',
  'too',
  'so',
  'very',
  'was',
  'gets',
  'get',
  'goes',
  'go',
  'runs',
  'being',
  'becomes',
  'really',
])

/** Stems between a cue and its quantity that do not end the search for it. */
export const passedOver: ReadonlySet<string> = new Set([
  'level',
  'amount',
  'quantiti',
  'number',
  'concentr',
  'count',
  'produc',
  'extrem',
  'bodi',
  'brain',
  'blood',
])

/** Words at which a clause ends, and with it the search for a quantity. */
export const clauseEnds: ReadonlySet<string> = new Set([
  'if',
  'because',
  'but',
  'and',
  'or',
  'when',
  'while',
  'that',
  'which',
])

/** Verbs that make less of something. */
export const lowering: ReadonlySet<string> = new Set([
  'lower',
  'reduce',
  'decrease',
  'cut',
  'drop',
  'lessen',
  'suppress',
  'deplete',
])

/** Words that show a wish, before a verb that makes less. */
export const wishes: ReadonlySet<string> = new Set([
  'how',
  'way',
  'ways',
  'want',
  'wanna',
  'need',
  'try',
  'trying',
  'help',
  'should',
])

/** Words that show a wish, before "less" itself. */
export const wants: ReadonlySet<string> = new Set(['want', 'wants', 'wanna', 'need', 'needs'])

/** Words right before a verb that somebody wants to carry out. */
export const actors: ReadonlySet<string> = new Set(['to', 'i', 'we', 'you', 'me', 'wanna', 'safely', 'naturally'])
