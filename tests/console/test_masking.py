"""What is taken out of a citizen's words, and what has to stay."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.masking import mask

# All numbers are made up; identity numbers carry a correct check digit where one is claimed.
HIDDEN = [
    ("身份证11010119900307123X办居住证", "身份证〔身份证号〕办居住证"),
    ("11010519491231002X 能领高龄津贴吗", "〔身份证号〕 能领高龄津贴吗"),
    ("号码是11010519491231002x，", "号码是〔身份证号〕，"),
    ("１１０１０５１９４９１２３１００２Ｘ", "〔身份证号〕"),
    ("110105 19491231 002X", "〔身份证号〕"),
    ("110105-19491231-002X", "〔身份证号〕"),
    ("2024年 110105 1949 1231 002X 提交", "2024年 〔身份证号〕 提交"),
    ("老证110105491231002查询", "老证〔身份证号〕查询"),
    ("我的身份证号是：110105194912310021 打错一位", "我的身份证号是：〔身份证号〕 打错一位"),
    ("我电话13800138000", "我电话〔手机号〕"),
    ("138 0013 8000回我", "〔手机号〕回我"),
    ("138-0013-8000", "〔手机号〕"),
    ("+8613800138000", "〔手机号〕"),
    ("+86 138 0013 8000", "〔手机号〕"),
    ("0086-13800138000", "〔手机号〕"),
    ("８６１３８００１３８０００", "〔手机号〕"),
    ("１３８００１３８０００元旦后联系", "〔手机号〕元旦后联系"),
    ("两个号13800138000、19912345678", "两个号〔手机号〕、〔手机号〕"),
    ("打0571-88886666没人接", "打〔电话〕没人接"),
    ("(010)66668888转801", "〔电话〕"),
    ("（021）6666 8888", "〔电话〕"),
    ("02566668888", "〔电话〕"),
    ("座机：6886123", "座机：〔电话〕"),
    ("联系电话 8866-1234", "联系电话 〔电话〕"),
    ("卡号6222021234567890128", "卡号〔银行卡号〕"),
    ("卡号6222 0212 3456 7890 128", "卡号〔银行卡号〕"),
    ("4111-1111-1111-1111 能刷吗", "〔银行卡号〕 能刷吗"),
    ("社保卡银行号1234567812345670", "社保卡银行号〔银行卡号〕"),
    ("粤B12345违停", "〔车牌号〕违停"),
    ("粤B·12345违停", "〔车牌号〕违停"),
    ("我的车京AD12345是新能源", "我的车〔车牌号〕是新能源"),
    ("沪a6f123能进城吗", "〔车牌号〕能进城吗"),
    ("京A1234学怎么年检", "〔车牌号〕怎么年检"),
    ("发到zhang.san@example.com", "发到〔邮箱〕"),
    ("邮箱ａｂｃ＠ｅｘａｍｐｌｅ．ｃｏｍ，谢谢", "邮箱〔邮箱〕，谢谢"),
    ("微信号：lin_lan2024", "微信号：〔账号〕"),
    ("加微信:linlan2024", "加微信:〔账号〕"),
    ("我QQ123456789", "我QQ〔账号〕"),
    ("qq号是 12345678", "qq号是 〔账号〕"),
    ("微信号13800138000", "微信号〔手机号〕"),
    ("护照E12345678丢了", "护照〔护照号〕丢了"),
    ("EA1234567过期", "〔护照号〕过期"),
    ("港澳通行证C12345678", "港澳通行证〔护照号〕"),
    ("住3栋2单元501", "住〔门牌〕"),
    ("锦绣花园３栋２单元５０１室漏水", "锦绣花园〔门牌〕漏水"),
    ("三栋二单元501室", "〔门牌〕"),
    ("5幢301室", "〔门牌〕"),
    ("12号楼1203", "〔门牌〕"),
    ("建设路88号要拆迁吗", "建设路〔门牌〕要拆迁吗"),
    ("人民路甲88-2号", "人民路〔门牌〕"),
    ("柳树巷7号院", "柳树巷〔门牌〕"),
    ("长宁路15弄3号", "长宁路〔门牌〕"),
    ("和平小区8号", "和平小区〔门牌〕"),
    ("和平小区3-2-501", "和平小区〔门牌〕"),
    ("李家村45号宅基地", "李家村〔门牌〕宅基地"),
    ("我叫张三", "我叫〔姓名〕"),
    ("我叫李小明家住南湖区", "我叫〔姓名〕家住南湖区"),
    ("我叫欧阳小明，想问公积金", "我叫〔姓名〕，想问公积金"),
    ("我的名字叫陈晨今年6岁", "我的名字叫〔姓名〕今年6岁"),
    ("姓名：周海", "姓名：〔姓名〕"),
    ("我是王芳，身份证丢了", "我是〔姓名〕，身份证丢了"),
    ("我是刘德海想问低保", "我是〔姓名〕想问低保"),
    ("本人赵敏，女", "本人〔姓名〕，女"),
    ("我儿子叫林小宝能上哪所小学", "我儿子叫〔姓名〕能上哪所小学"),
]

KEPT = [
    "临政发〔2024〕3号还有效吗",
    "临公积金〔2024〕3号第十二条",
    "国办发2019年61号",
    "国办发〔2017〕47号 国令第711号",
    "第20条第一款第(三)项",
    "20号令什么时候施行",
    "人民路街道20号文件",
    "地铁建设路1号线",
    "2024年3月5日到2025-12-31",
    "2021 2022 2023 2024 四年的数据",
    "２０２４年１２月",
    "最低工资2360元，占35.5%",
    "投资13800138000元",
    "补贴1500000.50元",
    "打12345、12333、12329、110没用",
    "全国热线400-800-8888",
    "索引号11441702007280420Y/2021-00050",
    "索引号114403006955506492/2021-00426",
    "110105194913310021 不是日期",
    "3室2厅120平方米",
    "小区新建5栋12层住宅",
    "老旧小区一共3栋楼",
    "建了5栋120套",
    "我是老人",
    "我是个体户，怎么交社保",
    "我是南湖区的",
    "我是高中生",
    "我是应届毕业生",
    "我是石家庄人",
    "我是温州人，来这里租房",
    "我是安置户",
    "我是单亲妈妈",
    "我是车主",
    "本人高龄，没有收入",
    "本人于2020年退休",
    "本人常年在外打工",
    "我叫了救护车",
    "我叫车费用多少",
    "执行新GB55011-2021标准",
    "粤B2-20200001",
    "京ICP备12345678号",
    "微信公众号怎么查公积金",
    "K12345次列车",
    "第501条",
    "每月20号发养老金",
    "李家村20号停电",
]


@pytest.mark.parametrize(("words", "masked"), HIDDEN)
def test_personal_data_is_replaced(words: str, masked: str) -> None:
    assert mask(words) == masked


@pytest.mark.parametrize("words", KEPT)
def test_what_staff_need_stays(words: str) -> None:
    assert mask(words) == words


def test_invisible_characters_do_not_hide_a_number() -> None:
    assert mask("138\u200b0013\u200b8000") == "〔手机号〕"


PIECES = st.sampled_from(
    [words for words, _ in HIDDEN] + KEPT + list("0123456789Xx -〔〕号栋单元室我叫王粤B@.，")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=8).map("".join))
def test_masking_twice_is_masking_once(words: str) -> None:
    once = mask(words)
    assert mask(once) == once


@settings(max_examples=200, deadline=None)
@given(
    st.from_regex(r"\A1[3-9][0-9]{9}\Z"),
    st.sampled_from(["", "电话", "，", "请打 ", "（"]),
    st.sampled_from(["", "，", "谢谢", "）", " 王"]),
)
def test_no_mobile_number_survives(number: str, before: str, after: str) -> None:
    assert number not in mask(before + number + after)


@settings(max_examples=200, deadline=None)
@given(st.dates(), st.integers(1, 999))
def test_dates_and_document_numbers_survive(day: date, serial: int) -> None:
    written = f"{day.year}年{day.month}月{day.day}日"
    words = f"临政发〔{day.year:04}〕{serial}号，{day.isoformat()}，{written}"
    assert mask(words) == words


# The weights and the table of check characters come from GB 11643.
@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["110105", "330106", "440305", "652301"]),
    st.dates(min_value=date(1900, 1, 1)),
    st.integers(0, 999),
)
def test_every_valid_identity_number_is_found(area: str, born: date, order: int) -> None:
    if born.year > 2099:
        return
    body = f"{area}{born:%Y%m%d}{order:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    check = "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]
    assert mask(f"我的号码{body}{check}。") == "我的号码〔身份证号〕。"
