"""Writes lib/engine/regex/cases.json: what Python answers for the tricky patterns below.

    python3 scripts/make-regex-cases.py > lib/engine/regex/cases.json

Each pattern meets its own texts. `fuzz` holds every pattern on which the fuzz once found a disagreement.
"""
import json
import re
import sys
import warnings

warnings.simplefilter("ignore")

TRICKY = {
    "[]-a]": ["]", "^", "a", "b", "-"], "[^]]": ["a", "]"], "x{,}": ["", "xx", "x{,}"], "x{2,1}": [], "a**": [], "a*+a": ["aa"],
    "a{2}{3}": [], "a{,3}": ["aaa", "aaaa"], "a{3,}": ["aa", "aaaa"], "a{": ["a{"], "a{}": ["a{}"], "a{1": ["a{1"], "a{1,x}": ["a{1,x}"],
    "(?P<é>x)": ["x"], "(?P<1>x)": [], "(?P<a b>x)": [], "(?P<>x)": [], "(?P<a": [], "(?P=a)": [], "(?P=a": [], "(?P>a)": [], "(?P": [],
    "(?P<a>x)(?P<a>y)": [], "(?P<a>(?P=a))": [], "(?i:ab)c": ["ABc", "ABC"], "(?-i)": [], "(?-i:a)": ["a", "A"], "(?i-i:a)": [], "(?i-:a)": [],
    "(?-": [], "(?i": [], "(?iq)": [], "(?i9)": [], "(?-q:a)": [], "(?i-q:a)": [], "(?L)a": [], "(?a-u:x)": [], "(?au:x)": [], "(?a)(?u)x": [],
    "(?t:a)": [], "\\8": [], "\\08": ["\0" + "8"], "\\400": [], "\\377": ["ÿ"], "\\1": [], "(a)\\1": ["aa"], "(a\\1)": [], "(a)\\12": [],
    "[\\b]": ["\b", "b"], "[\\8]": [], "[\\A]": [], "[\\400]": [], "[a-\\d]": [], "[\\d-z]": [], "[z-a]": [], "[a": [], "[": [], "[]": [], "[^]": [],
    "(?<=a|bc)": [], "(?<=(a))\\1": ["a"], "(a)(?<=\\1)": ["a"], "(?<=(a)\\1)b": [], "(?<=a*)b": [], "a(?<=a)b": ["ab"], "a(?<!b)c": ["ac"],
    "(?(2)a)": [], "(?(1)a|b|c)": [], "(?(0)a)": [], "(?(x)a)": [], "(?(-1)a)": [], "(a)?(?(1)b|c)": ["ab", "c", "b", "ac"], "(?(1": [],
    "(?( 1 )a|b)(c)?": ["b", "bc"], "(?(+1)a|b)(c)?": ["b", "a"], "(?(١)a|b)(c)?": ["b"], "(?(1)a|b)(c)": ["bc"],
    "(?x: a b)": ["ab", "a b"], "(?x: a # c\n b)c d": ["abc d"], "(?x)a b # c": ["ab"], "(?x) [ ] \\ ": ["  "],
    "^*": [], "$+": [], "\\b*": [], "(?=a)*": ["", "a"], "(?:^)*a": ["a"], "(?!)": [""], "(?!)*a": ["a"], "(?:)*": [""], "(?:)": [""], "()*": [""],
    "*": [], "+a": [], "|*": [], "(*a)": [], "a|*": [], "(": [], ")": [], "(a": [], "a)": [], "(?": [], "(?:": [], "(?=": [], "(?<": [], "(?<a": [], "(?<a>b)": [],
    "(?>": [], "(?#": [], "(?#a": [], "(?#a)*": [], "a(?#c)*": ["aa"], "(?z)": [], "a(?i)b": [], "(?i)(?s)a.": ["A\n"], "((?i)a)": [], "a|(?i)b": [],
    "\\": [], "*\\": [], "(\\": [], "[\\": [], "\\q": [], "\\x4": [], "\\xg": [], "\\u12": [], "\\U0011": [], "\\U00110000": [], "\\N": [], "\\N{": [], "\\N{}": [],
    "\\_": ["_"], "\\é": ["é"], "\\\n": ["\n"], "[a--b]": [], "[a&&b]": ["&"], "[[a]": ["[", "a"], "[a||b]": ["|"], "[~~]": ["~"],
    "a{4294967295}": [], "a{1,4294967295}": [], "a{4294967294}": ["a"], "(?<=a{4294967294})b": ["b"], "(?<!a{4294967294})b": ["b"],
    "(?i)[\U00010400\U00010401]": ["\U00010428", "\U00010400"], "(?i)\U00010400": ["\U00010428"], "(?i)[K-\U00010401]": ["\u017f", "\U00010429", "j"],
    "(?ai)[\U00010400-\U00010427]": ["\U00010428"], "(?ai)k": ["K", "\u212a"], "(?i)k": ["\u212a"], "(?i)i": ["\u0130", "\u0131", "I"], "(?i)ß": ["\u1e9e", "ss"],
    "(?i)[^k]": ["\u212a", "x"], "(?i)(k)\\1": ["k\u212a", "s\u017f"], "(?i)(s)\\1": ["s\u017f", "sS"], "(?i)µ": ["μ", "Μ"], "(?i)ﬅ": ["ﬆ"],
    ".": ["\U0001f600", "\ud83d", "\n", "\r", "\u2028"], "..": ["\U0001f600"], "\\ud83d\\ude00": ["\U0001f600"], "\ud83d": ["\ud83d", "\U0001f600"], "[\\ud800-\\udfff]": ["\ud83d", "\U0001f600"],
    "\\B": ["", "a"], "\\b": ["", "a"], "a\\b": ["a"], "a$": ["a", "a\n"], "a$\\n": ["a\n"], "(?m)^a$\\n^b$": ["a\nb"], "a\\Z\\n": ["a\n"], "\\s": ["\x1c", "\x85", "\u180e", "\ufeff", "\u200b"],
    "\\w": ["²", "٣", "ⅷ", "\u0301", "\u203f", "_", "ª", "\U0001d7ce"], "\\d": ["²", "٣", "\U0001d7ce", "①"], "(?a)\\s": ["\x1c", "\v"], "(?a)\\b\xe9": ["\xe9"],
    "(a*)*": ["aaa"], "(a?)*?": ["aa"], "(a*)+": ["aa"], "(a*){2,}": ["aa"], "(a|b*)*": ["ab"], "(?:(a)|b)*": ["ab", "ba"], "(?:(a)|(b))*": ["ab"], "(a*)?": [""], "(a*?)*?b": ["aab"],
    "(?>(?:ab?c)+)": ["aca"], "(?:ab?c)*+a?": ["aca"], "((a)b?(?(1)x|y))c": ["abyc", "axc"], "(?:(a(?(1)b|c)))*": ["acab", "acac"], "(?=(a))\\1": ["a"], "(?!(a))b": ["b"],
}
FUZZ = {
    "((\n)|)*+( ){2}": ["\n  "],
    "(?i)((\U0001e900| )(\\141c))ß": ["\U0001e900Ac\u1e9e"], "(?i)x\U00010400|x\U00010401": ["x\U00010400", "x\U00010428"],
    "((_|(B)+) (a)){,}[ſ]": ["B a_ aſ"], "(?P<x>(?i:-(a)+)_b|_[^k]1){2}b": ["-A_b_A1b"], "(()?(|)c|)++": ["c"],
    "(((?(1)a{0}|\\w{,})(a)){2}|-){2}+": ["\U0001d732aa-"],
    "(((\\S){3})_|){2}+((_)1)": ["Ħ-B__1"],
}


def spans(match):
    out = []
    for group in range(match.re.groups + 1):
        start, end = match.span(group)
        out.append(None if start < 0 else [start, end])
    return out


def answer(pattern, texts):
    try:
        regex = re.compile(pattern)
    except re.error as error:
        return {"pattern": pattern, "error": error.msg, "position": error.pos}
    except (OverflowError, ValueError) as error:
        return {"pattern": pattern, "error": str(error), "position": None}
    results = []
    for text in texts:
        try:
            match = regex.fullmatch(text)
            results.append({"text": text, "spans": spans(match) if match else None})
        except SystemError:
            # CPython matched, then noticed that it recorded a group ending before its start.
            results.append({"text": text, "matches": True})
    return {"pattern": pattern, "results": results}


def table(patterns):
    return "[\n" + ",\n".join("    " + json.dumps(answer(*item)) for item in patterns.items()) + "\n  ]"


print("{\n  \"python\": \"%s\",\n  \"tricky\": %s,\n  \"fuzz\": %s\n}" % (sys.version.split()[0], table(TRICKY), table(FUZZ)))
