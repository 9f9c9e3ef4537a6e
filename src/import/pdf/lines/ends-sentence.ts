/** True if a sentence may end so; closing marks and note marks may follow. */
export const endsSentence = (text: string): boolean =>
  !ABBREVIATED.test(text) &&
  /[。．.!?！？:：；;…\uE000-\uF8FF][”’"')）》」』\]】]*(?:\s?[①-⓿❶-❿㉑-㊿]|\s?[\d,–\-\s]{1,7}|\s?〔\d+〕|\s?[[［][\d,\-– ]+[\]］]|[*∗†‡])*$/u.test(
    text.slice(-40),
  );

/** A full stop after these does not end a sentence: a name or number follows. */
const ABBREVIATED =
  /(?:^|[\s(“"])(?:vs?|cf|[Ss]ee, e\.g|Mrs?|Ms|Drs?|Profs?|St|Nos?|Arts?|Figs?|pp?|[Vv]ol|§)\.$/;
