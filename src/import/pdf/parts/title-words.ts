import { opensFrontPart, plainHeading } from '../../words/paper-words.ts';

/** True if a text begins a part, is a line of a table of contents or a numbered heading, or names a journal. */
export const isNoTitle = (text: string): boolean =>
  opensFrontPart(text) ||
  plainHeading.test(text.trim()) ||
  /\.{5}|…{3}|\. \. \. \./.test(text) ||
  /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.．、\s]|[IVX]+\.|[一二三四五六七八九十]、)/.test(text) ||
  RUBRIC.test(text.trim()) ||
  (text.length < 60 &&
    /\b(?:(?:working|discussion) papers?|review|journal|quarterly|proceedings|bulletin|zeitschrift|issn|vol\.)\b|学报|期刊/i.test(
      text,
    ));

/** Rubrics of papers in journals. */
export const RUBRIC =
  /^(?:(?:original|research|review|regular|special|feature)\s)?(?:articles?(?: & essays)?|research|(?:original )?contributions?|(?:forum|debate)(?: section)?|papers?|essays?|(?:student |case )?notes?|case stud(?:y|ies)|comments?|commentar(?:y|ies)|reflections?|responses?|repl(?:y|ies)|tributes?|lectures?|book reviews?|review essays?|book presentation|foreword|preface|afterword|editorial|issue|forum|symposium|dossier|report|(?:discussion|working) papers?(?: \d+)?|chapter (?:\d+|[IVXL]+)[.:]?)$|^(?:[专專]\s*[论論題题稿]|特\s*稿|[笔筆]\s*[谈談]|[书書]\s*[评評]|短\s*[论論]|[论論]\s*(?:文|[坛壇])|研究[综綜]述|[学學][术術][动動前][态態沿]|[争爭][鸣鳴])$/i;

/** The end of a line within a word. */
export const DIVIDED = /\p{L}[-‐]$/u;

/** A subtitle begins with a dash. */
export const DASHED = /^[—–―─-]{1,3}\s?\S/;
