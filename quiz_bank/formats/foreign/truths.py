"""Statements that are true or false, as tables of many languages mark them."""

from __future__ import annotations

from collections.abc import Sequence

from quiz_bank.formats.foreign.columns import folded

_TRUE = str.split(
    "true verdadero verdadeiro vrai wahr richtig vero waar sant sann prawda pravda doğru igaz tosi правда верно 正确 "
    "正しい 참 对 對"
)
_FALSE = str.split(
    "false falso faux falsch onwaar usant falsk fałsz lež nepravda yanlış hamis epätosi ложь неверно 错误 錯誤 誤り "
    "거짓 错 錯"
)
#: these say so only where the row's type does
_YES = str.split("t v r w yes y sí si oui ja sim да 1")
_NO = str.split("f n no non nein não nao nee нет 0")
_KINDS = frozenset(
    str.split(
        "boolean bool truefalse trueorfalse tf vf qtypetruefalse verdaderofalso verdaderoofalso verdadeirofalso "
        "verdadeirooufalso vraifaux vraioufaux verofalso veroofalso richtigfalsch wahrfalsch waaronwaar правдаложь "
        "判断 判断题 是非題 是非题"
    )
)

_SURE = {word: word in _TRUE for word in (*_TRUE, *_FALSE)}
_SHORT = {word: word in _YES for word in (*_YES, *_NO)}


def truth(answer: str, options: Sequence[str], kind: str) -> bool | None:
    """Whether a statement is true; None where the row asks something else.

    Args:
        answer: as the row gives it.
        options: of the row, if any.
        kind: its type in the words of its program, if any.
    """
    said = answer.strip().casefold()
    if not all(option.strip().casefold() in _SURE for option in options):
        return None
    if said in _SURE:
        return _SURE[said]
    return _SHORT.get(said) if folded(kind) in _KINDS else None
