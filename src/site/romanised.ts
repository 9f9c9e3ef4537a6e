import type { Dossier } from '../read/dossier.ts';

/**
 * A title in Latin script; undefined if the dossier does not give one. What precedes a colon may be a name with a
 * number: Biao 1.
 */
export function romanised(dossier: Dossier, title: string): string | undefined {
  const all = { ...ofInterface, ...dossier.romanised.value };
  if (Object.hasOwn(all, title)) return all[title];
  const [, name = '', number = '', rest = ''] = /^(\p{Script=Han}+)(\d+)：(.+)$/u.exec(title) ?? [];
  return Object.hasOwn(all, name) && Object.hasOwn(all, rest)
    ? `${all[name]} ${number}: ${all[rest]}`
    : undefined;
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
