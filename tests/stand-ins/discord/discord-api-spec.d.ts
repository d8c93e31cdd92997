/** The schemas that the checks use; the package has types for its data, but none for these. */
declare module 'discord-api-spec/zod' {
  export type Issue = {
    readonly code: string
    readonly path: readonly PropertyKey[]
    readonly maximum?: number
    readonly minimum?: number
    readonly expected?: string
    readonly values?: readonly unknown[]
    readonly errors?: readonly (readonly Issue[])[]
  }

  export type Schema = {
    readonly safeParse: (
      value: unknown,
    ) =>
      | { readonly success: true; readonly data: unknown }
      | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
  }

  export const MessageCreateRequestSchema: Schema
  export const MessageEditRequestPartialSchema: Schema
  export const IncomingWebhookRequestPartialSchema: Schema
  export const IncomingWebhookUpdateRequestPartialSchema: Schema
  export const CreateMessageInteractionCallbackRequestSchema: Schema
  export const IncomingWebhookInteractionRequestSchema: Schema
  export const UpdateMessageInteractionCallbackRequestSchema: Schema
  export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema
  export const ModalInteractionCallbackRequestSchema: Schema
  export const PongInteractionCallbackRequestSchema: Schema
  export const ApplicationCommandUpdateRequestSchema: Schema
}
