"""Names that people give of themselves and their family: 我叫…, 我是…, 本人…, 姓名：….

Chinese names look like ordinary words, so a name is masked only after such an opening. 我是老人,
我是个体户 and 我是南湖区的 say what somebody is and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int, str]

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁"
    "任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷龙黎史陶贺毛郝顾龚邵万覃武钱"
    "戴严莫孔向常汤康易乔文施洪季尤邢安柴裴申谷甄柯凌卞裘宁岳佟祁齐殷葛章樊兰倪聂焦翟路盛庞莎耿关柳温"
    "高梅牛童管费俞辛蓝鲁纪涂左米成鲍欧骆包房管项祝伍解应屈游阮卓单车翁褚詹冉景"
)
_COMPOUND = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|独孤|长孙"
_HAN = "[\u4e00-\u9fff]"
_OPENING = (
    r"(?:(?P<called>(?:我|本人|他|她|俺)的?(?:名字)?叫(?:做|作)?|(?:名字|姓名)(?:是|叫|为)?|名叫|"
    r"(?:爸|妈|爹|娘|父亲|母亲|孩子|儿子|女儿|老公|老婆|丈夫|妻子|爱人|爷爷|奶奶|外公|外婆|老伴)叫|"
    r"(?:申请人|联系人|户主)(?=[: ]))"
    r"|(?P<am>我是|俺是|本人是|本人))[: ]{0,2}"
)
_NAME = re.compile(rf"{_OPENING}(?P<name>(?:{_COMPOUND}){_HAN}{{1,2}}|[{_SURNAMES}]{_HAN}{{1,2}})")
# What may follow a name directly; anything else makes it part of a longer word.
_AFTER = (
    r"(?:[^\u4e00-\u9fff]|$|家住|住在|住|家在|身份证|电话|手机|联系|户口|户籍|现年|今年|来自|出生|性别|"
    r"[想要咨求问请在从到和与系有没已现因由是男女去把]|的(?:身份|电话|手机|户口|父|母|爸|妈|儿|女|孩)|"
    r"20\d\d|19\d\d)"
)
_BOUNDARY = re.compile(_AFTER)
# Ordinary words that begin like a surname, and endings that say what somebody is.
_WORDS = re.compile(
    r"(?:高中|高校|高龄|高层|高管|高级|高新|应届|应聘|毕业|单位|单身|单亲|单独|单方|房东|房主|房管|房客|"
    r"车主|车间|车位|包工|包车|安置|安装|安徽|安全|温州|温和|江西|江苏|江北|江南|黄河|石家|常住|常年|"
    r"常德|常州|武汉|武警|成都|成年|成人|金融|金华|方便|方才|康复|文员|文化|文科|文盲|管理|管道|管线|"
    r"任职|任教|任何|关于|关心|齐齐|兰州|宁波|宁夏|夏天|白天|白领|白云|白血|万一|万分|万州|万人|严重|"
    r"严格|童工|牛肉|马上|马路|路过|路边|向来|项目|施工|解放|游客|游泳|孔雀|龙岗|龙华|湖北|曾经|曾在|"
    r"何时|何种|何处|于今|于去|于明|于本|于上|于前|于近|于是|易地|易怒|左右|盛夏|成功|金属|洪水|"
    r"顾客|程序|申请|申报|申办|包括|解除|祝愿|莫名|景区|欧洲|米粉|蓝领|梅州|温馨|路政|"
    r"车费|车去|车来|车回|车到|车送|车被|车的|关闭|关门|向上|向社|项链|章程|管辖|明白)"
)
_KIND_ENDINGS = "人户员者区市县省镇乡村路街岁工师生商司岗校院局所店厂族"


def names(text: str) -> Iterator[Span]:
    """Names after an opening in which people introduce somebody."""
    for match in _NAME.finditer(text):
        start, name = match.start("name"), match.group("name")
        length = _length(text, start, name, strict=match.group("am") is not None)
        if length:
            yield start, start + length, "〔姓名〕"


def _length(text: str, start: int, name: str, strict: bool) -> int:
    """How many characters the name has; 0 when it is no name.

    ``strict``: after 我是 or 本人 only a name that ends visibly is one.
    """
    if _WORDS.match(name):
        return 0
    shortest = 3 if re.match(_COMPOUND, name) else 2
    for length in range(len(name), shortest - 1, -1):
        ends = _BOUNDARY.match(text, start + length)
        if ends and not (strict and name[length - 1] in _KIND_ENDINGS):
            return length
    # After 我叫 a name follows for certain: better one character too many than half a name.
    return 0 if strict else len(name)
