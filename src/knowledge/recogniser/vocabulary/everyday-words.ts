/**
 * Common English words that are one slip away from a word of ours and are no slip: nobody who writes "stable"
 * means "stale". Found by running ten thousand frequent words through the reader.
 */
export const everydayWords: readonly string[] =
  `accepted elses achieving activity adjusted adjustment afternoon against apparent appeal appeals
  assessed assessing authentic authorities authority bankcard baths bed beds black blacks blog
  blogging board boards bones booth booths bored boring bother bouncer boxer brake brakes bread
  breast broker brokers broth brothers browse browsing burst carbs carder care careers careful
  carer carers cart carving cases cash cast casting cats cents certification chant chase chased chasing chard charming
  chrome cited clash cleaners clone cloned closer closest closet cloves coaching collected collecting
  collection collections commuter complainant complaint complaints composer compute computed
  computing concepts concerts conducted conducting configured configuring congestion connective
  connector connectors constant constraint constraints consultant consultants contained containing
  contains content contention continual contract contracting contracts convention conventions
  converted convicted conviction cooked cooking copied copier copying copyright copyrighted
  copyrights corrected correction corrections counting crisis crush crushing curious currency
  dealing deals decide declared defects defend defining demographic dependent descending detection
  detective detector diabetes dialled dialling dialysis diesel difference differences differential
  differently difficult directed donated downtown dressing earliest edited editing emotions
  enjoying ensuring everyone everything excited exciting executed exist existed exists expert
  experts export faculty farmer farmers farming farms filed filing finder findings firms forced
  formerly forum forums founder fund funded funding funds gain gained gains genes headers
  headphones herself himself holders import informative informed insurance interaction
  interactions interactive interface interfaces investing invisible keyword laughing leading leads
  least licking listen listings loans locking locks lodging logic logo logos losing loss lunch
  machinery massage meaning means miss missions newspaper newspapers noted notes noticed notices
  nurses nursing offering openings order ordered ordering orders outreach overhead ozone painter
  passport peter players playlist pointer police polished politics portable postal postcard
  postcards poster posters posture precious predicted presence presently prevent preventing
  previews printed prints priority produce produced producer producers produces producing
  production productions productive programmer programmers progress promoted promoting promptly
  protected protecting pure purse quiet quilt quite quoted ranging ranked ranking ranks reader
  readers reasoning reducing reflected reforms register registered registrar relay relief
  remainder remedies removable renal rename renamed render rendered rendering renewable replaced
  replacing replied replies reply report reports represent representative representatives
  represented representing represents reproductive respected respondent retain retained retirement
  revealed reviewing runner runtime sacred salaries sale sales scale scales scan scans scored
  scoring screensaver screensavers screw sealed seeds seeing seeking seeks seemed seems selling
  sells series serious server servers serves seven sewing shed shelf shine shoes shooting shoppers
  shopping shops shot shots shower showers shown sing spears speed spelling spice spies spin
  spinal spines sport sporting sports spreading stable stack stake star starring stars starter
  stat state stated states stating stats stayed staying steps sterling stickers stock stocks
  struck studying style styles support supports swab swing swipe tablets tanks theaters thee theme
  themes thereafter thereby thereof thread toolbox track tracked tracking tracks tract trade
  trades trading trance trans transport treating tree trees trustee trustees unexpected update
  updates uploaded various venal visiting waiting ward wards watts wide widow wind winds wines
  winning winter wives word workers world wrapping yourself
  porter porters portering postal posted
  `
    .trim()
    .split(/\s+/);
