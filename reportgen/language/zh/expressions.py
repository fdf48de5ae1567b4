"""Expressions of templates, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

_NEAR = "是否应为{near:quoted or}？"

MESSAGES: dict[str, Entry] = {
    # a tag that cannot be read
    "no-filter": "没有名为“{name}”的过滤器。",
    "no-test": "没有名为“{name}”的判断词。",
    "meaningless-character": "此处不能出现字符“{character}”。",
    "tag-ends-early": "标签过早结束，此处应为{wanted}。",
    "wrong-token": "此处应为{wanted}，却写了“{found}”。",
    "cannot-be-read": "标签无法解读{said:?：{said}|}。",
    "too-deep-to-read": "标签嵌套过深，或其中的数字过长。",
    "end-of-tag": "标签结尾",
    "expression": "表达式",
    "token": "“{token}”",
    # an expression that failed
    "cannot-be-worked-out": "表达式无法计算：{why}。",
    "division-by-zero": "除数为零",
    "not-a-number": "不是可计算的数值",
    "not-to-be-called": "其后不能加括号“()”",
    "values-missing": "括号内缺少{names:and}",
    "unknown-value": "括号内不能使用{names:and}",
    "too-many-values": "括号内的值过多",
    "no-list": "所遍历的不是列表，或其各项的组成少于名称数",
    "number-needed": "此处应为整数",
    "unlike-values": "各值种类不同；计算和比较请用“.原值”（.raw）",
    "too-large": "数值过大",
    "too-deep": "嵌套过深",
    "out-of-reach": "超出模板允许的范围",
    "wrong-type": "值的类型不适用于该运算",
    "wrong-value": "值不适用于该运算",
    "no-such-item": "没有所取的项",
    "other-failure": "其中一步无法进行",
    "unknown": "名称“{name}”不存在",
    "no-member": "没有名为“{name}”的内容",
    "refused": "模板不能使用“{name}”",
    "no-else": "条件不成立，又没有写“else”",
    "too-slow": "填充模板超过{limit}秒（见 pack.toml 的 [limits] 中 seconds）",
    "too-much-memory": "填充模板产生的值超过{limit} MiB（见 pack.toml 的 [limits] 中 memory_mib）",
    "too-much-output": "填充模板写出的内容超过{limit} MiB（见 pack.toml 的 [limits] 中 output_mib）",
    "range-too-long": "循环次数超过{limit}次",
    "format-too-wide": "数值格式宽于{limit}个字符",
    "more-than-allowed": "{size}超过模板允许的上限{limit}",
}

FINDINGS: dict[str, Advice] = {
    "unknown-name": Advice("名称“{name}”不存在。", f"{{near:?{_NEAR}|请改用数据中已有的名称。}}"),
    "unknown-name/member": Advice(
        "“{owner}”没有名为“{name}”的内容。", f"{{near:?{_NEAR}|请改用数据中已有的名称。}}"
    ),
    "unknown-name/item": Advice("列表中没有第 {name} 项。", "请从 0 开始计数，或用 {% for %} 逐项写出。"),
    "no-value/empty": Advice("此处没有值：列表为空。", "请先用 {% if %} 判断列表。"),
    "unknown-name/refused": Advice("模板不能使用“{name}”。", f"{{near:?{_NEAR}|请改用数据中已有的名称。}}"),
    "undefined-used": Advice("{reason}", f"{{near:?{_NEAR}|请改用数据中已有的名称。}}"),
    "undefined-used/tag": Advice("{reason}", "请检查“{tag}”。"),
    "near-tag/statement": Advice(
        "“{written}”不是标签，会原样留下。", "请写成 {% 和 %}，花括号与百分号之间不留空格。"
    ),
    "near-tag": Advice("“{written}”不是标签，会原样留下。", "请写成 {{ {expression} }}，两侧各两个花括号。"),
    "no-value/missing": Advice(
        "此处没有值{value:?（{value}）}。",
        "请写 {{ … if … is not none else “无” }}，或用 {% if %} 略去该行；default(…, true) 和“or”会把 0 也替换掉。",
    ),
    "no-value/list": Advice("此处是列表，而不是单个值。", "请用 {% for %} 逐项写出，或用 |join('、') 连接。"),
    "no-value/method": Advice("此处写的是方法，而不是值。", "请加上括号：name()。"),
    "no-value/whole": Advice(
        "表、图、图片、注释、引用或带格式的文字与其他文字连接时会失去其内容或格式。",
        "请为它单独写一个标签。",
    ),
    "no-value/group": Advice(
        "此处本身不是值。", "{members:?请写出其中一项：{members:quoted or}。|请写出其中一项。}"
    ),
    "no-value/object": Advice(
        "此处是一个对象，本身没有可显示的值。",
        "{members:?请写出其中一项：{members:quoted or}。|请向模板提供文字、数值或日期。}",
    ),
    "expression-failed": Advice("{reason}", "请让模板少做一些，或提高上限。"),
    "expression-failed/value": Advice("{reason}", "请改正标签或数据。"),
    "no-value": Advice("{reason}"),
    "expression-failed/tag": Advice("{reason}", "请检查“{tag}”。"),
    "open-tag": Advice("标签没有结束：缺少“}}”、“%}”或“#}”。", "请在同一段落内补上结束符号。"),
    "empty-tag": Advice("标签是空的。", "请写入名称，或删除该标签。"),
    "unavailable-tag": Advice("模板中不能使用“{keyword}”。", "请删除该标签。"),
    "unknown-statement": Advice("没有“{keyword}”这种语句。", "要显示内容，请用 {{ }} 代替 {% %}。"),
    "unknown-statement/near": Advice("没有“{keyword}”这种语句。", _NEAR),
    "unknown-filter/filter": Advice("没有名为“{name}”的过滤器。", f"{{near:?{_NEAR}|请改正该标签。}}"),
    "unknown-filter/test": Advice("没有名为“{name}”的判断词。", f"{{near:?{_NEAR}|请改正该标签。}}"),
    "tag-syntax": Advice("{problem}", "请改正该标签。"),
    "open-block": Advice("此处打开的“{block}”没有结束。", "请在相应内容之后加上 {% {end} %}。"),
    "stray-block-end/after-else": Advice(
        "“{keyword}”出现在同一语句的“else”之后。", "请移到“else”之前，或删除该标签。"
    ),
    "stray-block-end": Advice(
        "“{keyword}”之前没有打开的“{block}”。", "请在前面用 {% {block} … %} 打开，或删除该标签。"
    ),
}
