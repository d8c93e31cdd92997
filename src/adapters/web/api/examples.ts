/** One of everything that programs send and get, for the description of the interface. */
export const examples = {
  ask: { id: 'q1', text: 'Is it genetic?', locale: 'en-US', region: 'US' },
  answer: {
    id: 'q1',
    outcome: 'answered',
    triage: 'none',
    passages: [
      {
        document: 'low-serotonin',
        section: 'genetics',
        heading: 'Genetics',
        score: 7.1,
        excerpt: 'The text of the passage.',
      },
    ],
    text: 'Genetics\n\nThe text of the passage.\n\nThe disclaimer.',
    disclaimer: 'The disclaimer.',
    receipt: {
      document: 'low-serotonin',
      passages: [{ section: 'genetics', hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }],
    },
  },
  suggest: { typed: 'genet', limit: 5 },
  suggestions: {
    topics: [
      { document: 'low-serotonin', section: 'genetics', label: 'Genetics', matched: 'Does it run in my family?' },
    ],
  },
  topics: {
    topics: [
      {
        document: 'low-serotonin',
        section: 'genetics',
        label: 'Genetics',
        title: 'Why serotonin can be low',
        heading: 'Genetics',
        names: ['Does it run in my family?'],
      },
    ],
  },
} as const
