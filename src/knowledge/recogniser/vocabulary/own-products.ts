import { type Concepts, phrases } from './concept.ts';

/** What it happens to. */
export const ownProducts: Concepts = {
  smartcard: {
    tells: 'common',
    ours: true,
    ruledOut: true,
    says: phrases('smartcard, smart card, nhs card, chip card, s card, card, crd, crds'),
  },
  reader: {
    tells: 'common',
    ours: true,
    is: ['smartcard'],
    says: phrases('card reader, smartcard reader, smart card reader, reader, rdr'),
  },
  spine: {
    tells: 'common',
    ours: true,
    ruledOut: true,
    says: phrases(`spine, spine portal, nhs spine, cis, cis2, care identity, care identity service,
      care identity management, care identity authentication, cim, summary care record, summary care records,
      summary care record application, scr, scra, ers, e rs, e referral, e referral service, ereferral, referral service,
      choose and book, eps, eps tracker, electronic prescription, electronic prescription service,
      prescription tracker, pds, demographics, ncrs, national care records, national care records service,
      smartcard application, smartcard app, smartcard system, smartcard site, smartcard website, smartcard page,
      smartcard web page, smartcard login page, smartcard login screen, smartcard link, smartcard web app,
      smart card application, smart card app, smart card system, smart card site, clinical system, nhs portal, esr smartcard`),
  },
  'web-app': {
    tells: 'common',
    says: phrases(`web app, web application, webapp, web based app, web based application, web based system,
      website, web site, web page, webpage, web portal, portal, internet page, internet site`),
  },
  browser: {
    tells: 'common',
    says: phrases('browser, internet explorer, ie, ie mode, firefox, safari, tab'),
  },
  edge: { tells: 'common', is: ['browser'], says: phrases('edge, microsoft edge, ms edge') },
  chrome: { tells: 'common', is: ['browser'], says: phrases('chrome, google chrome') },
  'credential-management': {
    tells: 'common',
    ours: true,
    ruledOut: true,
    says: phrases(`credential management, credential manager, credential mgmt, credential mgt, credential mgr,
      credential management app, credential management client, credential management software,
      credential management program, credential management application,
      nhs credential, nhs credential management, nhs credential manager, nhs credential app,
      nhs credential software, nhs credential thing, nhs credential install, nhs credential program,
      credential app, credential software, credential thing, credential install, credential installer,
      credential program, credential client, credential tool,
      cred man, credman, cred management, cred manager, cred mgmt, cred mgr, cred mgt, cred app,
      nhs cred, nhs cred man, nhs cred management, nhs cred mgmt, nhs cred manager,
      ncm, nhs cm, nhs ncm, cm, smartcard software, smartcard program, smartcard client, smartcard installer, smartcard thing,
      smart card software, smart card program, smart card client, smart card installer, smart card thing, card software,
      nhs digital software, nhs software, nhs installer, nhs digital credential management, nhs icon`),
  },
  'identity-hub': {
    tells: 'much',
    ours: true,
    is: ['credential-management'],
    says: phrases('identity hub, nhs identity hub'),
  },
  // To name it is not yet to say that it failed.
  'port-service': {
    tells: 'some',
    ours: true,
    ruledOut: true,
    says: phrases('port service, nhs port, nhs port service, nhsport'),
  },
  software: {
    tells: 'common',
    says: phrases('app, application, program, programme, software, product, package, client'),
  },
  computer: {
    tells: 'common',
    says: phrases('computer, pc, pcs, machine, desktop, laptop, trust'),
  },
};
