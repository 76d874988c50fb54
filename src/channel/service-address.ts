/**
 * Hosts that Teams answers from. Exact names: anybody can own another name under trafficmanager.net.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const teamsHosts = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether replies may go to this address. The bot's token travels with every reply, so a bot that has
 * one writes to Teams only; a bot without one writes to this machine only.
 */
export function isTrustedServiceAddress(serviceUrl: string, isAuthenticated: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  return isAuthenticated
    ? protocol === 'https:' && teamsHosts.has(hostname)
    : loopback.has(hostname);
}
