namespace Shuke.Server.Modules.Catalog;

/// <summary>Why the catalogue may say no; what is wrong with a product itself is in Core.Catalog.CatalogReasons.</summary>
public static class GoodsReasons
{
    public static readonly Reason BarcodeTaken = new(
        "barcode_taken",
        RefusalKind.Conflict,
        "条码 {barcode} 已经是“{name}”的了。如果两个商品确实用同一个条码,请勾选“允许同条码”,收银时会询问是哪一个。",
        "The barcode {barcode} belongs to “{name}” already. If both really carry it, allow sharing: the till will then ask which one it is."
    );
    public static readonly Reason BarcodeUnknown = new(
        "barcode_unknown",
        RefusalKind.Missing,
        "没有条码为 {barcode} 的商品。请再扫一次,或按快速收款录入。",
        "Nothing carries the barcode {barcode}. Scan again, or ring it up as a quick sale."
    );
    public static readonly Reason CategoryTaken = new(
        "category_name_taken",
        RefusalKind.Conflict,
        "这里已经有“{name}”分类了。",
        "There is a category “{name}” here already."
    );
    public static readonly Reason CategoryLoop = new(
        "category_loop",
        RefusalKind.Rule,
        "分类不能放到它自己或它的下级里面。",
        "A category cannot be put inside itself."
    );
    public static readonly Reason CategoryTooDeep = new(
        "category_too_deep",
        RefusalKind.Rule,
        "分类最多 {max} 层。",
        "Categories nest at most {max} levels."
    );
    public static readonly Reason CategoryInUse = new(
        "category_in_use",
        RefusalKind.Conflict,
        "“{name}”里还有 {count} 个商品或下级分类,请先移走。",
        "“{name}” still holds {count} products or categories; move them first."
    );
    public static readonly Reason CostNotYours = new(
        "goods_cost_not_allowed",
        RefusalKind.Forbidden,
        "您没有“查看进价”权限,不能修改进价。",
        "Without the permission to see costs you cannot change them."
    );
    public static readonly Reason ImportNotDraft = new(
        "import_already_started",
        RefusalKind.Conflict,
        "这次导入已经开始,不能再改。",
        "This import has started and cannot be changed."
    );
    public static readonly Reason ImportUndone = new(
        "import_undone",
        RefusalKind.Conflict,
        "这次导入已经撤销。",
        "This import has been undone."
    );
    public static readonly Reason ImportRunning = new(
        "import_running",
        RefusalKind.Conflict,
        "导入正在进行,请等它完成或先取消。",
        "The import is running; wait for it or cancel it first."
    );
    public static readonly Reason ImportNotRunning = new(
        "import_not_running",
        RefusalKind.Conflict,
        "导入没有在进行。",
        "The import is not running."
    );
    public static readonly Reason ImportFinished = new(
        "import_finished",
        RefusalKind.Conflict,
        "这次导入已经全部完成。",
        "This import is complete."
    );
    public static readonly Reason ColumnMissing = new(
        "import_column_missing",
        RefusalKind.Rule,
        "请指明哪一列是{field}。",
        "Say which column holds: {field}."
    );
    public static readonly Reason ColumnTwice = new(
        "import_column_twice",
        RefusalKind.Rule,
        "第 {column} 列被用了两次。",
        "Column {column} is used twice."
    );
    public static readonly Reason ColumnUnknown = new(
        "import_column_unknown",
        RefusalKind.Rule,
        "表格没有第 {column} 列。",
        "The table has no column {column}."
    );
    public static readonly Reason DecisionsMissing = new(
        "import_decisions_missing",
        RefusalKind.Rule,
        "还有 {count} 处重复没有决定,请先逐个或一次全部决定。",
        "{count} duplicates are undecided; decide them one by one or all at once."
    );
    public static readonly Reason ChoiceImpossible = new(
        "import_choice_impossible",
        RefusalKind.Rule,
        "“{key}”不能这样处理。",
        "This choice is not possible for “{key}”."
    );
    public static readonly Reason NoSuchGroup = new(
        "import_group_unknown",
        RefusalKind.Missing,
        "“{key}”没有重复,不需要决定。",
        "“{key}” is no duplicate; there is nothing to decide."
    );
    public static readonly Reason ImportBuiltUpon = new(
        "import_built_upon",
        RefusalKind.Conflict,
        "已经有 {count} 个商品在导入后被修改或使用(如“{name}”),不能整体撤销。",
        "{count} of the products were changed or used since (such as “{name}”), so the import cannot be undone as a whole."
    );
    public static readonly Reason NothingToExport = new(
        "export_empty",
        RefusalKind.Rule,
        "没有可导出的商品。",
        "There are no goods to export."
    );
    public static readonly Reason QuestionEmpty = new(
        "find_question_empty",
        RefusalKind.Rule,
        "请输入条码、编号、名称或拼音。",
        "Enter a barcode, a code, a name or pinyin."
    );

    public static readonly Reason ScalePrefixWrong = new(
        "scale_prefix_wrong",
        RefusalKind.Rule,
        "电子秤条码的前缀是 1 到 2 位数字。",
        "Labels of scales begin with one or two digits."
    );
}
