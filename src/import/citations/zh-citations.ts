/**
 * What the reader of citations must know of Chinese: the words and counters with which journals write a citation. A
 * space in a pattern stands for any space that a justified line may leave there. All but the lists match where they are
 * asked to, so that a note is read in one pass.
 */
const at = (source: string): RegExp => new RegExp(source.replaceAll(' ', '\\s{0,3}'), 'uy');
const all = (source: string): RegExp => new RegExp(source.replaceAll(' ', '\\s{0,3}'), 'gu');

const HAN_NUMBER = '[一二三四五六七八九十百]{1,5}';
const NUMBER = `(?:\\d{1,4}|${HAN_NUMBER}|[IVX]{1,6})`;
const RANGE = `${NUMBER}(?: [-–—―/、~～至] ${NUMBER})?`;
const PAGE = '[A-Z]?\\d{1,5}';
const PAGES = `${PAGE}(?: [-–—―─~～至]{1,2} ${PAGE})?(?: [、,，] ${PAGE}(?: [-–—―─~～至]{1,2} ${PAGE})?(?= [、,，\\d页頁]))*`;
const ROMAN_PAGES = '[ivxlc]{1,8}(?: [-–—] [ivxlc]{1,8})?';

/** Fields behind a title, each where it begins. */
export const zhFields = {
  pages: at(
    `第 (${PAGES}|${ROMAN_PAGES}) [页頁]|(\\d{1,5}(?: [-–—~～] \\d{1,5})?) [页頁](?!数|码)|[页頁] (\\d{1,5}(?: [-–—~～] \\d{1,5})?)`,
  ),
  /** Of a book: 2015年版, 2015年第2版, 2015年修订版. */
  imprintYear: at(
    `(\\d{4}) 年(?: \\d{1,2} 月)?(?: 第 (${NUMBER}) 版| ((?:修订|增订|增补|影印|重印|修正)(?:版|本))| 版|刊印|刊行| 印)`,
  ),
  date: at('(\\d{4}) 年(?: (\\d{1,2}) 月(?: (\\d{1,2}) 日(?: ?电)?)?)?'),
  isoDate: at('(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)'),
  dayOfYear: at('(\\d{1,2}) 月 (\\d{1,2}) 日'),
  volume: at(`第 (${RANGE}) 卷|卷 (${NUMBER})(?![\\p{L}])|第 (${NUMBER}) 册|([上中下]) [册卷编](?![\\p{L}])`),
  issue: at(
    `第 (${RANGE}) [期辑号]|(\\d{1,2}) 期|(\\d{1,2}) 月号|第?(增刊\\d?)期?|([春夏秋冬]季?[号刊])|([上中下]半?月刊?[号]?)`,
  ),
  overallIssue: at('总第? ?\\d{1,4} ?[期号]'),
  newspaperPage: at('第? ?([A-Z]?\\d{1,3}|[一二三四五六七八九十]{1,3}) 版'),
  edition: at(
    `第 (${NUMBER}) 版|([\\p{Script=Han}\\d]{0,8}(?:修订版|修订本|增订版|增订本|增补版|影印版|影印本|最新版|新版|刻本|抄本|铅印本|点校本))`,
  ),
  chapter: at(`第 (${NUMBER}) 章`),
  section: at(`第 (${NUMBER}) 节`),
  paragraph: at(`第 (${NUMBER}) 段`),
  articleOfLaw: at(`第 (${NUMBER}) 条(?:第 ${NUMBER} [款项])?`),
  genre: at('((?:博士|硕士|学士)(?:研究生)?(?:学位)?论文|博士后(?:出站|研究)(?:工作)?报告|学位论文)'),
  accessed: at(
    '(?:(?:最后|上次)?(?:访问|浏览|登录|登陆|检索|查阅|下载|引用)(?:时间|日期|日)?(?: [:：为于])? (?:(\\d{4}) 年 (\\d{1,2}) 月(?: (\\d{1,2}) 日)?|(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2}))|(\\d{4}) 年 (\\d{1,2}) 月(?: (\\d{1,2}) 日)? ?(?:最后|上次)?(?:访问|浏览|登录|检索|查阅|下载))',
  ),
  publisher: at(
    `(?:([\\p{Script=Han}·、]{2,12}) [:：] ?)?([^，,：:；;。《》“”()（）\\d\\s]{1,30}?(?:出版社|书局|书店|印书馆|书社|(?<!图)书馆|出版公司|出版集团|出版中心|出版有限公司|出版事业公司|图书公司|文化公司|编译局))(?!网)`,
  ),
  archive: at(
    '([\\p{Script=Han}]{2,20}(?:档案馆|图书馆|博物馆|档案处|档案室))(?:馆?藏)?(?= ?(?:[，,。；;]|$))',
  ),
  archiveNumber: at(
    '(?:档案?号|案卷号|编号|索书号|馆藏号) ?[:：] ?([A-Z\\d][A-Z\\d./ -]{0,30}[A-Z\\d])|((?:全宗|卷宗|档案) ?号? ?[:：]? ?[A-Z\\d-]{1,12}(?: ?[，,] ?(?:目录|案卷|第)? ?号? ?[:：]? ?[A-Z\\d-]{1,12} ?[号卷件]?)*)',
  ),
  /** Behind the name of an archive: J3-1-20. */
  shelfMark: at('([A-Z]{1,3}\\d{1,5}(?:[-./]\\d{1,6}){1,5})'),
  /** 《期刊（副名版）》 written outside the marks: 《某大学学报》（哲学社会科学版）. */
  series: at('([(（][^()（）《》\\d]{1,20}版[)）])'),
  within: at(
    '(?:原?[载載](?:于|於|入|自)?|刊(?:于|载于?)|发表(?:于|在)|收(?:入|录于?|于)|辑入|见(?:于|诸)?|in )[:：]? ',
  ),
  documentNumber: at(
    '([\\p{Script=Han}]{0,12}[〔\\[［(（]\\d{4}[〕\\]］)）] ?(?:第 )?\\d{1,5} ?号)|([A-Z]{1,6}(?:/[A-Z\\d.]{1,12}){1,5})',
  ),
};

