import type { Desk } from '../../knowledge/article-schema.ts';
import type { Role } from '../case.ts';

const names: Record<Desk, string> = {
  'local-it': 'your IT service desk',
  'registration-authority': 'your Registration Authority (the team that gives out smartcards)',
  supplier: 'the supplier of the application',
  'national-service-desk': 'the NHS England National Service Desk',
};

/** Who to go to, as the middle of a sentence. The national desk takes cases from IT only. */
export function deskName(desk: Desk, role: Role | undefined): string {
  if (desk === 'national-service-desk' && role !== 'it') return names['local-it'];
  if (desk === 'local-it' && role === 'it')
    return 'your own team, then the NHS England National Service Desk';
  return names[desk];
}
