import { type Concepts, phrases } from './concept.ts';

/** Things this bot knows nothing about. Beside one of these, a symptom has to name our own products to count. */
export const elsewhere: Concepts = {
  // Their own faults are not ours, but people log in to them with a smartcard.
  'clinical-system': {
    tells: 'elsewhere',
    is: ['elsewhere'],
    says: phrases(
      'emis, emis web, systmone, system one, systm one, tpp, vision, ice, pacs, xray, x ray, cerner, epic, lorenzo, rio, docman, accurx, ardens, badgernet, datix, proscript',
    ),
  },
  // People try its password in every box that asks for one.
  nhsmail: {
    tells: 'elsewhere',
    is: ['elsewhere'],
    says: phrases('nhsmail, nhs mail, nhs net'),
  },
  'other-dotnet': {
    tells: 'elsewhere',
    is: ['elsewhere'],
    says: phrases(`net core, dotnet core, dotnet 5, dotnet 6, dotnet 7, dotnet 8, dotnet 9, dotnet 10, net 5, net 6, net 7, net 8, net 9, net 10, dotnet 3.5, dotnet 3, dotnet 2,
      net framework 3.5, dotnet framework 3.5`),
  },
  // The other spine. Its words count only beside ours: radiology has smartcards too.
  backbone: {
    tells: 'elsewhere',
    says: phrases(`lumbar, thoracic, cervical, mri, ct scan, xray, x ray, fracture, vertebra, vertebrae, scoliosis, injury,
      back pain, spinal, disc, decompression, surgeon, surgery, case, protocol, book, binder, label`),
  },
  anatomy: { tells: 'elsewhere', is: ['elsewhere'], claims: ['spine'], says: [] },
  // The other cards.
  payment: {
    tells: 'elsewhere',
    says: phrases('payment, taking payment, contactless, chip and pin, till, takings'),
  },
  doorway: {
    tells: 'elsewhere',
    says: phrases(
      'barrier, car park, parking, door, gate, turnstile, entrance, canteen, vending machine, visitor, gym',
    ),
  },
  paying: { tells: 'elsewhere', is: ['elsewhere'], claims: ['smartcard'], says: [] },
  elsewhere: {
    tells: 'elsewhere',
    says: phrases(`
      printer, print, toner, paper, ink, label, scanner, scan, fax, franking, photocopier, shredder,
      outlook, email, e mail, mailbox, inbox, calendar, onedrive, one drive, sharepoint,
      excel, spreadsheet, document, word document, ms word, microsoft word, ms office, microsoft office, access database,  consent form, powerpoint, office 365, o365, m365, pdf, adobe, adobe reader, pdf reader, acrobat, zoom, teams, webex,
      skype, meeting, youtube, facebook, whatsapp, spotify, netflix, dragon, dictation, minutes, policy document,
      wifi, wi fi, wireless, internet, broadband, vpn, anyconnect, globalprotect, forticlient, router, ethernet,
      network drive, shared drive, s drive, h drive, u drive, network folder, shared folder, mapped drive,
      nhs app, patient portal, patient says, patient cannot, patient cant,
      sage, payroll, payslip, rota, roster, healthroster, annual leave, mileage, expenses, e learning, elearning, appraisal, training,
      phone, telephone, mobile, iphone, ipad, android, voicemail, bleep, pager, extension, headset, microphone, webcam,
      camera, speaker, sound, laminator, google password, esr password,  card printer, card printing, coffee machine, label printing, ribbon, heating, estates, locksmith, spare key, office key,
      proxy, bbc, iplayer, news, web filter, internet filter, hl7, fhir, http 400, bad request, power bi, gateway, finance system,
      localhost 3000, localhost 3001, localhost 4200, localhost 5000, localhost 5173, localhost 8000, localhost 8080, localhost 8888,
      tomcat, iis, dev server, test site, vite, php, wordpress, jenkins, postgres, gym card, visitor card, visa card, loyalty,
      monitor, keyboard, mouse, docking station, dock, battery, charger, projector, usb stick, hard drive, bitlocker,
      blue screen, bios, screen saver, memory,
      door, door card, access card, swipe card, door access card, door swipe card, door pass, bank card, credit card,
      debit card, sim card, id card, id badge, building pass, bus pass, car park, parking, permit, library card,
      birthday card, fuel card, memory card, sd card, graphics card, sound card, network card, video card,
      loyalty card, gift card, report card, drug card, drugs cupboard, keypad, fridge, kettle, lift, canteen, barrier, post card, christmas card,
      card payment, card machine, payment card, business card, boarding card, oyster card, time card, clocking in card, staff card, canteen card,
      c#, asp net, our app, our code, target, web service, front end, visual studio, vs code, nuget, sdk, compile, compiler, developer, blazor, entity framework,
      unit test, github, web api, maui, linux, docker, react, angular, node, spring, kubernetes, npm, flask, django, jupyter, mysql, c sharp, csharp, programming, coding, backend,
      windows credential manager, windows hello pin, windows update, windows 11 upgrade, remote desktop, rdp,
      mfa, save password, save my password, saved password, password manager, remember password, remember my password, another user, already open by, virus, malware, threat, defender, phishing, mfa, authenticator, authenticator app, microsoft account, google account, apple id, icloud, amazon, paypal, banking, gmail, linkedin,
      till, kiosk, checkout, check in, ultrasound, ecg, spirometer, thermometer, defib, infusion pump, syringe driver,
      centrifuge, autoclave, dishwasher, microwave, hoist, running late, already running late, running behind, already running behind, already running over, running over, run late, ran out of,
      season ticket, passport, subscription, driving licence, dbs, nmc, gmc, domain name, game, java, python, sql server, antivirus, anti virus, firewall, mcafee, sophos, chrome extension,
      forgot password, forgot my password, forgotten password, forgotten my password, reset password, reset my password,
      reset my windows password, change my password, change password, password reset, password has expired,
      password expired, password change, new password, password policy, account locked, account is locked, locked account`),
  },
};
