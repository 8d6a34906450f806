// Writes src/Core/Names/pinyin.txt, the table behind Shuke.Core.Names.Pinyin. Run `npm ci && npm run generate` after
// changing the word lists below; the result is checked in, so nobody needs node to build the server.
import { writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";

const plain = { toneType: "none", type: "array", v: true };
const isSyllables = (list) => list.every((s) => /^[a-z]+$/.test(s));

// Two-character surnames of the Hundred Family Surnames and those still in use.
const compoundSurnames = `
欧阳 司马 诸葛 上官 夏侯 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 司空 单于 令狐 轩辕 钟离 闾丘 鲜于 赫连 澹台 公冶 宗政
濮阳 淳于 太叔 申屠 仲孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 百里 东郭 南门 呼延 羊舌 微生
左丘 东门 西门 南宫 第五 万俟 闻人 独孤 完颜 纳兰 叶赫 那拉 耶律 贺兰 达奚 屈突 贺若 子车 颛孙 亓官 司寇
`.trim().split(/\s+/);

// Words shops use whose characters read differently together than alone.
const words = `
重庆 长沙 长春 长安 长城 长江 厦门 银行 音乐 乐器 可乐 百事可乐 乐事 重阳 便宜 大夫 会计 西藏 朝阳 都江堰 番禺 六安 蚌埠 台州
单车 参茸 人参 海参 高丽参 薄荷 薄饼 薄脆 剥皮 血糖 咖喱 蛤蜊 蛤蟆 茄子 番茄 雪茄 荨麻 似的 角色 调料 调味 空调 降压 曲奇 歌曲 酒曲
仔鸡 牛仔 莞尔 东莞 行李 旅行 自行车 长寿 成长 生长 校长 还原 奇数 传奇 传记 自传 粘土 粘贴 轧面 尿不湿 弹簧 子弹 炮弹 提供 的确 目的
沉浸 咀嚼 嚼口香糖 炮制 泡面 禅茶 大都 都市 首都 率性 效率 给力 供给 着色 着凉 睡着 干净 能干 豆干 饼干 干果 藏红花 宝藏
`.trim().split(/\s+/);

// Where the package's surname mode is wrong or silent; the readings are those of 现代汉语词典.
const corrections = { 单于: "chan yu", 种: "chong", 洗: "xian", 秘: "bi" };

const bySyllable = new Map();
const singleSurnames = [];
const ranges = [[0x3007, 0x3007], [0x3400, 0x4dbf], [0x4e00, 0x9fff]];
for (const [from, to] of ranges)
  for (let code = from; code <= to; code++) {
    const char = String.fromCharCode(code);
    const reading = pinyin(char, plain);
    if (!isSyllables(reading)) continue;
    bySyllable.set(reading[0], (bySyllable.get(reading[0]) ?? "") + char);
    const asSurname = pinyin(char, { ...plain, mode: "surname" });
    if (isSyllables(asSurname) && asSurname[0] !== reading[0]) singleSurnames.push(`${char} ${asSurname[0]}`);
  }

const alone = (word) => [...word].map((c) => pinyin(c, plain)[0]).join(" ");
const compounds = compoundSurnames
  .filter((s) => !(s in corrections))
  .map((s) => `${s} ${pinyin(s, { ...plain, mode: "surname" }).join(" ")}`);
const corrected = Object.entries(corrections).map(([surname, reading]) => `${surname} ${reading}`);
const irregular = words
  .map((w) => [w, pinyin(w, plain).join(" ")])
  .filter(([word, reading]) => reading !== alone(word))
  .map(([word, reading]) => `${word} ${reading}`);

const lines = [
  "# Written by tools/pinyin/generate.mjs from pinyin-pro 3.29.4 (MIT, see NOTICE). Do not edit.",
  "[characters]",
  ...[...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, chars]) => `${syllable} ${chars}`),
  "[surnames]",
  ...singleSurnames,
  ...compounds,
  ...corrected,
  "[words]",
  ...irregular,
];
const target = new URL("../../src/Core/Names/pinyin.txt", import.meta.url);
writeFileSync(target, lines.join("\n") + "\n");
console.log(`${lines.length} lines, ${[...bySyllable.values()].join("").length} characters`);
