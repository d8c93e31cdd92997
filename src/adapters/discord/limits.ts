/**
 * Everything about Discord that is a number: Discord's own limits with the page of its documentation
 * (https://docs.discord.com/developers), checked 2026-11-23, then what we chose ourselves.
 */
export const limits = {
  /** Characters of `content`; resources/message.mdx, "Create Message". */
  maxContent: 2000,
  /** Characters of all text displays together; no page says so, the API refuses more (discord-api-docs, pull request 8562). */
  maxTexts: 4000,
  /** Components of a message, nested ones counted; components/reference.mdx. */
  maxComponents: 40,
  /** Action rows of a message without Components V2; components/reference.mdx, "Legacy Message Component Behavior". */
  maxRows: 5,
  /** Buttons of an action row; components/reference.mdx, "Action Row". */
  maxButtonsInRow: 5,
  /** Characters of a button's label; components/reference.mdx, "Button". */
  maxButtonLabel: 80,
  /** Options of a select; components/reference.mdx, "String Select". */
  maxOptions: 25,
  /** Characters of an option's label, value and description; components/reference.mdx, "Select Option Structure". */
  maxOptionLabel: 100,
  /** Characters of a select's empty state; components/reference.mdx, "String Select". */
  maxPlaceholder: 150,
  /** Choices of an autocomplete response; interactions/receiving-and-responding.mdx, "Autocomplete". */
  maxChoices: 25,
  /** Characters of a choice's name and value; interactions/application-commands.mdx, "Application Command Option Choice". */
  maxChoiceValue: 100,
  /** Characters of a nonce; resources/message.mdx, "Create Message". */
  maxNonce: 25,
  /** Levels that lists nest to before Discord shows the marks as text; tried out by the authors of parse-discord. */
  maxListDepth: 10,

  /** Passages up to which each is a button; more are easier to look through as a list. */
  maxPassageButtons: 8,
  /** Characters of the source line, so that a long one leaves room for the answer. */
  maxSource: 600,
  /** Characters of a sentence that stands alone, before it is escaped; the longest shipped one has under 200. */
  maxSentence: 400,
} as const
