import { type Concepts, phrases } from './concept.ts';

/** Unlocking and renewing one's own card, and the middleware it needs. */
export const selfService: Concepts = {
  oberthur: {
    tells: 'all',
    ours: true,
    doing: true,
    says: phrases(`oberthur, oberthur technologies, oburthur, oberther, ot middleware, oberthur middleware,
      oberthur minidriver, oberthur software`),
  },
  'enable-nhs-enrollment': {
    tells: 'all',
    ours: true,
    doing: true,
    says: phrases(`enablenhsenrollment, enablenhsenrolment, enable nhs enrollment, enable nhs enrolment,
      nhsenrollment, nhsenrolment, nhs enrollment, nhs enrolment`),
  },
  'piv-minidriver': {
    tells: 'all',
    ours: true,
    doing: true,
    says: phrases('pivminidriver, piv minidriver, piv mini driver, minidriver, mini driver'),
  },
  applet: { tells: 'all', ours: true, says: phrases('compatibility applet, agile applet, applet') },
  middleware: { tells: 'much', doing: true, says: phrases('middleware, middle ware') },
  'series-8': {
    tells: 'much',
    ours: true,
    doing: true,
    is: ['smartcard'],
    says: phrases(
      'series 8, series eight, s8 card, series 8 card, series 8 smartcard, series 8 smart card',
    ),
  },
  'self-service': {
    tells: 'common',
    ours: true,
    doing: true,
    says: phrases(`self service, selfservice, self serve, my own, self service portal, self service page,
      self service site, self, myself, online`),
  },  'own-card': { tells: 'common', ours: true, is: ['self-service', 'smartcard'], says: phrases('own card, own smartcard, own smart card, my own card, my own smartcard') },
  'self-service-job': {
    tells: 'much',
    ours: true,
    doing: true,
    is: ['self-service'],
    says: phrases(
      'self unlock, self renew, self renewal, renew my own, unlock my own, unlock own, renew own',
    ),
  },
  unlock: { tells: 'common', doing: true, says: phrases('unlock, unblock') },
  renew: { tells: 'common', doing: true, says: phrases('renew, renewal') },
  'renewal-failure': { tells: 'much', says: [] },
  certificate: { tells: 'common', doing: true, says: phrases('certificate, cert, certs') },
};