/** Who did what, behind a name: 王五译, 李四主编. */
export const zhRoles: [RegExp, 'author' | 'editor' | 'translator'][] = [
  [/(?:翻译|编译|译校|校译|合译|译|譯)$/u, 'translator'],
  [/(?:总主编|主编|合编|选编|汇编|编辑|编选|执行主编|编|主編|編)$/u, 'editor'],
  [/(?:编著|著译|合著|主撰|撰|著)$/u, 'author'],
];

/** 等 and its like behind a list of names. */
export const zhAndOthers = /\s*等(?:人|编|著)?$/u;

/** The author himself, before the book that holds his work. */
export const zhHimself = /^(?:氏|同氏|作者)著?$/u;

/** The country of a foreign author: [美], （英）, 〔德〕, 【日】. */
export const zhNation = /^\s*[[［〔【(（]\s*[\p{Script=Han}·]{1,8}\s*[\]］〕】)）]\s*/u;

/** The dynasty of an old author stands where others have a country. */
export const zhDynasty =
  /^\s*[[［〔【(（]\s*(?:先秦|春秋|战国|秦|[西东]?汉|三国|魏|蜀|吴|[西东]?晋|南北朝|南朝|北魏|北齐|北周|[齐梁陈隋唐]|五代|后[唐晋汉周]|[北南]?宋|辽|金|元|明|清|民国)\s*[\]］〕】)）]/u;

/** The reign in which a gazetteer was made stands before its title: 光绪《某县志》. */
export const zhReign =
  /(?<!\p{Script=Han})(?:参见|详见|见)?(洪武|永乐|成化|弘治|正德|嘉靖|隆庆|万历|天启|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国)$/u;

/** Surnames of two characters. */
export const zhCompoundSurnames = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 宇文 长孙 長孫 夏侯 轩辕 钟离 闾丘 鲜于 司空 端木 独孤 南宫 西门 东郭 百里 呼延 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 万俟 赫连 拓跋 完颜 耶律 纳兰 第五 左丘 梁丘 东门 闻人'.split(
    ' ',
  ),
);

/** Common surnames in Latin letters, and what can be a given name behind one. */
export const pinyinSurnames = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu lv ding ren yao shen zhong cui tan fan liao shi jin jia xia fu fang zou xiong bai meng qin qiu hou yin xue yan duan lei tao mao hao gong shao wan qian dai kong xiang chang ouyang sima'.split(
    ' ',
  ),
);
const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|iao|ian|ang|eng|ong|ing|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u|v)';
export const pinyinLongGiven = new RegExp(`^${SYLLABLE}(?:[-’']?${SYLLABLE})$`, 'i');
export const pinyinGiven = new RegExp(`^${SYLLABLE}(?:[-’']?${SYLLABLE})?$`, 'i');

