package dev.avow.detector.names;

import dev.avow.detector.api.Finding;
import java.util.List;

/**
 * Names in Han, Kana and Hangul. These scripts write no blanks between words, so a name is taken
 * for one only where a common family name stands and something beside it says so: a cue before
 * ({@code 姓名：}, {@code 我叫}, {@code お名前}, {@code 이름}), an honorific after ({@code 先生}, {@code さん},
 * {@code 씨}), or, in Japanese, a usual ending of given names.
 *
 * <p>Sources: the family names are the most borne ones by the censuses of China (2020), Taiwan
 * (2018) and Korea (2015) and by Japanese telephone books; all are facts, none was copied.
 */
final class EastAsianNames {

    private static final String CHINESE =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁"
                    + "任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武"
                    + "钱戴严莫孔向常張劉陳楊黃趙吳孫馬鄭謝許韓鄧馮蕭葉蘇呂盧鍾譚陸韋賈鄒龔錢嚴蔣";
    private static final List<String> JAPANESE =
            List.of(
                    "佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "渡邊", "山本", "中村", "小林", "加藤", "吉田", "山田",
                    "佐々木", "山口", "松本", "井上", "木村", "斎藤", "斉藤", "齋藤", "清水", "山崎", "阿部", "池田", "橋本",
                    "石川", "山下", "中島", "石井", "小川", "前田", "岡田", "長谷川", "藤田", "後藤", "近藤", "村上", "遠藤",
                    "青木", "坂本", "福田", "太田", "西村", "藤井", "岡本", "三浦", "金子", "藤原", "中野", "中川", "原田",
                    "松田", "竹内", "小野", "田村", "中山", "和田", "石田", "森田", "上田", "内田", "柴田", "酒井", "宮崎",
                    "横山", "高木", "安藤", "宮本", "大野", "小島", "谷口", "今井", "工藤", "高田", "増田", "丸山", "杉山",
                    "村田", "大塚", "新井", "小山", "平野", "藤本", "河野", "上野", "武田", "野口", "松井", "千葉", "菅原",
                    "久保", "佐野", "松尾", "野村", "菊地", "菊池", "木下", "市川", "古川");
    private static final String KOREAN = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현함변염";
    private static final String KOREAN_GIVEN =
            "민서준윤지우현영수진희경숙자철호훈석연은정혜미라나빈재동건태승용성원주하예아유인도시선상종광기명병보소순옥"
                    + "완욱율의일찬창채춘탁한해향형화환효규국균근남덕두란람래련림모문범복봉비산삼설세솔슬";
    private static final String JAPANESE_GIVEN_END = "子美一郎太介彦雄夫樹也斗翔香奈恵代江平治司志生男次朗人輝真菜花咲";

    private static final List<String> CUES =
            List.of(
                    "姓名", "我叫", "我是", "名叫", "名字", "联系人", "聯絡人", "收件人", "寄件人", "患者", "病人", "客户",
                    "客戶", "申请人", "申請人", "原告", "被告", "法定代表人", "负责人", "作者", "记者", "尊敬的", "亲爱的", "氏名",
                    "名前", "担当", "担当者", "申請者", "代表者", "差出人", "宛名", "宛先", "私は", "이름", "성명", "저는",
                    "제이름은", "고객", "환자", "담당자", "담당", "작성자", "신청인", "수신", "발신", "대표", "예금주", "나는",
                    "보호자");
    private static final List<String> CHINESE_AFTER =
            List.of(
                    "先生", "女士", "小姐", "老师", "老師", "医生", "醫生", "教授", "经理", "經理", "同学", "同志", "律师",
                    "主任");
    private static final List<String> JAPANESE_AFTER =
            List.of(
                    "さん", "様", "さま", "氏", "先生", "君", "くん", "ちゃん", "殿", "課長", "部長", "社長", "教授",
                    "医師");
    private static final List<String> KOREAN_AFTER =
            List.of(
                    "씨", "님", "입니다", "이에요", "예요", "이라고", "라고", "군", "양", "과장", "부장", "대리", "팀장",
                    "사원", "교수", "선생", "의사", "박사", "기자", "대표", "께서", "에게");

    /** Follows a name, never part of a Chinese one. */
    private static final String CHINESE_STOP = "的是在和与與于於住了说說，有来來从從也先女您你您将將对對已就不性电電生出";

    private static final int FARTHEST = 4;

    private EastAsianNames() {}

    /** Adds the names in the tokens of these scripts. */
    static void find(char[] text, Tokens t, Unescaped plain, List<Finding> findings) {
        int done = 0;
        for (int i = t.first(); i < t.last(); i++) {
            if (t.shape[i] == Tokens.EAST_ASIAN && t.end[i] > done) {
                int from = Math.max(done, t.start[i]);
                done = find(text, from, t.end[i], plain, findings);
            }
        }
    }

