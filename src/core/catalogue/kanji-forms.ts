// An old form and the one in use today, in turn: those of the list of 常用漢字, then those that names are written with.
// NFKC has compatibility characters only (神 U+FA19); it leaves 髙, 﨑 and 經 as they are.
const pairs =
  '亞亜惡悪壓圧圍囲爲為醫医壹壱稻稲飮飲隱隠榮栄營営衞衛驛駅圓円鹽塩緣縁艷艶應応歐欧毆殴櫻桜奧奥橫横溫温穩穏假仮價価畫画會会繪絵壞壊懷懐槪概擴拡殼殻覺覚學学嶽岳樂楽渴渇罐缶卷巻陷陥勸勧寬寛關関歡歓觀観顏顔歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙舉挙虛虚峽峡挾挟狹狭鄕郷鄉郷曉暁區区驅駆勳勲' +
  '薰薫徑径惠恵揭掲溪渓經経螢蛍輕軽繼継雞鶏鷄鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献縣県險険顯顕驗験嚴厳效効廣広恆恒鑛鉱黃黄號号國国黑黒歲歳濟済碎砕劑剤册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋澀渋獸獣縱縦肅粛處処緖緒敍叙敘叙將将燒焼奬奨條条' +
  '狀状乘乗淨浄剩剰疊畳繩縄壤壌孃嬢讓譲釀醸觸触囑嘱寢寝愼慎眞真盡尽圖図粹粋醉酔穗穂隨随髓髄數数樞枢瀨瀬聲声靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅曾曽雙双壯壮搜捜插挿巢巣爭争窗窓總総聰聡莊荘裝装騷騒增増臟臓藏蔵屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢擔担單単膽胆團団彈弾' +
  '斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴徵徴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬭闘鬪闘德徳獨独讀読屆届貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘彥彦濱浜甁瓶拂払佛仏倂併竝並變変邊辺辨弁瓣弁辯弁舖舗步歩寶宝豐豊襃褒沒没飜翻槇槙每毎萬万滿満默黙餠餅彌弥譯訳藥薬與与豫予餘余' +
  '譽誉搖揺樣様謠謡來来賴頼亂乱覽覧龍竜兩両獵猟綠緑鄰隣淚涙壘塁勵励禮礼隸隷靈霊齡齢戀恋爐炉勞労樓楼郞郎錄録祿禄亙亘灣湾瘦痩戶戸戾戻淸清靑青內内說説稅税脫脱悅悦閱閲銳鋭曆暦歷歴絕絶產産尙尚晚晩晉晋卽即旣既峯峰堯尭巖巌遙遥瑤瑶禰祢穰穣萠萌髙高﨑崎嵜崎濵浜邉辺齋斎𠮷吉桒桑栁柳舘館嶋島嶌島' +
  '冨富圀国渕淵卻却妝粧廁厠彎弯搔掻摑掴攪撹污汚涉渉溼湿痹痺禱祷稱称繡繍羣群腳脚莖茎蔣蒋蠟蝋證証醬醤鍊錬鬥闘鷗鴎鹼鹸麪麺麴麹姬姫檜桧俠侠頰頬剝剥塡填繫繋讚讃顚顛藪薮諫諌';

let modern: ReadonlyMap<string, string> | undefined;

/** A text with each old form of a kanji as the one in use today: 經理 as 経理, 髙﨑 as 高崎. As many characters as before. */
export function modernizeKanji(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const forms = (modern ??= readPairs());
  return Array.from(text, (character) => forms.get(character) ?? character).join('');
}

function readPairs(): ReadonlyMap<string, string> {
  const characters = Array.from(pairs);
  return new Map(characters.flatMap((old, index) => (index % 2 === 0 ? [[old, characters[index + 1] ?? old] as const] : [])));
}
