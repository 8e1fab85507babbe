"""Script and tables in fewer characters say what they said."""

import json
import re
import subprocess

import pytest
from helpers.script import NODE
from hypothesis import given
from hypothesis import strategies as st

from guide.site.packing import FIRST, LAST, pack
from guide.site.smaller import smaller

TEXTS = st.text(alphabet=st.sampled_from([*"ab '<>,\"", chr(FIRST), chr(FIRST + 3), chr(LAST)]))


@given(st.lists(TEXTS, max_size=40))
def test_packed_text_comes_back_also_where_it_has_signs_of_its_own(rows: list[str]) -> None:
    text = json.dumps(rows * 3, ensure_ascii=False)
    *words, packed = pack(text).split("\n")
    assert re.sub("[\u00c0-\u058f]", lambda sign: words[ord(sign[0]) - FIRST], packed) == text


def test_words_that_stand_often_stand_once() -> None:
    text = " ".join(f"the observation period number {number}" for number in range(200))
    assert len(pack(text)) < len(text) / 4


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("// A note.\nconst first = (word) => word.first;\n", "const A=a=>a.first;"),
        ("const a = ({ key, of: x }) => ({ key, x });", "const A=({key:a,of:b})=>({key:a,x:b});"),
        ("function f(x, y) { return x - -y; }", "function A(a,b){return a- -b}"),
        ("const t = (n) => `n ${n + `${n}`} n`;", "const A=a=>`n ${a+`${a}`} n`;"),
        ('const r = (n) => n.replace(/[/n]"/g, "n");', 'const A=a=>a.replace(/[/n]"/g,"n");'),
        ("const c = (n) => n ? { n: 1, } : [n, ];", "const A=a=>a?{n:1}:[a];"),
        ("const f = () => { const b = 1; return (c) => { const d = b; return d + c; }; };",
         "const A=()=>{const a=1;return b=>{const c=a;return c+b}};"),
    ],
)  # fmt: skip
def test_own_names_are_short_and_keys_words_and_patterns_stay(code: str, short: str) -> None:
    assert smaller(code) == short


@pytest.mark.skipif(NODE is None, reason="NOT CHECKED: node is missing")
def test_a_name_that_another_hides_stays_another() -> None:
    code = """
    const twice = (list, more) => list.map((each) => {
      const { size } = each, rest = list.length;
      const inner = (unused, value) => { const next = value + size; return next; };
      for (const one of list) { const two = one.size; if (two > 9) return two; }
      let last = 0;
      return inner(0, rest) + last + more;
    });
    globalThis.console.log(JSON.stringify(twice([{ size: 1 }, { size: 5 }], 10)));
    """
    assert NODE
    ran = subprocess.run([NODE, "-e", smaller(code)], capture_output=True, check=False)
    assert (ran.stdout, ran.stderr) == (b"[13,17]\n", b"")
