import type { Dossier } from '../read/dossier.ts';

/**
 * A title in Latin script; undefined if the dossier does not give one. What precedes a colon may be a name with a
 * number: Biao 1.
 */
export function romanised(dossier: Dossier, title: string): string | undefined {
  const given = (one: string): string | undefined =>
    [dossier.romanised.value, ofInterface].find((titles) => Object.hasOwn(titles, one))?.[one];
  const whole = given(title);
  if (whole !== undefined) return whole;
  const [, name = '', number = '', rest = ''] = /^(\p{Script=Han}+)(\d+)：(.+)$/u.exec(title) ?? [];
  const [first, second] = [given(name), given(rest)];
  return first === undefined || second === undefined ? undefined : `${first} ${number}: ${second}`;
}

/** The names of overviews, figures and tables in the interface. */
const ofInterface: Record<string, string> = {
  案例: 'Anli',
  概念: 'Gainian',
  行为体: 'Xingweiti',
  文献: 'Wenxian',
  关于本卷宗: 'Guanyu ben juanzong',
  论证脉络: 'Lunzheng mailuo',
  来源核查: 'Laiyuan hecha',
  数字与日期: 'Shuzi yu riqi',
  各版校对进度: 'Ge ban jiaodui jindu',
  时间线: 'Shijianxian',
  图: 'Tu',
  表: 'Biao',
};