/** A name that ends like this, or holds one of these, is an institution's. */
export const zhInstitution =
  /(?:大学|学院|研究院|研究所|研究会|研究室|委员会|编委会|委|部|局|署|厅|院|中心|组织|协会|学会|联盟|联合会|公司|集团|银行|基金会?|办公室|办|社|网|报|大会|会议|小组|课题组|编写组|项目组|编辑部|政府|法院|检察院|使馆|使团|智库|论坛|图书馆|档案馆|博物馆|出版社|俱乐部|国)$|课题组|编写组|委员会|人民政府/u;

/** Words in which a citation is announced; the citation begins behind the last of them. */
export const zhLeadIn = all(
  '(?:转引自|转自|引自|出自|源自|摘自|参见|参阅|参看|可参考|请参考|参考|详见|另见|又见|亦见|也见|可见|请见|并见|散见|分别见|数据来源|资料来源|(?<=^|[，,。；;：:\\s])见)(?:于(?=《))?[:：，,]? ?',
);
/** Words that open a stretch and are no part of the names behind them. */
export const zhOpening =
  /^\s*(?:例如|比如|譬如|此外|另外|其中|来源|根据|依据|包括|如|以及|和|及|并|又|原文)(?:见)?[:：，,]?\s*/u;
/** Where one citation ends because another is announced behind a comma. */
export const zhNextLeadIn = at('(?:转引自|转自|引自|参见|参阅|另见|又见|亦见|也见|详见|同时参见|并参见)');
export const zhQuotedIn = at('(?:转引自|转自|引自)');
/** What points into the paper itself and cites nothing. */
export const zhOwnText = /本文|下文|上文|前文|后文|下同|下节|本节|本章|下述|上述/u;
/** Behind these something is cited, understood or not. */
export const zhAnnounces =
  /(?:转引自|参见|参阅|参看|详见|另见|又见|亦见|也见|可参考|(?:^|[，,。；;：:])\s*见|请见|引自)[:：，,]?\s*$/u;

/** Connecting words as long as a name. */
export const zhConnectives = new Set(
  '上文 前文 下文 本文 例如 比如 譬如 此外 另外 其中 对此 因此 同时 但是 不过 然而 而且 并且 首先 其次 最后 此处 下同 笔者 作者 他说 有学者 后者 前者 据此 可见 总之 当然 事实上 实际上 具体而言 换言之 也就是说'.split(
    ' ',
  ),
);
/** A stretch before a colon that tells rather than names. */
export const zhTelling =
  /认为|指出|写道|表示|提出|强调|如下|例如|此外|另外|同时|其中|对此|因此|但是|不过|可以|所说|所言|这一|[说称道曰是的了在对于将被把就们]$/u;

/** A clause that ends in the author: 工务局的意见为某某：. */
export const zhClause = /^\p{Script=Han}{2,}的\p{Script=Han}{2,10}[为是](?=\p{Script=Han}{2,}$)/u;

/** A free field that names a place where something is published: a site, an agency, a body. */
export const zhSite =
  /(?:网|网站|新闻社|通讯社|社|报|报道|频道|客户端|公众号|博客|使馆|使团|大学|学院|研究院|研究所|中心|部|委员会|政府|办公室|银行|组织|基金会|协会|公司|集团|论坛|智库|官网|数据库)$/u;
export const zhWebsite = /(?:网|网站|客户端|公众号|博客)$/u;
export const zhNewspaper = /(?:(?<![学情画快简通])报|日报|时报|晚报|周报|早报)(?:[(（][^()（）]*[)）])?$/u;
export const zhMagazine = /周刊|画报/u;
export const zhProceedings = /会议?(?:论文|文)集|会论文集|会议录/u;
export const zhReport = /报告|白皮书|蓝皮书|绿皮书|黄皮书|年鉴/u;
export const zhLaw = /(?:法|法典|条例|宪法|公约|条约|协定|议定书|规定|办法|决定|宪章|细则|司法解释)$/u;

/** Short forms. `ordinal` is the number of the note that they point to. */
const MARK =
  '(?:第? ?(\\d{1,3})|[〔\\[［(（]? ?(\\d{1,3}) ?[〕\\]］)）]|([\\u2460-\\u2473\\u3251-\\u325f\\u32b1-\\u32bf]))';
