/** Grammar: words that carry no meaning of their own, in symptoms and in messages alike. */
export const fillers: readonly string[] =
  `a an the my your our his her their its it i me we you he she they them him us this that these those who which what
  where why how is are was were be been being am do does did has have had having will would can could should
  shall may might must to of in on at for from with by as and or but so if when while then than just very really
  please hi hello hey dear thanks thank up out about into over off after before because since until during
  too also even only now today yesterday here some any all each every much more most same
  im ive id ill its thats theres whats as`.split(/\s+/);

/** Words too general to look for in what people say, but part of a message when it is copied off the screen. */
export const generalWords: readonly string[] =
  `get got gets getting give gives say says said saying tell tells come comes came coming go goes went going make
  makes try tried trying use uses used using work works working worked once done morning team thing things something
  anything someone anybody somebody people person user users staff itself way time day bit lot own mine page
  site continue called back left put look happen happens instead rather code recognise recognised add select insert home`.split(
    /\s+/,
  );
