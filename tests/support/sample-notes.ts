/** Notes that each cite one work, in ten styles. */
export const sampleNotes = [
  '张三、李四：《山地河流的冬季水位》，《水文学刊》2020年第4期，第12—34页',
  '[美]约翰·史密斯：《风车的历史》，王五译，海潮出版社2010年版，第21页',
  '陈一：《沙丘上的村庄》，载周二主编：《边地研究》，海潮出版社2012年版',
  '《海港改造全面启动》，海滨网，2020年9月23日，http://www.haibin.example/news/ 2020-09/23/c_12.htm',
  '张三, 李四, 等. 山地河流[J]. 水文学刊, 2020, 15(4): 12-34',
  '陈一. 沙丘[C]//周二. 边地. 北京: 海潮出版社, 2012: 88-101',
  'CHEN W, LI H. Dams[J/OL]. Water History, 2015, 8(1): 1-20. https://doi.org/10.1000/wh.2015.1',
  'Peter Marlow, Windfall of Salt, New York: Harbour & Sons, 2017, p. 46',
  'Anna Reed, “Salt Roads,” Journal of Trade, Vol. 37, No. 2, 2018, pp. 175-190',
  'Anna Reed, "The Mine," in A. Brown, ed., Towns (London: Harbour Press, 2010), 20',
  '“Mine Closes,” Reuters, 26 July 2019, https://times. example/x',
];
