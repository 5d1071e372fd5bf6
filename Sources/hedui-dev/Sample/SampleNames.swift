import Records

/// Makes names of people: surnames and given-name characters as frequent as they are,
/// given names by sex and time of birth. No name is taken from a real list of people.
struct SampleNames: Sendable {
  private let surnames = WordList(
    """
    王:70 李:69 张:65 刘:52 陈:44 杨:29 黄:30 赵:20 吴:20 周:20 徐:14 孙:11 马:8 朱:11 胡:13 郭:11 何:11 \
    林:10 罗:13 高:8 梁:7 郑:6 谢:13 宋:6 唐:6 许:6 韩:4 冯:5 邓:9 曹:5 彭:10 曾:12 肖:11 田:4 董:4 潘:4 \
    袁:5 蔡:4 蒋:4 余:5 于:3 杜:3 叶:5 程:4 魏:3 苏:3 吕:3 丁:3 任:3 卢:5 姚:3 沈:3 钟:12 姜:3 崔:2 谭:3 \
    陆:2 范:4 汪:4 廖:10 石:3 金:2 韦:1 贾:2 夏:3 付:3 方:3 邹:5 熊:5 白:1 孟:1 秦:1 邱:6 侯:1 江:3 尹:2 \
    薛:2 闫:1 段:1 雷:2 龙:2 黎:2 史:1 陶:2 贺:2 毛:2 郝:1 顾:1 龚:3 邵:2 万:4 覃:1 武:1 钱:1 戴:3 严:2 \
    莫:1 孔:1 向:1 常:1 温:4 赖:9 康:1 施:1 文:2 牛:1 樊:1 葛:1 邢:1 洪:2 季:1 欧阳:3 幸:2 缪:1 饶:2 涂:2 \
    古:2 巫:1 宁:1 华:1 管:2 凌:1 殷:1 申:1 舒:1 章:1 柳:1 翁:1 揭:1 上官:1 司马:1 诸葛:1
    """)
  /// Of the surnames above, in their order.
  private let pinyin = WordList(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo gao liang zheng xie song \
    tang xu han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu yu du ye cheng wei su lv ding \
    ren lu yao shen zhong jiang cui tan lu fan wang liao shi jin wei jia xia fu fang zou xiong bai meng qin \
    qiu hou jiang yin xue yan duan lei long li shi tao he mao hao gu gong shao wan qin wu qian dai yan mo \
    kong xiang chang wen lai kang shi wen niu fan ge xing hong ji ouyang xing miao rao tu gu wu ning hua \
    guan ling yin shen shu zhang liu weng jie shangguan sima zhuge
    """)

  private let menEarly = WordList(
    """
    国:9 建:9 华:8 明:8 文:8 德:7 志:7 金:6 生:7 福:6 林:5 玉:3 春:4 荣:5 贵:4 良:5 忠:4 世:3 永:4 光:4 \
    水:4 根:4 祥:4 富:3 昌:4 发:3 庆:3 兴:4 东:3 火:2 长:3 龙:3 胜:3 学:3 喜:2 仁:2 万:1 义:2 泉:2 石:1
    """)
  private let womenEarly = WordList(
    """
    秀:10 英:10 兰:9 桂:8 玉:8 珍:8 凤:7 香:7 莲:6 梅:6 红:4 春:5 金:5 芳:4 云:4 菊:4 招:3 娥:4 菊:2 妹:4 \
    翠:3 月:4 素:3 淑:4 华:3 美:3 爱:3 琴:3 冬:2 莉:2 满:2 福:2 娣:3 萍:3 连:2 清:2 女:1 花:4 银:2 珠:2
    """)
  private let menMiddle = WordList(
    """
    伟:8 军:7 勇:6 强:6 斌:6 辉:6 平:6 华:5 明:5 峰:5 涛:5 建:5 波:4 鹏:4 超:4 文:5 海:4 志:5 俊:4 林:3 \
    刚:3 亮:3 飞:4 杰:4 小:4 晓:4 国:4 春:3 剑:3 云:2 龙:3 凯:2 健:3 磊:4 东:3 洪:2 新:3 祥:2 毅:2 卫:3
    """)
  private let womenMiddle = WordList(
    """
    丽:8 敏:7 静:7 艳:7 燕:6 红:6 玲:6 霞:6 萍:6 娟:5 芳:6 梅:5 英:4 琴:4 华:4 莉:4 平:3 云:4 晓:5 小:5 \
    春:4 洁:3 婷:4 慧:4 琳:3 雪:3 秀:3 香:3 珍:3 兰:3 花:2 菊:2 连:2 青:2 蓉:2 君:2 美:4 凤:3 利:2 清:3
    """)
  private let menLate = WordList(
    """
    宇:7 浩:7 杰:5 鑫:5 俊:6 子:6 轩:5 博:5 文:5 涛:4 鹏:4 豪:4 嘉:5 泽:5 明:4 志:4 天:3 昊:4 睿:4 辰:4 \
    翔:3 凯:4 旭:4 晨:4 阳:4 逸:3 皓:3 伟:3 梓:4 恒:2 瑞:4 诚:2 毅:2 锦:2 佳:2 航:3 承:2 铭:4 昱:2 霖:2
    """)
  private let womenLate = WordList(
    """
    婷:6 欣:7 雨:6 怡:6 佳:6 梦:5 诗:5 涵:6 子:5 梓:5 雅:4 琪:4 思:5 悦:4 颖:4 慧:4 晨:3 萱:4 嘉:4 静:3 \
    馨:3 语:3 芷:2 若:3 依:3 彤:3 瑶:4 琳:4 倩:4 雪:4 文:4 可:3 珊:2 妍:3 清:2 露:2 媛:2 钰:3 芸:2 晗:2
    """)
  /// Characters that old systems could not print, or that lie beyond the basic plane.
  private let rare = WordList("䶮 𬭎 𬍛 犇 堃 喆 昇")

  private let uyghurMen = WordList("买买提 艾力 吐尔逊 阿不都 玉素甫 艾合买提 卡德尔 木合塔尔 依明 热合曼")
  private let uyghurWomen = WordList("阿依古丽 帕提古丽 古丽娜尔 热依汗 米日古丽 阿瓦古丽 祖丽菲娅 布再娜甫")
  private let tibetan = WordList("扎西 次仁 旺堆 平措 卓玛 央金 拉姆 洛桑 达娃 格桑 多吉 顿珠 白玛 尼玛")
  private let foreign = WordList(
    "MILLER HANSEN ROSSI TANAKA PARK NGUYEN KOWALSKI DUBOIS NOVAK MORENO")
  private let foreignGiven = WordList(
    "ERIK LAURA KENJI MINJI PAOLO ANNA HIEU CLAIRE JAKUB SOFIA MARTIN JULIA")

  /// Appends a name of Chinese characters. Returns the place of the surname, or nil for one
  /// without.
  func append(
    male: Bool, birthYear: Int, _ random: inout SampleRandom, to text: inout [UInt8]
  ) -> Int? {
    if random.chance(3) {
      if random.chance(500) {
        let first = tibetan.pick(&random)
        tibetan.append(first, to: &text)
        tibetan.append((first + 1 + random.below(tibetan.count - 1)) % tibetan.count, to: &text)
      } else {
        (male ? uyghurMen : uyghurWomen).append(any: &random, to: &text)
        text.append("·")
        uyghurMen.append(any: &random, to: &text)
      }
      return nil
    }
    let surname = surnames.pick(&random)
    surnames.append(surname, to: &text)
    let given =
      birthYear < 1966
      ? (male ? menEarly : womenEarly)
      : birthYear < 1990 ? (male ? menMiddle : womenMiddle) : (male ? menLate : womenLate)
    let first = given.pick(&random)
    if random.chance(1) {
      rare.append(any: &random, to: &text)
      return surname
    }
    given.append(first, to: &text)
    if !random.chance(birthYear < 1966 ? 90 : 160) {
      let second = given.pick(&random)
      // The same character twice is a child's name of late.
      if second != first || (birthYear >= 1990 && given[first] != surnames[surname]) {
        given.append(second, to: &text)
      }
    }
    return surname
  }

  /// Appends a name in Latin letters, as a passport has it.
  func appendForeign(_ random: inout SampleRandom, to text: inout [UInt8]) {
    foreign.append(any: &random, to: &text)
    text.append(0x20)
    foreignGiven.append(any: &random, to: &text)
  }

  var surnameCount: Int { surnames.count }
  var pinyinCount: Int { pinyin.count }

  func appendPinyin(_ surname: Int, to text: inout [UInt8]) { pinyin.append(surname, to: &text) }
}