export const zhShortForms = {
  /** 同注③, 前注3, 见前引注〔5〕. */
  note: at(
    `(?:参见|同|见)?(?:(?:前|上)?(?:引|揭)? ?(?:注释?|脚注|註)|前(?:引|揭)) ?${MARK}(?:揭|引)?(?:书|文|著)?`,
  ),
  /** 前引〔3〕，张三文; 同前注〔1〕，李四书. */
  namedBehind: at(
    '[，,] ([\\p{Script=Han}\\u00b7]{2,12}(?: 、 [\\p{Script=Han}\\u00b7]{2,12}){0,5}?)(?: 等)? (书|文|著|译书|论文|报告)(?= (?:[，,。；;：:）)]|$))',
  ),
  same: at(
    '同(?:上|前)(?![述面所])(?:注|引|书|文|揭)?(?:书|文)?(?: ?[，,]? ?(?:同)?(?:上|前)(?:引|揭)?(?:书|文))?',
  ),
  /** 前引书; 前引张三书. */
  before: at(
    '(?:同|见)?(?:前|上)(?:引|揭|注)(?:([\\p{Script=Han}·]{2,10})(?=书|文|著|论文))?(书|文|著|论文|报告)?',
  ),
};
/** Before a title: as cited before. */
export const zhRepeats = /(?:同前|前引|前揭|上引|前注)\s*$/u;
export const zhBook = /书|著/u;

/** Years and eras written without figures, and undated works. */
export const zhNoDate = at('(?:出版)?(?:时间|日期|年代?)不详|无日期');

/** Characters that only the traditional script has, and only the simplified one. */
export const traditionalOnly =
  /[國學會與為說對時這個經發過從來開關點東車長門問間們還進義書長體實現動機處認論設計議語調選際陸陽雲電頭題類顯風飛黨龍馬]/gu;
export const simplifiedOnly =
  /[国学会与为说对时这个经发过从来开关点东车长门问间们还进义书体实现动机处认论设计议语调选际陆阳云电头题类显风飞党龙马]/gu;

/** Who edited a book, where the editor’s own name begins with a title. */
export const zhTitledEditor = at(
  '[^，。；：:《》]{0,20}(?:主编|编)(?:，[^，。；：:《》]{1,20}译)?(?=[：:]《)',
);

const LATIN_PAGES = '[A-Z]?\\d{1,5}(?: [-–—] \\d{1,5})?';
/** Author and year, as they cite a list of works: Holt (1997: 19), （陈安、林一舟，2015）. */
export const authorDate = {
  year: at(
    `((?:1[4-9]|20)\\d\\d)([a-z])?(?: [:：] (${LATIN_PAGES})|[,，] (?:pp?\\. |第)(${LATIN_PAGES})[页頁]?)?(?= [)）;；])`,
  ),
  latinNames:
    /\p{Lu}[\p{L}’'-]+(?:(?:, | and |, and | & |、|和|与)\p{Lu}[\p{L}’'-]+){0,4}(?: et al\.?|\s?等人?)?$/u,
  hanNames: /[\p{Script=Han}·、]{2,40}$/u,
  andOthers: /(?: et al\.?|\s?等人?)$/u,
  between: /, (?:and )?| and | & |、|和|与/u,
};

/** A decision: the court, and behind it year, number and kind. */
export const zhCase = {
  court: /[\p{Script=Han}]{2,30}(?:法院|法庭|仲裁委员会|仲裁院|委员会|局)\s?$/u,
  numbered: at(
    '[（(〔［[] ?((?:1[89]|20)\\d\\d) ?[）)〕］\\]] ?[\\p{Script=Han}\\d]{1,16}?第? ?\\d{1,6}(?:-\\d{1,3})? ?号(?: [\\p{Script=Han}]{0,8}(?:判决|裁定|决定|调解|裁决|通知|令)书?)?',
  ),
};

/** Words of GB/T 7714 entries. */
export const zhGbt = {
  translators: at('([^.．。;；:：\\[\\]]{1,60}?)[,，]? ?(译|编译|校译|译校)(?= ?[.．。,，])'),
  /** Between the mark and the slashes before the book that holds the work. */
  translatedWithin: at('(?: [.．。] ?([^/[\\]]{1,60}?)[,，]? ?译)? (?://|∥|／／) '),
  volumeInTitle: /[:：]\s*(?:卷\s*(\d{1,4})|第\s*(\d{1,4})\s*[卷册辑]|vol\.\s*(\d{1,4}))$/iu,
  anyEdition: at('([^.．。,，:：\\d]{1,10}[版本])(?= ?[.．。])'),
  /** Where a publisher is looked for. */
  unpublished: at('内部(?:发行|资料|印行|刊印|刊行)|未刊稿?|未出版'),
  editors: /[,，]?\s*(?:等\s*)?(?:主编|编|编著)$/u,
  edition: at(`(?:第 )?(${NUMBER}) ?版|(修订版|增订版)`),
  patentNumber: /[,，:：]\s*([A-Z]{2}\s?[\dA-Z.]{5,20}|ZL\s?[\d.X]{5,20}|(?:中国)?\d{8,13}(?:\.[\dX])?)\s*$/u,
};
