import type { Words } from './words.ts';

export const zhHans: Words = {
  lang: 'zh-Hans',
  nav: {
    front: '首页',
    chapters: '各章',
    search: '检索',
    skip: '跳到正文',
    main: '卷宗',
    languages: '语言',
    previous: '上一',
    next: '下一',
    contents: '目录',
    lastChosen: '上次读的是这一版。',
    parallel: '对照',
    trail: '所在位置',
  },
  reading: {
    passage: '此段涉及',
    everything: '此段的全部关联',
    close: '关闭',
    toPage: '前往该页',
    keys: {
      heading: '按键',
      search: '检索',
      next: '下一段',
      previous: '上一段',
      parallel: '各版对照，再按返回',
      list: '本表',
      off: '停用单键',
    },
  },
  collections: { case: '案例', term: '概念', actor: '行为体', work: '著作' },
  kinds: { case: '案例', term: '概念', actor: '行为体', work: '著作' },
  none: '此处尚无内容。',
  abstract: '内容摘要',
  keywords: '关键词',
  untranslated: '尚无中文。',
  chapterAbsent: '本版尚无此章。',
  paper: {
    heading: '论文',
    reference: ({ authors, title, journal, year, volume, issue, pages: [first, last], DOI }) =>
      `${authors.length > 0 ? `${authors.join('、')}：` : ''}《${nested(title)}》${journal ? `，《${journal}》` : ''}${year ? `${year}年` : ''}${volume ? `第${volume}卷` : ''}${issue ? `第${issue}期` : ''}，第${first}—${last}页${DOI ? `，https://doi.org/${DOI}` : ''}`,
    titleTranslatedBy: (who) => `中文题名为${who}所译。`,
  },
  dossier: {
    by: (editors) => `编者：${editors}`,
    heading: '本卷宗',
    editors: '编者',
    version: '版本',
    issued: '发布',
    licence: '许可',
    noSite: '本份卷宗未设公开网址，故不印自身的引用格式。',
  },
  label: {
    full: (reference) =>
      `转述版：本站编者据论文逐段改写，非作者原文，未经作者或期刊审定；请勿作为原文引用。论文：${reference}。`,
    short: '转述',
    original: (reference) => `作者原文：${reference}。`,
  },
  note: {
    heading: '注释',
    name: (number) => `注${number}`,
    back: '回到正文',
    markedIn: '所在段落',
    absent: '本版尚无此注。',
  },
  page: {
    name: (number) => `第${number}页`,
    range: (first, last) => (first === last ? `第${first}页` : `第${first}—${last}页`),
  },
  segment: {
    name: (id) => `段落${id}`,
    inChapter: '在章中阅读',
    seeAlso: '参见',
    editorNote: '编者按',
    printed: (text) => `论文原印“${text.replaceAll('“', '‘').replaceAll('”', '’')}”。`,
  },
  terms: {
    definedBy: { authors: '作者的定义', source: '据论文所引文献', editors: '编者补充' },
    definedIn: '定义见',
    aliases: '相关用语',
    seeAlso: '参见',
    namedInPaper: '论文所用原词',
    addition: '编者补充',
  },
  cases: {
    kind: '类别',
    dates: '时间',
    places: '地点',
    actors: '行为体',
    related: '相关案例',
    passages: '所据段落',
    account: '编者概述',
    notes: '相关注释',
    period: (from, to) => `${from}至${to}`,
    all: '全部',
    shown: (count) => `${count}例`,
    asOf: (year) => `仅述论文所言，截至${year ? `${year}年` : ''}论文发表之时。`,
  },
  actors: {
    kind: { state: '国家', organisation: '组织', person: '人物', company: '企业', group: '群体' },
    cases: '案例',
    matrix: {
      heading: '谁以何种方式行动',
      explanation: '各类案例中涉及该行为体者若干。数字可点开；统计由编者所作。',
      others: '仅见于一例的行为体',
      total: '合计',
    },
  },
  quantities: {
    heading: '数量与日期',
    explanation: '论文正文与注释所举的数量、份额与日期，逐条列出，各注明出处。',
    compactFrom: 1e4,
    types: { amount: '数量', date: '日期' },
    columns: { value: '数值', what: '所指', when: '时间', place: '出处', case: '案例' },
    amount: (number, measure, bound) => {
      const before = {
        about: '约',
        over: '超过',
        under: '不足',
        'at least': '至少',
        'at most': '至多',
        nearly: '近',
      };
      return `${bound === undefined ? '' : before[bound]}${number}${measure}`;
    },
    date: (date) =>
      date
        .split('/')
        .map((one) => {
          const [year = '', month, day] = one.split('-');
          const name = year.endsWith('XX') ? `${Number(year.slice(0, 2)) + 1}世纪` : `${year}年`;
          return `${name}${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
        })
        .join('至'),
    filter: '筛选',
    all: '全部',
    sortBy: (column) => `按${column}排序`,
    shown: (count) => `${count}条`,
    downloads: '下载',
  },
  timeline: {
    heading: '时间线',
    explanation: '论文提到的日期。每点一条，可点开；全部日期列于图下。',
    list: '全部日期',
    scale: (from, to) => `${from}年至${to}年`,
  },
  argument: {
    heading: '论证脉络',
    explanation: '各节主张由编者以一句概括，其下列出作者所举的案例。',
    noThesis: '此节的概括尚未写出。',
  },
  works: {
    citedIn: '引用处',
    printedAs: (field, printed) => `论文原印（${field}）：${printed}`,
    fields: {
      author: '作者',
      title: '题名',
      issued: '日期',
      'container-title': '刊名',
      volume: '卷号',
      issue: '期号',
      page: '页码',
      publisher: '出版者',
      URL: '网址',
    },
  },
  usedIn: '文中所在',
  exhibitSource: (source) => `资料来源：${source}`,
  search: {
    heading: '检索',
    placeholder: '文中字词',
    submit: '检索',
    needsScript: '检索需要JavaScript。若未启用，可由下列索引到达各段：',
    waiting: '检索中……',
    none: (query) => `本站检索的是转述版，未见“${query}”；论文原文或有。`,
    count: (count) => `${count}处`,
    notIndexed: '检索索引在构建时生成，此处尚无。',
  },
  status: {
    heading: '文本状态',
    explanation: '编者逐段比对各版文字，至今进展如下。',
    states: { confirmed: '已比对', stale: '比对后有改动', unconfirmed: '尚未比对', untranslated: '各版未齐' },
    stale: '此段上次比对各版之后，文字又有改动。',
  },
  lasting: {
    name: (kind, id) => {
      const names = {
        segment: '段落',
        note: '注',
        work: '著作',
        case: '案例',
        term: '概念',
        actor: '行为体',
        exhibit: '图表',
        chapter: '章',
        page: '页面',
      };
      return `${names[kind]}${/^[\d.]+$/.test(id) ? id : ` ${id}`}`;
    },
    movedHeading: '此页已迁移',
    movedTo: '现址：',
    goneHeading: '此处内容已撤下',
    gone: '已撤下：',
    places: '原在此页，现已不在',
  },
  releases: {
    heading: '各版文字',
    explanation: '各版文字发布后不再改动；引用时请注明所读版本。',
    name: (version) => `${version}版`,
    frozen: (version, issued) => `这是${issued}发布的${version}版，文字不再改动；卷宗此后或有修订。`,
    latest: '最新文字',
    contents: '目录',
    first: '首次发布',
    same: '文字未变',
    changedIn: (editions) => `文字有改动（${editions.join('、')}）`,
    since: '最近一版发布之后，上文又有改动。',
  },
  notFound: { heading: '没有这一页', text: '网址或有误。可由此处继续：' },
  measure: /\d[\d.,]*[\p{Script=Han}%℃]/gu,
  citationSeparator: '；',
  reference: {
    // The footnote form of the Chinese journals of international relations.
    forms: {
      article: [
        '{author}：',
        '《{title}》，',
        '《{container}》',
        '{year}年',
        '第{volume}卷',
        '第{issue}期',
        '，{locator}',
      ],
      book: [
        '{author}：',
        '《{title}》',
        '，{translator}译',
        ['，{place}：{publisher}{year}年版', '，{publisher}{year}年版', '，{year}年版'],
        '，{locator}',
      ],
      chapter: [
        '{author}：',
        '《{title}》',
        '，载{editor}主编',
        '《{container}》',
        ['，{place}：{publisher}{year}年版', '，{publisher}{year}年版'],
        '，{locator}',
      ],
      thesis: ['{author}：', '《{title}》', '，{publisher}', '{genre}', '，{date}', '，{locator}'],
      news: ['{author}：', '《{title}》', '，《{container}》', '，{date}', '，{locator}', '，{URL}'],
      report: ['{author}：', '《{title}》', '，{publisher}', '，{date}', '，{locator}', '，{URL}'],
      web: [
        '{author}：',
        '《{title}》',
        ['，{container}', '，{publisher}'],
        '，{date}',
        '，{locator}',
        '，{URL}',
      ],
    },
    locators: { page: '第{}页', chapter: '第{}章', section: '第{}节', volume: '第{}卷', paragraph: '第{}段' },
    date: (year, month, day) => `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`,
    names: {
      familyFirst: true,
      separator: '、',
      lastOfTwo: '、',
      lastOfMany: '、',
      most: 3,
      kept: 3,
      andOthers: '等',
    },
    noDate: '未注明年份',
  },
};

/** Title marks within title marks are single. */
const nested = (title: string): string => title.replaceAll('《', '〈').replaceAll('》', '〉');
