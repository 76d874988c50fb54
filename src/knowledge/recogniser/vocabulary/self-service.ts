import { type Concepts, phrases } from './concept.ts';

/** Unlocking and renewing one's own card, and the middleware it needs. */
export const selfService: Concepts = {
  oberthur: {
    tells: 'all',
    ruledOut: true,
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
  'series-8': { tells: 'much', doing: true, says: phrases('series 8, series eight') },
  'series-8-card': {
    tells: 'much',
    ours: true,
    is: ['series-8', 'smartcard'],
    says: phrases(
      'series 8 card, series 8 smartcard, series 8 smart card, series eight card, s8 card',
    ),
  },
  'self-service': {
    tells: 'common',
    doing: true,
    says: phrases(
      'self service, selfservice, self serve, self service portal, self service page, self service site',
    ),
  },
  'by-oneself': {
    tells: 'common',
    says: phrases('self, myself, themselves, yourself, online, my own, own'),
  },
  'own-card': {
    tells: 'common',
    ours: true,
    is: ['by-oneself', 'smartcard'],
    says: phrases('own card, own smartcard, own smart card, my own card, my own smartcard'),
  },
  'self-service-job': { tells: 'much', doing: true, says: [] },
  unlock: { tells: 'common', doing: true, says: phrases('unlock, unblock') },
  renew: { tells: 'common', doing: true, says: phrases('renew, renewal') },
  'renewal-failure': { tells: 'much', says: [] },
  certificate: { tells: 'common', doing: true, says: phrases('certificate, cert, certs') },
};
