import Findings
import Records

/// The wording of the workbooks.
struct BranchWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func pick(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  var noBranch: String { pick("未分配机构", "no-branch") }
  var noOwner: String { pick("（未登记客户经理）", "(no customer manager)") }
  var title: String { pick("客户数据整改清单", "Customer data to be put right") }

  // Sheets.
  var guideSheet: String { pick("说明", "Read me") }
  func listSheet(_ number: Int) -> String {
    pick("清单", "List") + (number == 1 ? "" : String(number))
  }
  var summarySheet: String { pick("汇总", "Summary") }

  // The list.
  var number: String { pick("序号", "No.") }
  var customer: String { pick("客户名称", "Name") }
  var record: String { pick("客户编号/账号", "Customer or account") }
  var party: String { pick("客户类型", "Kind") }
  var owner: String { pick("客户经理", "Customer manager") }
  var severity: String { pick("严重程度", "Severity") }
  var problem: String { pick("问题", "Problem") }
  var claim: String { pick("说明", "What is wrong") }
  var element: String { pick("数据项", "Data element") }
  var value: String { pick("现值", "Current value") }
  var expected: String { pick("应为", "Expected") }
  var suggestion: String { pick("建议值", "Suggested value") }
  var confidence: String { pick("置信度(%)", "Confidence (%)") }
  var evidence: String { pick("依据", "Evidence") }
  var action: String { pick("处理方式", "How to handle") }
  var remedy: String { pick("整改要求", "Remedy") }
  var answer: String { pick("反馈结果", "Answer") }
  var corrected: String { pick("更正后的值", "Corrected value") }
  var remarks: String { pick("备注", "Remarks") }
  var findingID: String { pick("问题编号（勿改）", "Finding (leave as is)") }
  var choosePrompt: String { pick("请从下拉列表中选一项", "Choose from the list") }
  var chooseError: String {
    pick("请从下拉列表中选一项；其他情况写在“备注”", "Choose from the list; put anything else under Remarks")
  }

  // The guide.
  var bank: String { pick("银行", "Bank") }
  var branch: String { pick("机构", "Branch") }
  var asOf: String { pick("数据日期", "Data of") }
  var deadline: String { pick("反馈截止", "Answer by") }
  var contact: String { pick("联系人", "Contact") }
  var workload: String { pick("本次任务", "To do") }
  func workload(_ counts: BranchCounts) -> String {
    let (all, customers) = (Grouped.text(counts.findings), Grouped.text(counts.customers))
    let contacts = Grouped.text(counts.toContact)
    return pick(
      "\(all) 个问题，涉及 \(customers) 个客户（账户、交易），其中 \(contacts) 个需要联系客户",
      "\(all) findings on \(customers) customers (accounts, transactions); \(contacts) have to be contacted"
    )
  }
  var purpose: String { pick("这是什么", "What this is") }
  var purposeText: String {
    pick(
      "总行对客户数据作了核对，本工作簿列出本机构负责的客户中需要处理的问题。清单按客户排列：一个客户的问题都排在一起，联系一次即可一并办完；有“阻断报送”问题的客户排在最前面，请先办。",
      "Head office has checked the customer data. This workbook lists what is to be handled at your branch. All findings on a customer stand together, so that one contact settles them; customers whose data block a regulator's report come first."
    )
  }
  var stepsTitle: String { pick("怎么做", "How to answer") }
  func steps(deadline: Day?) -> [String] {
    let day = deadline?.description
    return language == .zh
      ? [
        "打开“清单”。可以按“客户经理”筛选，分给各人办理。",
        "逐个客户看“问题”“现值”“建议值”“依据”，按“处理方式”和“整改要求”办理，并在业务系统中更正。",
        "每一行在黄色的“反馈结果”中选一项；改成了别的值的，填“更正后的值”；需要说明的，写在“备注”。",
        "除黄色的三栏外，请不要改动其他内容，不要删除行和列。“问题编号”用来对应回收的结果。",
        "全部填好后保存，"
          + (day.map { "于 \($0) 前" } ?? "") + "把本文件交回总行。",
      ]
      : [
        "Open the sheet List. Filter by customer manager to share out the work.",
        "Look at problem, current value, suggested value and evidence, do what How to handle and Remedy say, and correct the value in the banking system.",
        "Choose an answer in every row, in the yellow column; enter another value under Corrected value; explain under Remarks.",
        "Leave all but the yellow columns as they are, and delete no rows or columns: the finding's number links your answer to the finding.",
        "Save the file and return it to head office" + (day.map { " by \($0)" } ?? "") + ".",
      ]
  }
  var actionsTitle: String { pick("“处理方式”的含义", "How to handle") }
  func meaning(of action: Action) -> String {
    switch action {
    case .auto:
      pick(
        "由总行按标准统一更正，不用联系客户；只在“汇总”中列数，供知悉。",
        "Head office corrects it by rule; shown as a number in Summary only.")
    case .confirm:
      pick(
        "已有建议值（来自外部登记信息或推算）。请向客户确认后更正。",
        "There is a suggestion, from outside data or worked out: have the customer confirm it.")
    case .contact:
      pick("只有客户知道。请联系客户补充或更正。", "Only the customer knows: ask for the value.")
    case .review:
      pick(
        "行内人员查档案、查系统即可判断；确有必要时再联系客户。",
        "Someone at the bank decides from files and systems; contact the customer only if need be.")
    }
  }
  var severitiesTitle: String { pick("“严重程度”的含义", "Severity") }
  func meaning(of severity: Severity) -> String {
    switch severity {
    case .blocking:
      pick("监管报送会被退回，请最先处理。", "A regulator's interface would refuse the record: first.")
    case .error: pick("应在截止日前更正。", "To be put right by the deadline.")
    case .notice:
      pick("提醒注意，联系客户时顺便核对即可。", "Worth a look when you talk to the customer anyway.")
    }
  }
  var answersTitle: String { pick("“反馈结果”的选项", "Answers") }
  var privacyTitle: String { pick("保密", "Confidential") }
  var privacy: String {
    pick(
      "本文件含客户个人信息，仅限办理本次整改使用。请勿外传，交回后按行内规定删除。",
      "This file holds personal data. Use it for this task only, pass it on to nobody else, and delete it after returning it."
    )
  }
  var footer: String { pick("内部资料 含客户信息", "Internal: customer data") }

  // The summary.
  var byRule: String { pick("按问题", "By problem") }
  var bySeverity: String { pick("按严重程度", "By severity") }
  var byAction: String { pick("按处理方式", "By handling") }
  var byOwner: String { pick("按客户经理", "By customer manager") }
  var forInformation: String { pick("仅供知悉", "For information") }
  var forInformationRemark: String {
    pick("由总行统一更正，不用办理", "corrected by head office, nothing to do")
  }
  var findings: String { pick("问题数", "Findings") }
  var customers: String { pick("客户数", "Customers") }
}

/// Whole numbers with their thousands apart.
enum Grouped {
  static func text(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }
}
