import { changePc } from './faults.ts';
import { healthyPc, type PcState } from './pc-state.ts';

const at = (name: string) => `${name}@trust.example`;
const alex = at('alex.wilber');
const priya = at('priya.shah');
const owen = at('owen.price');
const grace = at('grace.adeyemi');
const tom = at('tom.barnes');
const helen = at('helen.murphy');

// About two seconds for a run of one article.
const usual = { msPerProbe: 150 };

function broken(pc: PcState, ...checks: string[]): PcState {
  changePc(pc, 'breakIt', checks);
  return pc;
}

/**
 * The simulated PCs, made anew for each simulator. The people are those of the playground; the one
 * shown there at first has a PC for each way a check can go.
 */
export function simulatedPcs(): PcState[] {
  return [
    broken(healthyPc('WARD7-PC12', [alex], usual), 'port-service'),
    healthyPc('WARD7-PC14', [alex], usual),
    healthyPc('NIGHT-PC1', [alex], { ...usual, online: false }),
    healthyPc('SLOW-PC4', [alex], { msPerProbe: 5_000 }),
    broken(healthyPc('GP-FRONT-02', [owen], usual), 'products-installed'),
    broken(healthyPc('GP-FRONT-03', [owen], usual), 'remnants'),
    broken(healthyPc('PHARM-PC3', [helen], usual), 'dotnet-release'),
    broken(healthyPc('CLINIC-LT5', [priya], usual), 'auth-server-allowlist', 'zones'),
    broken(healthyPc('CLINIC-LT6', [priya], usual), 'local-network-access'),
    broken(healthyPc('ED-TROLLEY-1', [priya], usual), 'oberthur-enrollment'),
    broken(
      healthyPc('RECEPTION-9', [tom], usual),
      'product-running',
      'third-party-cookies',
      'booted-since-install',
    ),
    healthyPc('FLAKY-PC8', [grace], {
      ...usual,
      unanswered: {
        service: 'denied',
        process: 'timeout',
        listeningPort: 'error',
        os: 'unsupported',
        path: 'offline',
      },
    }),
    broken(healthyPc('SHARED-PC2', [grace, tom], usual), 'credential-management-running'),
    broken(healthyPc('OLD-PC77', [helen], { ...usual, isStubborn: true }), 'port-service'),
  ];
}
