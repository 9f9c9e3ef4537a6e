import { expect, test } from 'vitest';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';

// Layouts found in papers of other journals, reduced to minimal examples.

const imported = (text: string): Imported =>
  importPaper({ text, path: 'paper.txt', encoding: 'UTF-8' }, '2020-01-01');

const law = `江岸法律评论                            2019年第2期

              井水相邻权的历史构造

                    何秋生*

摘要：相邻权的现代理论以土地为起点，井水在其中只是附属物。
关键词：相邻权  井水

一、问题的提出

民法典第290条规定，不动产权利人应当为相邻权利人用水提供必要的便利。[1]通说据此认
为，用水便利是土地所有权的延伸。[2]然而法官拒绝了井旁地主的请求。

                                   · 45 ·

江岸法律评论                            2019年第2期

二、结论

相邻权的起点可以是劳务。[3]

[1] 《中华人民共和国民法典》第290条第1款。
[2] 参见唐一鸣：《物权法原理》，青石书局2016年版，第212页。
[3] 同前注[2]，唐一鸣书，第215页。

* 何秋生，江岸大学法学院副教授。

                                   · 46 ·

The Historical Construction of Neighbouring Rights in Well Water
HE Qiusheng
Abstract: Modern theory of neighbouring rights starts from land. This article
rereads three judgments of the Republican period and shows that judges
decided disputes about wells by the rota of cleaning.
Keywords: neighbouring rights; wells; judgments
`;

test('notes at the end without a heading are matched with the marks of every page', () => {
  const { paper, files, ledger, faults } = imported(law);
  expect(faults).toEqual([]);
  expect(ledger.doubts.map(({ reason }) => reason)).toEqual([
    'No year is printed for “中华人民共和国民法典”; the id contains nd.',
  ]);
  expect(paper.notes.map(({ label }) => label)).toEqual([1, 2, 3]);
  expect(files.get('chapters/zh/1-section.mdx')).toContain('必要的便利。[^1]通说');
  expect(files.get('chapters/zh/2-section.mdx')).toContain(
    '[^3]: [同前注\\[2\\]，唐一鸣书，第215页](work:tang-2016 "p. 215")。',
  );
});

test('a page number before the next page’s running head belongs to the previous page', () => {
  const { paper, files } = imported(law);
  expect(paper.pages?.[0]).toBe(45);
  expect(files.get('chapters/zh/2-section.mdx')).toContain('{/* p. 46 */}相邻权的起点');
});

test('a title and abstract in another language after the text are left out, and the ledger says so', () => {
  const { files, ledger } = imported(law);
  expect([...files.values()].join('\n')).not.toContain('Neighbouring');
  expect(ledger.leftOut.map(({ kind, text }) => `${kind}: ${text.slice(0, 14)}`)).toContain(
    'other language: The Historical',
  );
});

const history = `渡口、木牌与账簿

陆  远

内容提要  清末江湾的渡口没有钟，渡夫以木牌记时。
关键词  渡口  木牌

    时间史的研究多集中于钟表与铁路，对没有钟表的地方着墨不多。江湾渡口的
木牌提供了一个例子，〔1〕两面刻字，一面写潮，一面写人。
    一 潮与影
    江湾一日两潮，潮来停渡半个时辰。〔2〕
    二　牌与人
    木牌的另一面写人名。人名按班次排列，每班五人，五日一轮。
    〔1〕 《江湾渡口木牌》，江湾县档案馆藏，档号：J3-1-12。
    〔2〕 光绪《江湾县志》卷3《津梁》，光绪十九年刻本，第7页。

                                         （责任编辑：梅小舟）
`;

test('headings with only a space between number and title are recognised', () => {
  expect(imported(history).paper.sections.map(({ number, title }) => [number, title])).toEqual([
    [0, '引言'],
    [1, '潮与影'],
    [2, '牌与人'],
  ]);
});

test('text that the journal prints below the last note is not part of it', () => {
  const { paper, ledger } = imported(history);
  expect(paper.notes.at(-1)?.content.text).toBe('光绪《江湾县志》卷3《津梁》，光绪十九年刻本，第7页。');
  expect(ledger.leftOut.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'editorial: （责任编辑：梅小舟）',
  ]);
});
