/** How one kind of section is headed, begins, and is asked for by lay people; `X` stands for the disease. */
export type SectionTemplate = {
  readonly section: string
  readonly heading: string
  readonly lead: string
  readonly questions: readonly [string, ...string[]]
}

/** The kinds of section that generated documents have, headed as those of the National Institutes of Health are. */
export const sectionTemplates: readonly SectionTemplate[] = [
  {
    section: 'definition',
    heading: 'What is X?',
    lead: 'X is a condition that affects several parts of the body.',
    questions: ['what is X', 'tell me about X', 'i was told i might have X what does that mean', 'X explained simply'],
  },
  {
    section: 'causes',
    heading: 'What causes X?',
    lead: 'The exact cause of X is not known in every case.',
    questions: ['what causes X', 'how does someone get X', 'why do people get X', 'what leads to X'],
  },
  {
    section: 'symptoms',
    heading: 'What are the symptoms of X?',
    lead: 'The signs and symptoms of X vary from person to person.',
    questions: ['signs of X', 'how do i know if i have X', 'what does X feel like', 'warning signs of X'],
  },
  {
    section: 'treatments',
    heading: 'What are the treatments for X?',
    lead: 'Treatment of X depends on how severe it is.',
    questions: ['how do i treat X', 'what medicine helps with X', 'can X be cured', 'how to deal with X'],
  },
  {
    section: 'inheritance',
    heading: 'Is X inherited?',
    lead: 'Most cases of X occur in people with no history of the disorder in their family.',
    questions: ['is X genetic', 'does X run in families', 'can i pass X on to my kids'],
  },
  {
    section: 'diagnosis',
    heading: 'How to diagnose X?',
    lead: 'Doctors diagnose X by an examination and laboratory tests.',
    questions: ['how do doctors test for X', 'how is X diagnosed', 'how can i get checked for X'],
  },
  {
    section: 'prevalence',
    heading: 'How many people are affected by X?',
    lead: 'X affects about one in many thousand people worldwide.',
    questions: ['how many people have X', 'how rare is X', 'how common is X'],
  },
  {
    section: 'outlook',
    heading: 'What is the outlook for X?',
    lead: 'The outlook for people with X depends on when it is found.',
    questions: ['what is the life expectancy with X', 'does X get better', 'can you die from X'],
  },
]
