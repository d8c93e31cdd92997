/**
 * Everything about Slack that is a number: Slack's own limits with the page of its documentation (https://docs.slack.dev),
 * checked 2026-11-23, then what we chose ourselves.
 */
export const limits = {
  /** Blocks of a message; reference/block-kit/blocks. */
  maxBlocks: 50,
  /** Blocks of a modal or home tab; reference/block-kit/blocks. */
  maxViewBlocks: 100,
  /** Characters of the text of a section; reference/block-kit/blocks/section-block. */
  maxSection: 3000,
  /** Characters of a header; reference/block-kit/blocks/header-block. */
  maxHeader: 150,
  /** Buttons and lists of an actions block; reference/block-kit/blocks/actions-block. */
  maxActionsElements: 25,
  /** Characters of a button's label; reference/block-kit/block-elements/button-element. */
  maxButtonLabel: 75,
  /** Options of a list; reference/block-kit/block-elements/select-menu-element, "static_select". */
  maxOptions: 100,
  /** Characters of an option's label; reference/block-kit/composition-objects/option-object. */
  maxOptionLabel: 75,
  /** Characters of a list's empty state; reference/block-kit/block-elements/select-menu-element. */
  maxPlaceholder: 150,
  /** Questions that are suggested at once; reference/methods/assistant.threads.setSuggestedPrompts. */
  maxPrompts: 4,
  /**
   * Characters of `text`, below the 4,000 that reference/methods/chat.postMessage advises. Blocks of 13,000 characters together
   * have been refused (bolt-js, issue 2509), so this bounds them too.
   */
  maxText: 3900,

  /** Blocks that the body of a message takes at most, so that source, choices and disclaimer always have room. */
  maxBodyBlocks: 36,
  /** Rows of buttons and lists of one answer; an urgent one has up to as many for help before the others. */
  maxRows: 6,
  /** Blocks and characters that one page takes of the home tab, of which there are five. */
  maxPageBlocks: 12,
  maxPageText: 8000,
  /** Blocks and characters that the body of an answer takes of a modal. */
  maxModalBlocks: 80,
  maxModalText: 12_000,
  /** Rows of buttons and lists of one page of the home tab. */
  maxPageRows: 6,
  /** Topics up to which each is a button on the home tab. */
  maxHomeButtons: 50,
  /** Passages up to which each is a button; more are easier to look through as a list. */
  maxPassageButtons: 8,
  /** Characters of the source line, so that a long one leaves room for the answer. */
  maxSource: 600,
  /** Characters of a sentence that stands alone, before it is escaped; the longest shipped one has under 200. */
  maxSentence: 400,
} as const
