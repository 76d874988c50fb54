import { authServerAllowlist } from './auth-server-allowlist.ts';
import { bootedSinceInstall } from './booted-since-install.ts';
import type { Check } from './check.ts';
import { credentialManagementRunning } from './credential-management-running.ts';
import { dotnetRelease } from './dotnet-release.ts';
import { localNetworkAccess } from './local-network-access.ts';
import { oberthurEnrollment } from './oberthur-enrollment.ts';
import { portService } from './port-service.ts';
import { portServiceListening } from './port-service-listening.ts';
import { productRunning } from './product-running.ts';
import { productsInstalled } from './products-installed.ts';
import { remnants } from './remnants.ts';
import { thirdPartyCookies } from './third-party-cookies.ts';
import { zones } from './zones.ts';

/** Every check the bot knows. A new one is a file and a line here. */
export const allChecks: readonly Check[] = [
  portService,
  portServiceListening,
  credentialManagementRunning,
  productRunning,
  productsInstalled,
  remnants,
  dotnetRelease,
  bootedSinceInstall,
  authServerAllowlist,
  zones,
  thirdPartyCookies,
  localNetworkAccess,
  oberthurEnrollment,
];