    /** Returns how far it looked: a name with a blank ends in the next token. */
    private static int find(
            char[] text, int from, int to, Unescaped plain, List<Finding> findings) {
        int at = from;
        while (at < to) {
            int end = name(text, from, at, plain.length());
            if (end > at) {
                findings.add(
                        new Finding(
                                NameDetector.PERSON,
                                plain.at(at),
                                plain.end(end),
                                0.7,
                                Finding.Reason.CONTEXT));
                at = end;
            } else {
                at++;
            }
        }
        return at;
    }

    /** Where the name that begins at a place ends; the place itself where there is none. */
    private static int name(char[] text, int from, int at, int length) {
        char c = text[at];
        if (c >= 0xAC00) {
            boolean begins = at == from || text[at - 1] == ':';
            return begins && KOREAN.indexOf(c) >= 0 ? korean(text, at, length) : at;
        }
        int japanese = japanese(text, at, length);
        if (japanese > at) {
            return japanese;
        }
        return CHINESE.indexOf(c) >= 0 ? chinese(text, from, at, length) : at;
    }

    private static int korean(char[] text, int at, int length) {
        int end = at + 3;
        if (end > length
                || KOREAN_GIVEN.indexOf(text[at + 1]) < 0
                || KOREAN_GIVEN.indexOf(text[at + 2]) < 0) {
            return at;
        }
        int after = end < length && text[end] == ' ' ? end + 1 : end;
        return startsAny(text, after, length, KOREAN_AFTER)
                        || (hasCue(text, at) && !hangul(text, end + 2, length))
                ? end
                : at;
    }

    private static boolean hangul(char[] text, int at, int length) {
        return at < length && text[at] >= 0xAC00 && text[at] <= 0xD7A3 && text[at - 1] >= 0xAC00;
    }

    private static int japanese(char[] text, int at, int length) {
        for (String family : JAPANESE) {
            if (text[at] != family.charAt(0) || !starts(text, at, length, family)) {
                continue;
            }
            int end = at + family.length();
            if (startsAny(text, end, length, JAPANESE_AFTER)) {
                return end;
            }
            boolean blank = end < length && (text[end] == ' ' || text[end] == 0x3000);
            int given = blank ? end + 1 : end;
            int stop = given;
            while (stop < length && stop - given < 4 && isHan(text[stop])) {
                stop++;
            }
            for (int n = Math.min(3, stop - given); n >= 1; n--) {
                boolean ends = n == stop - given;
                boolean honoured = startsAny(text, given + n, length, JAPANESE_AFTER);
                boolean usual = n >= 2 && JAPANESE_GIVEN_END.indexOf(text[given + n - 1]) >= 0;
                if (honoured || (ends && (usual || hasCue(text, at)))) {
                    return given + n;
                }
            }
            return hasCue(text, at) ? end : at;
        }
        return at;
    }

    private static int chinese(char[] text, int from, int at, int length) {
        boolean cued = hasCue(text, at);
        boolean begins = cued || at == from;
        for (int end = at + 1; end <= at + 3 && end <= length; end++) {
            if (begins && startsAny(text, end, length, CHINESE_AFTER)) {
                return end;
            }
        }
        if (!cued) {
            return at;
        }
        int end = at + 1;
        while (end < length
                && end < at + 3
                && isHan(text[end])
                && CHINESE_STOP.indexOf(text[end]) < 0) {
            end++;
        }
        return end - at >= 2 ? end : at;
    }

    private static boolean isHan(char c) {
        return c >= 0x3400 && c <= 0x9FFF;
    }

    /** Whether a cue ends before a place, with a colon, a blank or a copula between. */
    private static boolean hasCue(char[] text, int at) {
        int end = at;
        while (end > 0 && at - end < FARTHEST && ":： 　是为為は은는\"".indexOf(text[end - 1]) >= 0) {
            end--;
        }
        return endsAny(text, end) || (end < at && endsAny(text, end + 1) && end + 1 <= at);
    }

    private static boolean endsAny(char[] text, int end) {
        for (String cue : CUES) {
            int start = end - cue.length();
            if (start >= 0 && starts(text, start, end, cue)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAny(char[] text, int at, int length, List<String> any) {
        for (String s : any) {
            if (starts(text, at, length, s)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(char[] text, int at, int length, String s) {
        if (at + s.length() > length) {
            return false;
        }
        for (int i = 0; i < s.length(); i++) {
            if (text[at + i] != s.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
