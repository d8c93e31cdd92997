import { type APIApplication, ApplicationIntegrationType, type REST, Routes } from 'discord.js'

/**
 * Says which settings of the application keep the bot from answering, each with the place to mend it.
 *
 * Nothing is said where the settings cannot be read.
 */
export async function checkApplication(rest: REST, signal?: AbortSignal): Promise<readonly string[]> {
  const application = (await rest.get(
    Routes.currentApplication(),
    signal === undefined ? {} : { signal },
  )) as Partial<APIApplication>
  const { interactions_endpoint_url: endpoint, integration_types_config: kinds, bot_public: isPublic } = application
  return [
    ...(typeof endpoint === 'string' && endpoint !== ''
      ? [
          'Commands and buttons go to another address, not to this program: General Information, Interactions Endpoint URL, make it empty',
        ]
      : []),
    ...(kinds !== undefined && !(ApplicationIntegrationType.GuildInstall in kinds)
      ? ['The bot cannot be added to servers: Installation, Installation Contexts, switch Guild Install on']
      : []),
    ...(kinds !== undefined && !(ApplicationIntegrationType.UserInstall in kinds)
      ? ['People cannot install the bot for themselves: Installation, Installation Contexts, switch User Install on']
      : []),
    ...(isPublic === false ? ['Only the owner of the application can add the bot: Bot, Public Bot'] : []),
  ].map((line) => `Discord setting: ${line} (discord.com/developers)`)
}
